"""Laws: what holds for every input."""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from wp3reports.diagnostics import Diagnostic, Span, ordered
from wp3reports.load import load
from wp3reports.model import Address, Amount, Delivery, Dossier, HandIn, Markdown, Rank, Record, Text, Years
from wp3reports.model import Path as At
from wp3reports.pipeline import Compilation
from wp3reports.render import words
from wp3reports.render.narrative import to_html
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Volume
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
ISSUED = date(2008, 1, 31)
Compile = Callable[..., Compilation]
FULL = """
history:
  - {version: 0.1, date: 2005-05-02, reason: First draft, by: Unit A}
deviations: |
  Two weeks late, as 1 *reason*[^why] & others <show>.

  [^why]: The unit moved.
figures:
  - {file: map.jpg, caption: A map, alt: Streets of the city}
"""
FIGURES = FULL[FULL.index("figures:") :]
FULLER = [
    f"inputs/{milestone}/{author}.yaml"
    for milestone in ("m1_selection", "m2_swot")
    for author in ("riga", "coordinator")
]


# -- order, repetition, damage


def test_the_order_of_the_files_makes_no_difference(given: Mapping[str, str], compiled: Compile) -> None:
    first = compiled(given)
    for seed in range(3):
        shuffled = [*given]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - any order will do
        again = compiled({path: given[path] for path in shuffled})
        assert (again.volumes, again.diagnostics) == (first.volumes, first.diagnostics)
        assert [[placed.part.assets for placed in volume.placements] for volume in again.volumes] == [
            [placed.part.assets for placed in volume.placements] for volume in first.volumes
        ]


def test_compiling_twice_gives_the_same(given: Mapping[str, str], compiled: Compile) -> None:
    assert compiled(given) == compiled(given)


PIECES = st.sampled_from(
    [
        *"\n :-[]{}\"'#&*|>!%@,\t\\<é\0\x85\u200b",
        "\n  ",
        "- ",
        ": ",
        "[@x]",
        "](javascript:x)",
        "\r\n",
        "<<<<<<< x\n",
        "|\n",
        "𝄞",
        "e\u0301",
    ]
)


@st.composite
def damaged(draw: st.DrawFn, files: Mapping[str, str]) -> dict[str, bytes]:
    """The files with a few of them changed as hands, editors and transmissions do."""
    changed = {path: text.encode() for path, text in files.items()}
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(changed)))
        data = changed[path]
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 40)))
        piece = draw(PIECES.map(str.encode) | st.binary(max_size=4) | st.just(data[at:to] * 2))
        changed[path] = data[:at] + piece + data[to:]
    for path in draw(st.sets(st.sampled_from(sorted(changed)), max_size=1)):
        del changed[path]
    return changed


def is_inside(span: Span, files: Mapping[str, bytes]) -> bool:
    if span.path not in files:
        return (span.line, span.column) == (1, 1)
    rows = files[span.path].decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    ends = (span.end_line or span.line, span.end_column or span.column)
    inside = 1 <= span.line <= len(rows) and 1 <= span.column <= len(rows[span.line - 1]) + 1
    return (
        inside and (span.line, span.column) <= ends and ends[0] <= len(rows) and ends[1] <= len(rows[ends[0] - 1]) + 2
    )


def check_findings(found: tuple[Diagnostic, ...], files: Mapping[str, bytes]) -> None:
    assert found == ordered(found)
    assert len(found) == len(set(found))
    for each in found:
        assert each.code != "template-fault", each
        assert all(is_inside(span, files) for span in (each.span, *(note.span for note in each.notes))), each
        assert all(text.isprintable() for text in (each.message, each.label)), each


