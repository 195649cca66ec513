"""What every document promises to whoever files it: standards, size, and nothing in it that should not be there.

A small project stands for all kinds in the quick tests; the slow ones look at all documents of the whole project.
"""

import getpass
import io
import json
import re
import shutil
import socket
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from conformance.kinds import STATES, kinds
from wp3reports import pdf as unpacked

ROOT = Path(__file__).parents[1]
FALSE_ALARMS = ("STREAM-LENGTH", "METADATA-FILTER")  # of page-validation 0.11, seen on files that veraPDF passes
MOST = 10_000_000  # bytes of the final report
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound"}
Documents = Mapping[tuple[str, str], Path]
Command = Callable[..., subprocess.CompletedProcess[str]]


def test_every_kind_keeps_to_both_standards(
    given_whole: Mapping[str, str], command: Command, request: pytest.FixtureRequest
) -> None:
    """One city has handed in and the others owe, so that each kind is short and has its boxes."""
    assert request.config.cache is not None
    folder = Path(request.config.cache.mkdir("kinds"))  # what was laid out there is laid out again when it changes
    shutil.rmtree(folder / "inputs", ignore_errors=True)
    for path, text in given_whole.items():
        if path.count("/") == 1 or Path(path).stem in {"riga", "coordinator"}:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    built = command(folder, "build", *kinds("riga"), "--issued", "2008-01-31")
    assert " 0 failed" in built.stderr, built.stdout + built.stderr
    broken = {
        (name, profile): rules
        for name in kinds("riga")
        for profile in ("3a", "ua1")
        if (rules := _broken(folder / f"build/pdf/{name}.pdf", profile))
    }
    assert broken == {}


def _broken(path: Path, profile: str) -> set[str]:
    rules = {failure.rule_id for failure in page.validate_pdf(str(path), profile=profile).failures}
    return {rule for rule in rules if not any(alarm in rule for alarm in FALSE_ALARMS)}


@pytest.fixture(scope="module")
def documents(both_states: Mapping[str, Path]) -> dict[tuple[str, str], Path]:
    """Each kind of document by its name, as a draft and as a release."""
    return {(name, state): both_states[state] / f"{name}.pdf" for name in kinds("st-petersburg") for state in STATES}


@pytest.mark.slow
def test_nothing_runs_and_nothing_leads_astray(documents: Documents) -> None:
    for name, path in documents.items():
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == [], name
            assert set(pdf.Root.Names.keys()) == {"/Dests", "/EmbeddedFiles"}, name
            assert not list(_dangers(pdf)), name


def test_what_runs_or_leads_astray_is_seen() -> None:
    bad = ["//host/share", "file:///etc/passwd", "javascript:x"]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        actions = [pikepdf.Dictionary(S=pikepdf.Name.URI, URI=each) for each in [*bad, "https://example.org/"]]
        actions.append(pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe"))
        pdf.pages[0].Annots = pikepdf.Array(pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=each) for each in actions)
        found = list(_dangers(pdf))
    assert sorted(found) == sorted([*bad, "/JS", "/JavaScript", "/Launch", "/OpenAction"])


