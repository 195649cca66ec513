from pathlib import Path

from wp3reports.cli.mending import ROUNDS, mend, shown
from wp3reports.diagnostics import Diagnostic, Guess, Span, error
from wp3reports.snapshot import Snapshot

RIGA = "inputs/riga.yaml"


def slip(word: str, typed: str) -> Diagnostic:
    return error("a-code", Span(RIGA, 1, 4, 1, 4 + len(typed)), "…", near=Guess(word, typed, is_sure=True))


def put(folder: Path, text: str) -> Snapshot:
    (folder / "inputs").mkdir(exist_ok=True)
    (folder / RIGA).write_text(text, encoding="utf-8")
    return Snapshot({RIGA: text.encode()})


def test_a_fix_may_bring_another_to_light(tmp_path: Path) -> None:
    put(tmp_path, "a: one\n")
    follow = {"one": "two", "two": "three"}

    def look() -> tuple[Snapshot, list[Diagnostic]]:
        data = (tmp_path / RIGA).read_bytes()
        typed = data.decode()[3:-1]
        return Snapshot({RIGA: data}), [slip(follow[typed], typed)] if typed in follow else []

    assert mend(tmp_path, look) == (RIGA,)
    assert (tmp_path / RIGA).read_text(encoding="utf-8") == "a: three\n"


def test_fixes_that_undo_each_other_come_to_an_end(tmp_path: Path) -> None:
    put(tmp_path, "a: one\n")
    looks = 0

    def look() -> tuple[Snapshot, list[Diagnostic]]:
        nonlocal looks
        looks += 1
        data = (tmp_path / RIGA).read_bytes()
        typed = data.decode()[3:-1]
        return Snapshot({RIGA: data}), [slip("two" if typed == "one" else "one", typed)]

    assert mend(tmp_path, look) == (RIGA,)
    assert looks == ROUNDS


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    snapshot = put(tmp_path, "a: one\n")
    (tmp_path / RIGA).write_text("a: one  # being written\n", encoding="utf-8")
    assert mend(tmp_path, lambda: (snapshot, [slip("two", "one")])) == ()
    assert "being written" in (tmp_path / RIGA).read_text(encoding="utf-8")


def test_what_would_change_is_shown_and_nothing_changes(tmp_path: Path) -> None:
    snapshot = put(tmp_path, "a: one\n")
    assert "-a: one\n+a: two\n" in shown(snapshot, [slip("two", "one")])
    assert (tmp_path / RIGA).read_text(encoding="utf-8") == "a: one\n"