@pytest.mark.parametrize("examples", [25, pytest.param(1000, marks=pytest.mark.slow)])
def test_no_damage_at_all_makes_the_program_fail(examples: int, given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @for_all(damaged(given))
    def tried(files: dict[str, bytes]) -> None:
        compilation = compiled(files)
        check_findings(compilation.diagnostics, files)
        told = {each.span.path for each in compilation.diagnostics}
        assert compilation.volumes or told
        assert not compilation.sources or files.keys() <= told | compilation.sources.keys()

    tried()


@pytest.mark.parametrize("examples", [25, pytest.param(1000, marks=pytest.mark.slow)])
def test_any_bytes_in_place_of_any_file_are_told(examples: int, given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @for_all(st.sampled_from(sorted(given)), st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
    def tried(path: str, data: bytes) -> None:
        files = {**{name: text.encode() for name, text in given.items()}, path: data}
        found = compiled(files).diagnostics
        check_findings(found, files)
        assert any(each.span.path == path for each in found)

    tried()


# -- nothing is lost


def typed(record: Record, at: At = ()) -> Iterator[tuple[At, str, str]]:
    """Each text of a record with its place and the name of its kind."""
    kinds = {"text": Text, "address": Address, "amount": Amount, "years": Years, "rank": Rank}
    for name, field in type(record).model_fields.items():
        held, path = getattr(record, name), (*at, name)
        names = [each for each, kind in kinds.items() if field.metadata == list(kind.__metadata__)]
        if isinstance(held, Record):
            yield from typed(held, path)
        elif isinstance(held, tuple):
            texts = Text in get_args(field.annotation)
            for index, each in enumerate(held):
                if isinstance(each, Record):
                    yield from typed(each, (*path, index))
                elif texts:
                    yield (*path, index), each, "text"
        elif isinstance(held, Markdown) and held:
            yield path, held, "markdown"
        elif isinstance(held, date):
            yield path, words.day(held, "en"), "text"
        elif held and names:
            yield path, held, names[0]


def printed(text: str, kind: str) -> str:
    """How the words of a value stand on a page, without citations and with blanks as they come."""
    match kind:
        case "markdown":
            return shown(f"<p>{to_html(text, lambda _: Markup('<a class=cite>[0]</a>'))}</p>")
        case "amount":
            return words.amount(text, "en")
        case "years":
            return words.years(text)
        case _:
            return " ".join(text.split())


def shown(html: str) -> str:
    """All words of a document, those in attributes too."""
    root = lxml_html.document_fromstring(html)
    for element in root.find_class("cite"):
        element.drop_tree()
    texts = [" ".join(root.text_content().split())]
    texts += [
        value for element in root.iter() for name, value in element.attrib.items() if name in {"alt", "href", "src"}
    ]
    return "\n".join(texts)


def lost(delivery: Delivery[Any], volumes: list[Volume]) -> list[str]:
    """The texts of a hand-in that no page of these volumes shows."""
    pages = "\n".join(shown(placed.part.html) for volume in volumes for placed in volume.placements)
    texts = list(typed(delivery.submission))
    assert len(texts) > 4
    return [f"{'/'.join(map(str, at))}: {text[:60]}" for at, text, kind in texts if printed(text, kind) not in pages]


@pytest.fixture(scope="module", params=["given", "own"])
def project(request: pytest.FixtureRequest, given: Mapping[str, str], compiled: Compile) -> tuple[Dossier, Compilation]:
    """The given project with a fuller hand-in, and the one that this repository reports on."""
    if request.param == "given":
        picture = (ROOT / "tests/hazards/images/jpeg-rotated-with-secret-exif.jpg").read_bytes()
        fuller = {path: given[path] + FULL.replace("A map", f"Map for {path}") for path in FULLER}
        files = {path: text.encode() for path, text in {**given, **fuller}.items()}
        snapshot = Snapshot(
            {**files, **{f"inputs/{folder}/map.jpg": picture for folder in ("m1_selection", "m2_swot")}}
        )
    else:
        snapshot, _ = read(ROOT)
    dossier, _ = load(snapshot, ISSUED)
    assert dossier is not None
    return dossier, compiled(snapshot.files)


def test_every_text_of_a_hand_in_stands_in_its_report(project: tuple[Dossier, Compilation]) -> None:
    dossier, compilation = project
    volumes = {volume.name: volume for volume in compilation.volumes}
    for delivery in dossier.of(HandIn):
        if delivery.milestone == "final":
            own = [volumes["final"]]
        elif delivery.author == "coordinator":
            own = [volumes[f"milestone/{delivery.milestone}"]]
        else:
            own = [volumes[f"local/{delivery.milestone}/{delivery.author}"]]
        assert lost(delivery, own) == [], delivery.source.path
    assert len(dossier.of(HandIn)) >= 9