def _dangers(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a viewer would run, send or open by itself, and addresses that no report may have."""
    yield from {"/OpenAction", "/AcroForm", "/Collection"} & set(pdf.Root.keys())
    for item in _dictionaries(pdf):
        yield from {str(item.get("/S", ""))} & ACTIONS
        yield from {"/JS", "/AA"} & set(item.keys())
        address = item.get("/URI")
        if isinstance(address, pikepdf.String) and not re.match(r"(?:https?|mailto):", str(address)):
            yield str(address)


@pytest.mark.slow
def test_no_file_but_those_of_the_manifest(documents: Documents) -> None:
    for name, path in documents.items():
        package = unpacked.unpack(path.read_bytes())
        assert all(each.is_intact for each in package.files), name
        with pikepdf.open(path) as pdf:
            streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and _is_file(each)]
            assert len(streams) == len(pdf.Root.AF) == len(package.files), name
            assert {str(each.AFRelationship) for each in pdf.Root.AF} == {"/Source", "/Data"}, name


def _is_file(stream: pikepdf.Stream) -> bool:
    return str(stream.get("/Type", "")) == "/EmbeddedFile" or "/Params" in stream


@pytest.mark.slow
def test_nobody_can_tell_where_and_by_whom_it_was_made(documents: Documents, whole_project: Path) -> None:
    temporary = tempfile.gettempdir() + "/"
    traces = [
        str(whole_project),
        str(ROOT),
        str(Path.home()),
        temporary,
        socket.gethostname(),
        f"/{getpass.getuser()}/",
    ]
    searched = [trace.encode() for trace in traces if len(trace) > 3]
    for name, path in documents.items():
        for text in _texts(path):
            assert not [trace for trace in searched if trace in text or trace in _spread(text)], name


def _spread(text: bytes) -> bytes:
    """A text in UTF-16 as if it was in ASCII."""
    return text.replace(b"\0", b"") if b"\0" in text else text


def _texts(path: Path) -> Iterator[bytes]:
    """All strings, names and streams of a PDF, without what its streams are packed in."""
    with pikepdf.open(path) as pdf:
        target = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.disable
        pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, object_stream_mode=mode)
        yield target.getvalue()
        for item in _dictionaries(pdf):
            yield from (bytes(value) for value in item.values() if isinstance(value, pikepdf.String))


@pytest.mark.slow
def test_pictures_say_nothing_about_their_camera(documents: Documents) -> None:
    seen = 0
    for name, path in documents.items():
        with pikepdf.open(path) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                    seen += 1
                    raw = item.read_raw_bytes()
                    assert not any(mark in raw for mark in (b"Exif\0", b"http://ns.adobe.com/xap", b"8BIM")), name
                    assert "/Metadata" not in item, name
    assert seen > 3


@pytest.mark.slow
def test_no_face_is_embedded_twice(documents: Documents) -> None:
    for name, path in documents.items():
        with pikepdf.open(path) as pdf:
            faces = Counter(str(item.FontName).partition("+")[2] for item in _dictionaries(pdf) if "/FontFile2" in item)
            programs = sum(isinstance(item, pikepdf.Stream) and "/Length1" in item for item in pdf.objects)
        assert len(faces) > 2, name
        assert set(faces.values()) == {1}, name
        assert programs == len(faces), name


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_the_final_report_can_be_mailed(state: str, documents: Documents) -> None:
    for name in ("final", "final-annex"):
        assert documents[name, state].stat().st_size <= MOST, name


def _manifest(path: Path) -> dict[str, Any]:
    files = {each.name: each.data for each in unpacked.unpack(path.read_bytes()).files}
    content: dict[str, Any] = json.loads(files["manifest.json"])
    return content


@pytest.mark.slow
def test_metadata_say_the_same_everywhere(documents: Documents) -> None:
    for name, path in documents.items():
        manifest = json.loads(
            next(f.data for f in unpacked.unpack(path.read_bytes()).files if f.name == "manifest.json")
        )
        said = manifest["document"]
        with pikepdf.open(path) as pdf, pdf.open_metadata() as xmp:
            info = {key: str(value) for key, value in pdf.docinfo.items()}
            own = {key.rpartition("}")[2]: xmp[key] for key in xmp if "wp3reports.example" in key}
            assert (xmp["dc:title"], xmp["dc:creator"]) == (info["/Title"], [info["/Author"]]), name
            assert info["/Title"] == said["title"], name
        assert (own["document"], own["status"]) == (said["name"], said["status"]) == name
        for key in ("deliverable", "milestone", "version", "issued"):
            assert own[key] == said[key] != "", name
        assert own["inputs"] == [f"{each['sha256']}  {each['path']}" for each in manifest["inputs"]], name
        assert re.fullmatch(r"D3\.\d+", said["deliverable"]), name


@pytest.mark.slow
def test_the_inputs_inside_are_those_of_the_project(documents: Documents, whole_project: Path) -> None:
    for name, path in documents.items():
        for each in unpacked.unpack(path.read_bytes()).files:
            if each.relation == "Source":
                assert (whole_project / each.path).read_bytes() == each.data, name
        manifest = json.loads(
            next(f.data for f in unpacked.unpack(path.read_bytes()).files if f.name == "manifest.json")
        )
        for each in manifest["inputs"]:
            assert sha256((whole_project / each["path"]).read_bytes()).hexdigest() == each["sha256"], name


@pytest.mark.slow
def test_each_document_can_be_walked(documents: Documents) -> None:
    """Roman labels in front and arabic ones in the body, an outline that leads somewhere, places for links."""
    for name, path in documents.items():
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            # A draft's sheet on where the hand-ins stand is counted nowhere, so that the release has the same numbers.
            labels = [each.label for each in pdf.pages if each.label != "insert 1"]
            assert len(pdf.pages) - len(labels) == (name[0].startswith("milestone/") and name[1] == "draft"), name
            front = sum(not label.isdecimal() for label in labels)
            assert labels[:2] == ["i", "ii"], name
            assert labels[front:] == [str(number + 1) for number in range(len(labels) - front)], name
            pages = {each.obj.objgen for each in pdf.pages}
            entries = list(_entries(outline.root))
            assert len(entries) > 5, name
            assert all(each.title and each.destination[0].objgen in pages for each in entries), name
            places = pikepdf.NameTree(pdf.Root.Names.Dests)
            assert len(places) > 5, name
            assert all(place[0].objgen in pages for _, place in places.items()), name
            assert str(pdf.Root.PageMode) == "/UseOutlines", name
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), name


def _entries(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _entries(item.children)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All dictionaries of a document, those inside others too."""
    for item in pdf.objects:
        yield from _inside(item)


def _inside(item: object) -> Iterator[pikepdf.Object]:
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        held = [value for value in item.values() if not getattr(value, "is_indirect", False)]
    elif isinstance(item, pikepdf.Array):
        held = [value for value in item if not getattr(value, "is_indirect", False)]
    else:
        held = []
    for value in held:
        yield from _inside(value)
