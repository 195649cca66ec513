"""Findings as text: exact frames, and nothing in them that a terminal or a build server would obey."""

import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, error, info, warning
from wp3reports.reporters import REPORTERS, Report, counts
from wp3reports.reporters.text import MOST, SHOWN_PER_FILE, WIDTH, printable
from wp3reports.snapshot import Snapshot

RIGA = "inputs/m2_swot/riga.yaml"
COORDINATOR = "inputs/m1_selection/coordinator.yaml"


def text_report(findings: Sequence[Diagnostic], snapshot: Snapshot) -> str:
    return REPORTERS["text"](Report(findings, snapshot))


def text_of(line: str, span: Span, *, label: str = "here") -> list[str]:
    """The lines of a report about one line of one file."""
    snapshot = Snapshot({span.path: line.encode()})
    return text_report([error("a-code", span, "what is wrong", label=label)], snapshot).split("\n")


def marked(line: str, column: int, end: int) -> str:
    """The frame of one line: the line itself, and the mark below it."""
    return "\n".join(text_of(line, Span("a.yaml", 1, column, 1, end))[2:])


def test_a_conflict_between_milestones_shows_both_ends() -> None:
    snapshot = Snapshot(
        {
            RIGA: b"\n" * 39 + b"  - cluster: it-securty\n",
            COORDINATOR: b"\n" * 30 + b"    selected: [it-security, food, logistics]\n",
        }
    )
    finding = error(
        "m2-cluster-not-selected",
        Span(RIGA, 40, 14, 40, 24),
        'Riga analyses "it-securty", which was not selected in milestone 1',
        label="not in the selection",
        notes=[Note(Span(COORDINATOR, 31, 16, 31, 27), "did you mean this one?")],
        help="wp3reports explain m2-cluster-not-selected",
    )
    assert (
        text_report([finding], snapshot)
        == """\
error[m2-cluster-not-selected] Riga analyses "it-securty", which was not selected in milestone 1
  --> inputs/m2_swot/riga.yaml:40:14
40 |   - cluster: it-securty
   |              ^^^^^^^^^^ not in the selection
  ::: inputs/m1_selection/coordinator.yaml:31:16
31 |     selected: [it-security, food, logistics]
   |                ----------- did you mean this one?
  = help: wp3reports explain m2-cluster-not-selected"""
    )


def test_the_gutter_is_as_wide_as_the_longest_line_number() -> None:
    snapshot = Snapshot({RIGA: b"a: b\n" * 1000})
    finding = error("a-code", Span(RIGA, 7, 1, 7, 2), "both", notes=[Note(Span(RIGA, 1000, 4, 1000, 5), "there")])
    assert text_report([finding], snapshot).split("\n")[1:] == [
        f"    --> {RIGA}:7:1",
        "   7 | a: b",
        "     | ^",
        f"    ::: {RIGA}:1000:4",
        "1000 | a: b",
        "     |    - there",
    ]


@pytest.mark.parametrize(
    ("line", "column", "end", "frame"),
    [
        ("name: x", 7, 8, " 1 | name: x\n   |       ^ here"),
        ("\tname: x", 2, 6, " 1 |     name: x\n   |     ^^^^ here"),
        ("a\tb", 3, 4, " 1 | a   b\n   |     ^ here"),
        ("城市: 里加", 5, 7, " 1 | 城市: 里加\n   |       ^^^^ here"),
        ("🚢: x", 4, 5, " 1 | 🚢: x\n   |     ^ here"),
        ("e\u0301: x", 5, 6, " 1 | e\u0301: x\n   |    ^ here"),
        ("a\x1b[31m: x", 3, 4, " 1 | a\\u{1b}[31m: x\n   |        ^ here"),
        ("name:", 6, 6, " 1 | name:\n   |      ^ here"),
        ("name:   ", 99, 120, " 1 | name:\n   |         ^ here"),
    ],
)
def test_the_mark_stands_under_what_it_means(line: str, column: int, end: int, frame: str) -> None:
    assert marked(line, column, end) == frame


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    span = Span("a.yaml", 1, 2, 2, 3)
    assert text_of("a: |  \n  b", span)[2:] == [" 1 | a: |", "   |  ^^^ here"]


def test_byte_order_mark_and_line_ends_of_windows_do_not_count() -> None:
    snapshot = Snapshot({"a.yaml": b"\xef\xbb\xbfone: 1\r\ntwo: 2\r\n"})
    frames = text_report([error("a-code", Span("a.yaml", n, 1, n, 4), "?") for n in (1, 2)], snapshot)
    assert frames.count("\n   | ^^^") == 2
    assert " 1 | one: 1\n" in frames
    assert " 2 | two: 2\n" in frames


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "x" * 1000 + "WRONG" + "y" * 1000
    shown, mark = text_of(line, Span("a.yaml", 1, 1001, 1, 1006))[2:]
    assert len(shown) == len(" 1 | ") + WIDTH + 2
    assert shown.startswith(" 1 | …xxx")
    assert shown.endswith("yyy…")
    at = mark.index("^")
    assert mark[at:] == "^^^^^ here"
    assert shown[at : at + 5] == "WRONG"


