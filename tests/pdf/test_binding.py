import io
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path

import page as conformance
import pikepdf
import pypdfium2
import pytest

from wp3reports import pdf
from wp3reports.volume import Numbering, Part, Placement, Volume

MakePart = Callable[..., Part]
IGNORED = ("STREAM-LENGTH", "METADATA-FILTER")  # false alarms of this validator
SCRIPT = """
import pickle, sys
from hashlib import sha256
from html import escape
from pathlib import Path
from wp3reports import pdf
fonts = {path.name: path.read_bytes() for path in sorted(Path(sys.argv[2]).glob("*.woff2"))}
printed = [pdf.Printed.from_bytes(path.read_bytes()) for path in sorted(Path(sys.argv[1]).iterdir())]
pdf.keep_fonts_in(Path(sys.argv[3]))
volume = pickle.load(sys.stdin.buffer)
print(sha256(pdf.bind(volume, printed, draft=False, fonts=fonts)).hexdigest())
"""


def text(data: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(data) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def content(data: bytes) -> list[str]:
    """The text of each page between head and foot, by words."""
    with pypdfium2.PdfDocument(data) as file:
        pages = [page.get_textpage().get_text_bounded(bottom=60, top=page.get_height() - 60) for page in file]
    return [" ".join(page.replace("DRAFT", "").split()) for page in pages]


@pytest.mark.parametrize("kind", ["draft", "final"])
def test_qpdf_finds_nothing(kind: str, request: pytest.FixtureRequest) -> None:
    with pikepdf.open(io.BytesIO(request.getfixturevalue(kind))) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("kind", ["draft", "final"])
def test_it_keeps_its_promises(kind: str, profile: str, request: pytest.FixtureRequest) -> None:
    result = conformance.validate_pdf_bytes(request.getfixturevalue(kind), profile=profile)
    rules = [failure.rule_id for failure in result.failures]
    assert [rule for rule in rules if not any(word in rule for word in IGNORED)] == []


def test_pages_and_their_labels(final: bytes, volume: Volume, printed: Sequence[pdf.Printed]) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        shown = [page.label for page in file.pages]
        wide = file.pages[-1].mediabox
    body = printed[2].pages
    assert shown == ["i", "ii", "iii", *(str(number + 1) for number in range(body + 1))]
    assert wide[2] > wide[3]
    found = pdf.labels(volume, printed)
    assert found["wide"] == shown[-1]
    assert found[""] == str(len(shown))


def test_furniture_of_a_release(final: bytes, volume: Volume, printed: Sequence[pdf.Printed]) -> None:
    cover, contents, _, *body = text(final)
    total = printed[2].pages + 1
    assert cover.split("\n", 1)[0].strip() != volume.title
    assert volume.foot not in cover
    assert re.search(rf"Contents +{re.escape(volume.title)}", contents)
    assert re.search(rf"{re.escape(volume.foot)} +ii$", contents)
    for number, page in enumerate(body[:-1], 1):
        assert re.search(rf"Rīga · Санкт-Петербург – Malmö +{re.escape(volume.title)}", page)
        assert re.search(rf"{re.escape(volume.foot)} +{number} of {total}$", page)
    assert re.search(rf"Matrix +{re.escape(volume.title)}", body[-1])
    assert f"{total} of {total}" in body[-1]


def test_a_draft_is_marked_on_every_page(draft: bytes, final: bytes) -> None:
    assert all("DRAFT" in page for page in text(draft))
    assert ["Draft" in page for page in text(draft)][:2] == [False, True]
    assert not any("draft" in page.lower() for page in text(final))


def test_the_text_is_that_of_the_parts(final: bytes, printed: Sequence[pdf.Printed]) -> None:
    parts = [page for part in printed[:-1] for page in content(part.pdf)]
    assert content(final)[: len(parts)] == parts
    assert "Łódź, Санкт-Петербург, Malmö" in " ".join(parts)
    assert content(final)[-1] == content(printed[-1].pdf)[0]


def test_the_outline_spans_all_parts(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file, file.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        tree = [
            (item.title, pages[item.destination[0].objgen], [child.title for child in item.children])
            for item in outline.root
        ]
        last = outline.root[-1].children[-1].children
    assert tree == [("SWOT of the clusters", 0, []), ("Contents", 1, []), ("Rīga", 3, ["First", "Second"])]
    assert [item.title for item in last] == ["Matrix"]  # this part hangs two levels lower than it says


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" role="img"><title>Map</title>{}</svg>'
FADED = '<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-opacity="0"/></linearGradient>'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div></div>",
        "<p></p><p style='break-before: page'></p>",
        "<html><head><title>No language</title></head><body><p>Word</p></body></html>",
        SVG.format('<rect width="50" height="50" fill="teal"/>'),
        SVG.format(f'{FADED}<rect width="50" height="50" fill="url(#g)"/><text x="5" y="50" opacity=".5">Faded</text>'),
        '<p style="opacity: .5; background: linear-gradient(red, blue)">Behind</p>',
        '<ol><li><p>One<li><ul><li>Two</ul></ol><figure><figcaption>(3)</figcaption></figure><q lang="de">Vier</q>',
    ],
)
def test_whatever_a_part_holds(body: str, make_part: MakePart, volume: Volume, fonts: Mapping[str, bytes]) -> None:
    parts = [make_part(each) for each in ("<h1>Before</h1>", body, "<h1>After</h1>")]
    placed = replace(volume, placements=tuple(Placement(part, "Head") for part in parts))
    printed = [pdf.export(part) for part in parts]
    data = pdf.bind(placed, printed, draft=True, fonts=fonts)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) == sum(each.pages for each in printed)
        assert {str(node.get("/Lang", "")) for node in file.Root.StructTreeRoot.K[0].K.as_list()} == {""}
    assert all("DRAFT" in page for page in text(data))
    assert [page.count("of 3") + page.count("of 4") for page in text(data)] == [1] * sum(each.pages for each in printed)
    rules = [each.rule_id for each in conformance.validate_pdf_bytes(data, profile="3a").failures]
    assert [rule for rule in rules if not any(word in rule for word in IGNORED)] == []


