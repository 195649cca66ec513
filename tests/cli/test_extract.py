"""`wp3reports extract`: what it lists, where it writes, what it refuses."""

import io
import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pydyf
import pytest

from wp3reports.pdf.attaching import attach
from wp3reports.pdf.manifest import manifest
from wp3reports.pdf.objects import Objects
from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.volume import Volume

Run = Callable[..., Any]
RIGA = "summary: Rīga\n".encode()
FILES = {"inputs/m2_swot/riga.yaml": RIGA, "m2_swot.json": b"{}\n"}


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF with the files of a milestone report, in the current folder."""
    hand_in = Attachment("m2_swot-riga.yaml", "application/yaml", "The hand-in of Rīga", Relation.SOURCE, lambda: RIGA)
    data = Attachment("m2_swot.json", "application/json", "What was merged", Relation.DATA, lambda: b"{}\n")
    inputs = (Input("inputs/m2_swot/riga.yaml", hand_in.sha256, hand_in.name),)
    provenance = Provenance("D2", "m2_swot", "1.0", "0" * 64, inputs, (hand_in, data))
    volume = Volume("milestone/m2_swot", "SWOT", (), date(2007, 12, 14), "", "", (), "", provenance=provenance)
    objects = Objects()
    files = attach(objects, [hand_in, data, manifest(volume, draft=True)], volume.issued)
    listed = pydyf.Array([item for file in files.items() for item in file])
    pages = objects.add(pydyf.Dictionary({"Type": "/Pages", "Kids": pydyf.Array(), "Count": 0}))
    names = pydyf.Dictionary({"EmbeddedFiles": pydyf.Dictionary({"Names": listed})})
    root = objects.add(pydyf.Dictionary({"Type": "/Catalog", "Pages": pages, "Names": names}))
    (tmp_path / "swot.pdf").write_bytes(objects.to_bytes(root, objects.add(pydyf.Dictionary())))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "swot.pdf"


def spoil(report: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    """Change the PDF from outside."""
    target = io.BytesIO()
    with pikepdf.open(report) as pdf:
        change(pdf)
        pdf.save(target)
    report.write_bytes(target.getvalue())


def test_the_list(report: Path, run: Run) -> None:
    code, out, err = run("extract", report.name, "--list")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 3
    assert lines[0].split(maxsplit=4) == ["inputs/m2_swot/riga.yaml", "15", "bytes", "Source", "The hand-in of Rīga"]
    assert [line.split()[0] for line in lines[1:]] == ["m2_swot.json", "manifest.json"]
    assert list(report.parent.iterdir()) == [report]


def test_the_list_for_programs(report: Path, run: Run) -> None:
    code, out, _ = run("extract", report.name, "--list", "--format", "json")
    listed = json.loads(out)
    assert (code, listed["version"], listed["document"]["deliverable"]) == (0, 1, "D2")
    assert listed["files"][0] == {
        "name": "m2_swot-riga.yaml",
        "path": "inputs/m2_swot/riga.yaml",
        "media": "application/yaml",
        "relation": "Source",
        "description": "The hand-in of Rīga",
        "dated": "D:20071214000000Z",
        "bytes": len(RIGA),
        "sha256": sha256(RIGA).hexdigest(),
        "intact": True,
    }


def test_inputs_go_to_the_paths_that_they_had(report: Path, run: Run) -> None:
    code, out, err = run("extract", "swot.pdf", "-o", "there")
    assert (code, err) == (0, "3 files of SWOT\n")
    assert out.splitlines() == ["there/inputs/m2_swot/riga.yaml", "there/m2_swot.json", "there/manifest.json"]
    for path, data in FILES.items():
        assert (report.parent / "there" / path).read_bytes() == data


def test_nothing_is_overwritten_without_force(report: Path, run: Run) -> None:
    there = report.parent / "there"
    there.mkdir()
    (there / "m2_swot.json").write_text("mine", encoding="utf-8")
    code, out, err = run("extract", "swot.pdf", "-o", "there")
    assert (code, out) == (1, "")
    assert "there already: there/m2_swot.json; nothing was written, --force overwrites" in err
    assert [path.name for path in there.iterdir()] == ["m2_swot.json"]
    assert run("extract", "swot.pdf", "-o", "there", "--force").code == 0
    assert (there / "m2_swot.json").read_bytes() == b"{}\n"


def test_of_many_files_in_the_way_the_first_are_named(report: Path, run: Run) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["more.txt"] = pikepdf.AttachedFileSpec(pdf, b"more", filename="more.txt")

    spoil(report, add)
    run("extract", "swot.pdf", "-o", "there")
    err = run("extract", "swot.pdf", "-o", "there").err
    assert "there/inputs/m2_swot/riga.yaml, there/m2_swot.json, there/manifest.json and 1 more; nothing was" in err


def test_a_link_is_replaced_and_not_followed(report: Path, run: Run) -> None:
    there = report.parent / "there"
    there.mkdir()
    (report.parent / "mine").write_text("mine", encoding="utf-8")
    (there / "m2_swot.json").symlink_to(report.parent / "mine")
    assert run("extract", "swot.pdf", "-o", "there").code == 1
    assert run("extract", "swot.pdf", "-o", "there", "--force").code == 0
    assert (report.parent / "mine").read_text(encoding="utf-8") == "mine"


def test_no_name_leaves_the_folder(report: Path, run: Run) -> None:
    def smuggle(pdf: pikepdf.Pdf) -> None:
        for name in ("../../evil", "/etc/evil", "..\\evil"):
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"evil", filename=name)

    spoil(report, smuggle)
    code, out, err = run("extract", "swot.pdf", "-o", "there")
    assert code == 1
    assert "not what the manifest says: ../../evil, ..\\evil, /etc/evil" in err
    assert {line for line in out.splitlines() if "evil" in line} == {"there/evil", "there/2-evil", "there/etc/evil"}
    assert {path.name for path in report.parent.iterdir()} == {"swot.pdf", "there"}


def test_a_file_that_was_changed_is_told(report: Path, run: Run) -> None:
    spoil(report, lambda pdf: pdf.attachments["m2_swot-riga.yaml"].obj.EF.F.write(b"x"))
    code, _, err = run("extract", "swot.pdf", "--list")
    assert code == 1
    assert "not what the manifest says: m2_swot-riga.yaml" in err


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("text.pdf", b"hello", "it cannot be read as a PDF"),
        ("empty.pdf", b"", "it cannot be read as a PDF"),
        ("other.pdf", None, "it is no report of wp3reports, or of a version that put no files into it"),
    ],
)
def test_what_is_none_of_ours(name: str, data: bytes | None, why: str, report: Path, run: Run) -> None:
    path = report.with_name(name)
    if data is None:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(path)
    else:
        path.write_bytes(data)
    code, out, err = run("extract", name, "--list")
    assert (code, out) == (1, "")
    assert err == f"Error: {name}: {why}\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["none.pdf", "--list"], "does not exist"),
        ([".", "--list"], "is a directory"),
        (["swot.pdf"], "say what to do"),
        (["swot.pdf", "--list", "-o", "x"], "say what to do"),
        (["swot.pdf", "-o", "x", "--format", "json"], "--format is for --list"),
    ],
)
def test_wrong_usage(arguments: list[str], why: str, report: Path, run: Run) -> None:
    assert report.is_file()
    code, out, err = run("extract", *arguments)
    assert (code, out) == (2, "")
    assert why in err
