"""What a form does to its file: one change at a time, and only to the file that it showed."""

from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview.app import NotDoneError
from wp3reports.preview.desk import Desk
from wp3reports.preview.pen import Pen, digest
from wp3reports.preview.writing import Writing

FILE = "inputs/m2_swot/riga.yaml"
TARGET = "local/m2_swot/riga"


@pytest.fixture
def writing(desk: Desk, folder: Path) -> Writing:
    return Writing(desk, Pen(folder))


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / FILE


def posted(file: Path, **asked: Any) -> dict[str, Any]:
    return {"target": TARGET, "seen": digest(file.read_bytes()), "do": "write", **asked}


def test_a_value_is_written_and_everything_else_stays(writing: Writing, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    said = writing.edit(posted(file, path=["tools", 0, "owner"], value="Its firms"))
    after = file.read_text(encoding="utf-8")
    assert said == {"digest": digest(file.read_bytes()), "undo": True}
    assert after == before.replace("owner: Its members", "owner: Its firms")


def test_what_stands_there_already_writes_nothing(writing: Writing, file: Path) -> None:
    before = file.stat().st_mtime_ns, file.read_bytes()
    said = writing.edit(posted(file, path=["tools", 0, "owner"], value="Its members"))
    assert said == {"digest": digest(before[1]), "undo": False}
    assert (file.stat().st_mtime_ns, file.read_bytes()) == before


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (["date"], "soon", "cannot be read"),
        (["status"], "perhaps", "not one of the words"),
        (["tools", 0, "since"], "long ago", "cannot be read"),
        (["summary"], "a\u200bb", "ZERO WIDTH SPACE"),
    ],
)
def test_what_a_field_cannot_hold_is_not_written(
    writing: Writing, file: Path, path: list[Any], value: str, reason: str
) -> None:
    before = file.read_bytes()
    refused = str(writing.edit(posted(file, path=path, value=value))["refused"])
    assert reason.lower() in refused.lower()
    assert file.read_bytes() == before


def test_a_value_may_be_emptied_to_be_written_later(writing: Writing, file: Path) -> None:
    writing.edit(posted(file, path=["summary"], value=""))
    assert "\nsummary:\n" in file.read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(writing: Writing, file: Path) -> None:
    asked = posted(file, path=["tools", 0, "owner"], value="Its firms")
    file.write_bytes(b"theirs: 1\n")
    with pytest.raises(NotDoneError, match="changed meanwhile"):
        writing.edit(asked)
    assert file.read_bytes() == b"theirs: 1\n"


def test_a_place_that_the_form_does_not_have(writing: Writing, file: Path) -> None:
    for path in (["nowhere"], ["tools", 9, "owner"], ["analyses", 0, "nowhere"]):
        with pytest.raises(NotDoneError, match="Nothing was written"):
            writing.edit(posted(file, path=path, value="x"))


def test_a_file_that_cannot_be_read_is_mended_as_text(writing: Writing, file: Path) -> None:
    file.write_bytes(b"a: *b\n")
    with pytest.raises(NotDoneError, match="in an editor"):
        writing.edit(posted(file, path=["date"], value="2005-12-08"))


def test_entries_come_and_go_and_the_last_step_is_taken_back(writing: Writing, file: Path) -> None:
    before = file.read_bytes()
    writing.edit(posted(file, do="add", path=["tools"]))
    added = file.read_bytes()
    writing.edit(posted(file, do="drop", path=["tools", 2]))
    assert file.read_bytes() == before
    said = writing.undo({"target": TARGET, "seen": digest(before)})
    assert file.read_bytes() == added
    assert said["digest"] == digest(added)


def test_a_hand_in_is_begun_with_what_is_known(writing: Writing, folder: Path) -> None:
    (folder / FILE).unlink()
    writing.begin({"target": TARGET})
    begun = (folder / FILE).read_text(encoding="utf-8")
    assert "  - cluster: ict\n" in begun
    with pytest.raises(NotDoneError, match="already"):
        writing.begin({"target": TARGET})


def test_a_text_as_it_is_printed(writing: Writing) -> None:
    said = writing.passage({"target": TARGET, "text": "It is **so** [@latvian-it-cluster] <b>"})
    assert said == {"html": '<p>It is <strong>so</strong>\u00a0<span class="cite">[1]</span> &lt;b&gt;</p>'}


def test_what_nobody_writes_has_no_form(writing: Writing) -> None:
    for target in ("", "final-annex", "local/m2_swot/atlantis", "../riga"):
        with pytest.raises(NotDoneError, match="no form"):
            writing.begin({"target": target})
