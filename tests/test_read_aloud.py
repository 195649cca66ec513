"""A report read aloud: the tags of its PDF say what the HTML of its parts says, in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

import aloud
import mapped
import tagtree
from wp3reports import pdf
from wp3reports.build import Builder, Places
from wp3reports.pipeline import compile_reports
from wp3reports.volume import Part
from wp3reports.workspace import read

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
NAME = "local/m2_swot/riga"


@dataclass(frozen=True)
class Report:
    """Riga's report on milestone 2: the HTML of its parts in their order, its PDF, and the tag tree in it."""

    parts: tuple[str, ...]
    file: Path
    tree: tagtree.Tag


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Report:
    """The report, built from the project's own inputs; unpacked fonts stay from one run of the tests to the next."""

    def export(parts: Sequence[Part]) -> list[tuple[Part, pdf.Printed]]:
        return [(part, pdf.export(part)) for part in parts]

    assert request.config.cache is not None
    compilation = compile_reports(read(ROOT)[0], date(2007, 12, 14))
    fonts = Path(request.config.cache.mkdir("fonts"))
    places = replace(Places.below(tmp_path_factory.mktemp("aloud")), fonts=fonts)
    (volume,) = (volume for volume in compilation.volumes if volume.name == NAME)
    built = Builder(compilation, places, True, export, lambda *_: None).run([volume])  # noqa: FBT003 - a release
    assert [each.message for each in built.diagnostics] == []
    parts = tuple((places.html / f"{each.part.name}.html").read_text("utf-8") for each in volume.placements)
    path = places.pdf / f"{NAME}.pdf"
    with pikepdf.open(path) as file:
        return Report(parts, path, tagtree.read(file))


def test_it_says_what_the_html_says_in_its_order(report: Report) -> None:
    meant = [word for part in report.parts for word in aloud.words(part)]
    assert len(meant) > 2000
    assert aloud.difference(meant, aloud.said(report.tree)) == ""


def test_its_elements_say_what_they_must(report: Report) -> None:
    assert aloud.faults(report.tree) == []
    assert {"Table", "Figure", "Link", "L"} <= {tag.role for tag in report.tree.walk()}


def test_no_element_is_split_at_the_end_of_a_page(report: Report) -> None:
    tables = sum(part.count("<table") for part in report.parts)
    assert len(report.tree.find("Table")) == tables
    assert any(len(tag.pages) > 1 for tag in report.tree.find("P", "Table", "L"))


def test_the_map_leads_from_each_place_to_what_is_printed_there(report: Report) -> None:
    are_there = mapped.compared(report.file, ROOT)
    assert len(are_there) > 50
    assert [pointer for pointer, is_there in are_there.items() if not is_there] == []