def test_a_place_without_a_line_still_has_its_label() -> None:
    finding = error("file-refused", Span("inputs/x.yaml"), "it is a link", label="why", help="put the file here")
    expected = "error[file-refused] it is a link\n  --> inputs/x.yaml\n   | why\n  = help: put the file here"
    assert text_report([finding], Snapshot()) == expected
    past = error("a-code", Span("a.yaml", 9, 9), "past the end", label="why")
    assert text_report([past], Snapshot({"a.yaml": b"one"})).endswith("  --> a.yaml:9:9\n   | why")


def test_a_file_that_is_no_utf8_is_shown_all_the_same() -> None:
    snapshot = Snapshot({"a.yaml": b"name: Malm\xf6"})
    assert " 1 | name: Malm\ufffd" in text_report([error("yaml-encoding", Span("a.yaml", 1, 11), "?")], snapshot)


HOSTILE = "[red]x[/red] ::error::y ##[group]z ##vso[task.x]\x1b[2J\n::warning::\r\x07\u202eabc\x00"


def test_partner_text_is_shown_and_never_obeyed() -> None:
    span = Span("a.yaml", 1, 1, 1, 5)
    finding = error("a-code", span, HOSTILE, label=HOSTILE, notes=[Note(span, HOSTILE)], help=HOSTILE)
    shown = text_report([finding], Snapshot({"a.yaml": HOSTILE.encode()}))
    assert "[red]x[/red] ::error::y" in shown
    assert not re.search("##(?=\\[|vso)", shown)
    for line in shown.split("\n"):
        assert line.isprintable()
        assert re.match(r"error\[|  -->|  :::|  = help: |   \| | 1 \| ", line)


@settings(max_examples=300, deadline=None)
@given(st.text(), st.integers(1, 5), st.integers(1, 40), st.integers(1, 40))
def test_no_line_begins_with_partner_text_whatever_it_is(text: str, line: int, column: int, end: int) -> None:
    snapshot = Snapshot({"a.yaml": text.encode("utf-8", "surrogatepass")})
    finding = warning("a-code", Span("a.yaml", line, column, line, end), text, label=text, help=text)
    for each in text_report([finding], snapshot).split("\n"):
        assert each.isprintable()
        assert re.match(r"warning\[a-code\]|  -->|  = help: |   \||[ 0-9]\d \|", each)


def test_a_file_shows_twenty_findings_errors_first_and_counts_the_rest() -> None:
    snapshot = Snapshot({"a.yaml": b"a\n" * 40, "b.yaml": b"b\n"})
    many = [warning("later", Span("a.yaml", n), f"warning {n}") for n in range(1, 21)]
    many += [error("sooner", Span("a.yaml", n), f"error {n}") for n in range(21, 31)]
    shown = text_report([*many, error("other", Span("b.yaml"), "in another file")], snapshot)
    blocks = shown.split("\n\n")
    assert len(blocks) == SHOWN_PER_FILE + 2
    assert [block.startswith("error[sooner]") for block in blocks[:20]] == [True] * 10 + [False] * 10
    assert blocks[20] == "… and 10 more in a.yaml: 10 warnings"
    assert blocks[21].startswith("error[other]")


def test_what_is_wrong_comes_before_what_is_missing_for_it() -> None:
    findings = [
        error("swot-missing", Span(RIGA, 1), "a"),
        error("cluster-not-selected", Span(RIGA, 2), "b"),
        warning("source-unused", Span(RIGA, 3), "c"),
        error("hand-in-missing", Span("inputs/m3_themes/riga.yaml"), "d"),
    ]
    report = text_report(findings, Snapshot({RIGA: b"\n\n\n"}))
    assert re.findall(r"^\w+\[(\S+)\]", report, re.MULTILINE) == [
        "cluster-not-selected",
        "swot-missing",
        "source-unused",
        "hand-in-missing",
    ]


def test_a_message_is_cut_before_it_fills_the_screen() -> None:
    assert printable("x" * MOST) == "x" * MOST
    assert printable("x" * (MOST + 1)) == "x" * (MOST - 1) + "…"


def test_text_of_all_languages_is_left_as_it_is() -> None:
    text = unicodedata.normalize("NFC", "Rīga Łódź Санкт-Петербург Αθήνα – “Malmö”")
    assert printable(text) == text


def test_counts() -> None:
    here = Span("a.yaml")
    assert counts([]) == "no findings"
    assert counts([error("x", here, "")]) == "1 error"
    mixed = [info("x", here, ""), warning("x", here, ""), error("x", here, ""), error("y", here, "")]
    assert counts(mixed) == "2 errors, 1 warning, 1 info"


def test_every_severity_has_its_word_in_front() -> None:
    make = {Severity.ERROR: error, Severity.WARNING: warning, Severity.INFO: info}
    assert len(make) == len(Severity)
    for severity, finding in make.items():
        told = text_report([finding("a-code", Span("x"), "what")], Snapshot())
        assert told.startswith(f"{severity.word}[a-code] what")