def test_texts_that_look_like_what_pdfs_are_written_in(
    make_part: MakePart, volume: Volume, fonts: Mapping[str, bytes]
) -> None:
    title = "1 0 R (2 0 R) \\ [3 0 R] /StructParent 4 <</Dest (5)>>"
    part = make_part(f'<h1 id="a 1 0 R">{escape(title)}</h1><p><a href="#a 1 0 R">{escape(title)}</a></p>')
    placed = replace(volume, placements=(Placement(make_part("<h1>First</h1>"), ""), Placement(part, title)))
    data = pdf.bind(placed, [pdf.export(each.part) for each in placed.placements], draft=False, fonts=fonts)
    with pikepdf.open(io.BytesIO(data)) as file, file.open_outline() as outline:
        assert file.check_pdf_syntax() == []
        assert [item.title for item in outline.root] == ["First", title]
        (note,) = file.pages[1].obj.Annots.as_list()
        assert str(note.Dest) == "a 1 0 R"
        assert title in str(note.Contents)
    assert "".join(text(data)[1].split()).count(title.replace(" ", "")) == 3  # the running head, too


def test_one_subset_per_face_and_only_ours(draft: bytes, final: bytes) -> None:
    for data, faces in ((draft, 4), (final, 4)):
        with pikepdf.open(io.BytesIO(data)) as file:
            dictionaries = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
            names = [str(item.FontName).partition("+")[2] for item in dictionaries if "/FontFile2" in item]
        assert len(names) == len(set(names)) == faces
        assert all(name.startswith("Source") for name in names)


