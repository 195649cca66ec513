"""Nothing is lost: every text of every hand-in that is accepted stands in its report."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from wp3reports.load import load
from wp3reports.model import COORDINATOR, Address, Amount, Delivery, HandIn, Markdown, Month, Rank, Record, Text, Years
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
WORKED = ("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes")
FULLER = [f"inputs/{milestone}/{author}.yaml" for milestone in WORKED for author in ("riga", "coordinator")]
NAMED_BY_ID = {"theme", "owner"}  # these stand for what the report names in words


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
            is_month = list(Month.__metadata__) == field.metadata or Month in get_args(field.annotation)
            yield path, words.month(held, "en") if is_month else words.day(held, "en"), "text"
        elif held and names and name not in NAMED_BY_ID:
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


@pytest.fixture(scope="module")
def fuller(given_whole: Mapping[str, str]) -> Snapshot:
    """The given project with what may be left out, for a metropolis and for the co-ordinator."""
    picture = (ROOT / "tests/hazards/images/jpeg-rotated-with-secret-exif.jpg").read_bytes()
    texts = {**given_whole, **{path: given_whole[path] + FULL.replace("A map", f"A map for {path}") for path in FULLER}}
    pictures = {f"inputs/{folder}/map.jpg": picture for folder in WORKED}
    return Snapshot({**{path: text.encode() for path, text in texts.items()}, **pictures})


def report_of(delivery: Delivery[Any], compilation: Compilation) -> list[Volume]:
    """Where the texts of a hand-in must stand: in the report of its metropolis, else in the merged one."""
    name = (
        f"milestone/{delivery.milestone}"
        if delivery.author == COORDINATOR
        else f"local/{delivery.milestone}/{delivery.author}"
    )
    return [volume for volume in compilation.volumes if volume.name in {name, delivery.milestone}]


@pytest.mark.parametrize("whose", ["given", pytest.param("own", marks=pytest.mark.slow)])
def test_every_text_of_a_hand_in_stands_in_its_report(whose: str, fuller: Snapshot, compiled: Compile) -> None:
    snapshot = fuller if whose == "given" else read(ROOT)[0]
    dossier, _ = load(snapshot, ISSUED)
    assert dossier is not None
    compilation = compiled(snapshot.files)
    for delivery in dossier.of(HandIn):
        missed = lost(delivery, report_of(delivery, compilation))
        if delivery.author == COORDINATOR:  # its figures have a test of their own
            missed = [each for each in missed if not each.startswith("figures/")]
        assert missed == [], delivery.source.path
    assert len(dossier.of(HandIn)) >= 9


def test_the_figures_of_the_co_ordinator_are_printed(fuller: Snapshot, compiled: Compile) -> None:
    dossier, _ = load(fuller, ISSUED)
    assert dossier is not None
    compilation = compiled(fuller.files)
    coordinators = [delivery for delivery in dossier.of(HandIn) if delivery.author == COORDINATOR]
    assert len(coordinators) == 6
    assert [lost(each, report_of(each, compilation)) for each in coordinators] == [[]] * 6
