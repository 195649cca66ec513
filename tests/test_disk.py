"""The cases of the rule book about the disk, put on one: what is read of them, and what is found."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.pipeline import examine
from wp3reports.rulebook import DISK, Announced, Case, book
from wp3reports.workspace import changed, read
from wp3reports.workspace.codes import PAGES

CASES = tuple(case for case in book().cases() if case.document == DISK)


def _copies(folder: Path, path: str, count: int) -> None:
    (folder / path / "working copies").mkdir(parents=True)
    for number in range(count):
        (folder / path / "working copies" / f"{number}.txt").touch()


LAID: Mapping[str, Callable[[Path, str, str], object]] = {
    r"is a link to (\S+)": lambda folder, path, target: (folder / path).symlink_to(target),
    r"is a folder()": lambda folder, path, _: (folder / path).mkdir(),
    r"is a pipe()": lambda folder, path, _: os.mkfifo(folder / path),
    r"is a file of (\d+) bytes": lambda folder, path, size: (folder / path).write_bytes(b"0" * int(size)),
    r"has the same text as (\S+)": lambda folder, path, twin: (folder / path).write_bytes((folder / twin).read_bytes()),
    r"has a folder of (\d+) files": lambda folder, path, count: _copies(folder, path, int(count)),
}
MEANWHILE = "is saved once more meanwhile"


def lay(folder: Path, case: Case) -> None:
    """Put the files of a case on the disk, and in their places what the case says."""
    for path, data in case.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for path, said in case.disk.items():
        for pattern, make in LAID.items():
            if found := re.fullmatch(pattern, said.text):
                if (folder / path).is_file() and not said.text.startswith("has"):
                    (folder / path).unlink()
                make(folder, path, found[1])
                break
        else:
            assert said.text == MEANWHILE


def found(folder: Path, case: Case) -> tuple[Diagnostic, ...]:
    lay(folder, case)
    snapshot, refused = read(folder)
    for path, said in case.disk.items():
        if said.text == MEANWHILE:
            (folder / path).write_bytes(case.files[path] + b"# more\n")
    return ordered((*refused, *examine(snapshot, case.issued).diagnostics, *changed(folder, snapshot)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_lies_on_the_disk_is_told(case: Case, tmp_path: Path) -> None:
    told = [
        Announced(each.span.path, each.span.line, each.severity.word, each.code, each.message)
        for each in found(tmp_path, case)
    ]
    assert [str(each) for each in told] == [str(each) for each in case.announced]
    assert all(announced.message in each.message for each, announced in zip(told, case.announced, strict=True))


def test_every_code_of_the_disk_has_a_case() -> None:
    assert {each.code for case in CASES for each in case.announced} >= PAGES.keys()