def test_a_face_that_no_part_uses_is_embedded_for_the_furniture(
    make_part: MakePart, volume: Volume, fonts: Mapping[str, bytes]
) -> None:
    volume = replace(volume, placements=(Placement(make_part("<h1>Serif only</h1>"), "Head"),))
    printed = [pdf.export(volume.placements[0].part)]
    assert [face.name for face in printed[0].fonts] == ["SourceSerif4-Regular"]
    data = pdf.bind(volume, printed, draft=True, fonts=fonts)
    assert "1 of 1" in text(data)[0]
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages[0].obj.Resources.Font.keys()) == 3


def test_a_part_with_missing_glyphs_can_be_bound_in_a_draft(
    make_part: MakePart, volume: Volume, fonts: Mapping[str, bytes]
) -> None:
    volume = replace(volume, placements=(Placement(make_part("<p>A 漢 B</p>"), "Head"),))
    printed = pdf.export(volume.placements[0].part)
    data = pdf.bind(volume, [printed], draft=True, fonts=fonts)
    assert "漢" in text(data)[0]
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []


def test_a_part_that_failed_is_left_out(
    volume: Volume, printed: Sequence[pdf.Printed], fonts: Mapping[str, bytes]
) -> None:
    failed = pdf.Printed(b"", 0, flaws=(pdf.Flaw("pdf-engine", "failed"),))
    data = pdf.bind(volume, [*printed[:3], failed], draft=True, fonts=fonts)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) == sum(part.pages for part in printed[:3])


def test_a_volume_without_pages(volume: Volume, fonts: Mapping[str, bytes]) -> None:
    for placements, printed in (((), []), (volume.placements[:1], [pdf.Printed(b"", 0)])):
        with pytest.raises(ValueError, match="no pages"):
            pdf.bind(replace(volume, placements=placements), printed, draft=True, fonts=fonts)


def test_pages_for_another_number_of_parts(
    volume: Volume, printed: Sequence[pdf.Printed], fonts: Mapping[str, bytes]
) -> None:
    with pytest.raises(ValueError, match="zip"):
        pdf.bind(volume, printed[:2], draft=True, fonts=fonts)


def test_a_second_number_run_is_labelled(
    volume: Volume, printed: Sequence[pdf.Printed], fonts: Mapping[str, bytes]
) -> None:
    back = replace(volume.placements[0], numbering=Numbering.NONE)
    placements = (volume.placements[1], volume.placements[2], back, volume.placements[3])
    data = pdf.bind(
        replace(volume, placements=placements),
        [printed[1], printed[2], printed[0], printed[3]],
        draft=False,
        fonts=fonts,
    )
    body = [str(number + 1) for number in range(printed[2].pages)]
    with pikepdf.open(io.BytesIO(data)) as file:
        assert [page.label for page in file.pages] == ["i", "ii", *body, "iii", str(len(body) + 1)]


def test_the_same_bytes_again(
    draft: bytes, volume: Volume, printed: Sequence[pdf.Printed], fonts: Mapping[str, bytes]
) -> None:
    assert pdf.bind(volume, printed, draft=True, fonts=dict(reversed(fonts.items()))) == draft


def test_the_same_bytes_in_another_process(
    final: bytes, volume: Volume, printed: Sequence[pdf.Printed], kept_fonts: Path, tmp_path: Path
) -> None:
    for number, part in enumerate(printed):
        (tmp_path / f"{number}.printed").write_bytes(part.to_bytes())
    placements = tuple(replace(placement, part=Part("part", "")) for placement in volume.placements)
    shipped = Path(__file__).parents[2] / "templates/static/fonts"
    environment = {**os.environ, "PYTHONHASHSEED": "11", "TZ": "America/Lima", "LC_ALL": "C"}
    command = [sys.executable, "-c", SCRIPT, tmp_path, shipped, kept_fonts]
    bare = pickle.dumps(replace(volume, placements=placements))
    there = subprocess.run(command, input=bare, capture_output=True, check=True, env=environment)
    assert there.stdout.decode().strip() == sha256(final).hexdigest()
