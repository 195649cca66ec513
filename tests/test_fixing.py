from hypothesis import given
from hypothesis import strategies as st

from wp3reports.diagnostics import Diagnostic, Edit, Guess, Span, error
from wp3reports.fixing import difference, fixed
from wp3reports.snapshot import Snapshot

RIGA = "inputs/m2_swot/riga.yaml"
TEXT = "status: acepted  # by the meeting\r\nanalyses:\r\n  - {cluster: itc, grade: ilustrative}\r\n"


def edits(*marked: tuple[int, int, int, str]) -> list[Diagnostic]:
    return [
        error("a-code", span := Span(RIGA, line, column, line, end), "…", fix=(Edit(span, text),))
        for line, column, end, text in marked
    ]


def test_only_what_is_marked_changes() -> None:
    found = edits((1, 9, 16, "accepted"), (3, 15, 18, "ict"), (3, 27, 38, "illustrative"))
    changed = fixed(found, Snapshot({RIGA: TEXT.encode(), "inputs/partners.yaml": b"x: 1\n"}))
    assert changed == {
        RIGA: b"status: accepted  # by the meeting\r\nanalyses:\r\n  - {cluster: ict, grade: illustrative}\r\n"
    }


def test_the_nearest_known_word_is_label_and_fix() -> None:
    place, sure = Span(RIGA, 3, 15, 3, 18), Guess("ict", "itc", is_sure=True)
    finding = error("a-code", place, "…", label="not known", near=sure)
    assert (finding.label, finding.fix) == ('did you mean "ict"?', (Edit(place, "ict", "itc"),))
    shown_elsewhere = error("a-code", place, "…", label="not known", instead=sure)
    assert (shown_elsewhere.label, shown_elsewhere.fix) == ("not known", finding.fix)
    doubtful = error("a-code", place, "…", label="not known", near=sure._replace(is_sure=False))
    assert (doubtful.label, doubtful.fix) == ('did you mean "ict"?', ())
    unlike = error("a-code", place, "…", label="not known", near=None)
    assert (unlike.label, unlike.fix) == ("not known", ())


def test_what_does_not_stand_at_its_place_is_left_alone() -> None:
    snapshot = Snapshot({RIGA: TEXT.encode()})
    wrong = error("a-code", Span(RIGA, 1, 1, 1, 4), "…", near=Guess("ict", "itc", is_sure=True))
    right = error("a-code", Span(RIGA, 3, 15, 3, 18), "…", near=Guess("ict", "itc", is_sure=True))
    assert fixed([wrong], snapshot) == {}
    assert fixed([right], snapshot)[RIGA].count(b"ict") == 1


def test_quotes_go_with_the_word() -> None:
    snapshot = Snapshot({RIGA: b'cluster: "itc"\n'})
    finding = error("a-code", Span(RIGA, 1, 10, 1, 15), "…", near=Guess("ict", "itc", is_sure=True))
    assert fixed([finding], snapshot) == {RIGA: b"cluster: ict\n"}


def test_of_fixes_that_touch_each_other_one_is_made() -> None:
    changed = fixed(edits((1, 9, 16, "accepted"), (1, 11, 16, "x")), Snapshot({RIGA: TEXT.encode()}))
    assert changed[RIGA].startswith((b"status: accepted ", b"status: acx "))


def test_the_same_fix_of_two_findings_is_made_once() -> None:
    changed = fixed(edits((3, 15, 18, "ict")) * 2, Snapshot({RIGA: TEXT.encode()}))
    assert changed[RIGA].count(b"ict") == 1


def test_a_byte_order_mark_does_not_count() -> None:
    changed = fixed(edits((1, 9, 16, "accepted")), Snapshot({RIGA: b"\xef\xbb\xbf" + TEXT.encode()}))
    assert changed[RIGA].startswith(b"\xef\xbb\xbfstatus: accepted  #")


def test_without_fixes_nothing_changes() -> None:
    snapshot = Snapshot({RIGA: TEXT.encode()})
    assert fixed([error("a-code", Span(RIGA), "…")], snapshot) == {}
    assert fixed(edits((3, 15, 18, "itc")), snapshot) == {}


def test_the_difference_shows_both_lines() -> None:
    snapshot = Snapshot({RIGA: b"a: 1\ncluster: itc\n"})
    shown = difference(fixed(edits((2, 10, 13, "ict")), snapshot), snapshot)
    assert shown.splitlines()[:2] == [f"--- a/{RIGA}", f"+++ b/{RIGA}"]
    assert "-cluster: itc\n+cluster: ict\n" in shown


@given(st.text(alphabet="ab#: é\t", max_size=20), st.text(alphabet="xyz", max_size=5), st.data())
def test_what_stands_before_and_behind_stays(line: str, word: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    snapshot = Snapshot({RIGA: f"first\n{line}\nlast".encode()})
    changed = fixed(edits((2, start + 1, end + 1, word)), snapshot)
    expected = f"first\n{line[:start]}{word}{line[end:]}\nlast".encode()
    assert changed.get(RIGA, snapshot.files[RIGA]) == expected
