"""The cases of the rule book about paper, really laid out, bound and stored: what is found on the way."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from mishaps import Restless, killed
from wp3reports import pdf, shipped
from wp3reports.build import Builder, Built, Places, Workers
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.model import Limits
from wp3reports.pdf.codes import PAGES
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.rulebook import PAPER, Announced, Case, book
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part

CASES = tuple(case for case in book().cases() if case.document == PAPER)
USUAL = "local/m2_swot/riga"
Exported = Iterator[tuple[Part, pdf.Printed]]


def here(parts: Sequence[Part]) -> Exported:
    """The layout without a process of its own."""
    return ((part, pdf.export(part)) for part in parts)


def build(compilation: Compilation, case: Case, folder: Path) -> Built:
    places = Places.below(folder)
    volumes = [volume for volume in compilation.volumes if volume.name == (case.target or USUAL)]
    assert len(volumes) == 1

    def run(export: Callable[[Sequence[Part]], Exported]) -> Built:
        return Builder(compilation, places, False, export, lambda *_: None).run(volumes)  # noqa: FBT003 - a draft

    match case.meanwhile:
        case "" if compilation.limits == Limits():
            return run(here)
        case "":
            with Workers(1, places.fonts, compilation.limits) as workers:
                return run(workers.export)
        case "the layout process of the analysis is killed":
            with Workers(1, places.fonts, job=killed) as workers:
                return run(workers.export)
        case "the page that says how many there are is a page longer in each layout":
            return run(Restless())
        case "the engine is of another version":
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("wp3reports.pdf.internals.differences", lambda: ("weasyprint 71.0 instead of 70.0",))
                patch.setattr(pdf, "differences", lambda: ("weasyprint 71.0 instead of 70.0",))
                return run(here)
        case "one byte of each stored part is changed" | "one byte of the record of what was built is changed":
            run(here)
            for path in places.store.glob("??/*") if "part" in case.meanwhile else [places.manifest]:
                data = bytearray(path.read_bytes())
                data[-2] ^= 1
                path.write_bytes(data)
            return run(here)
    raise AssertionError(case.meanwhile)


def told(finding: Diagnostic) -> Announced:
    """What a case announces; the name of a stored part depends on all that it was made from, the folder on the test."""
    path = finding.span.path
    if finding.code in {"store-damaged", "manifest-damaged"}:
        path = "build/store" if finding.code == "store-damaged" else "build/manifest.json"
    return Announced(path, finding.span.line, finding.severity.word, finding.code, finding.message)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_shows_on_paper_is_told(case: Case, tmp_path: Path) -> None:
    compilation = compile_reports(Snapshot({**shipped.templates_by_path(), **case.files}), case.issued)
    built = build(compilation, case, tmp_path)
    found = {str(each): each.message for each in map(told, ordered((*compilation.diagnostics, *built.diagnostics)))}
    assert list(found) == [str(each) for each in case.announced]
    assert all(announced.message in found[str(announced)] for announced in case.announced)


def test_every_code_of_paper_has_a_case() -> None:
    assert {each.code for case in CASES for each in case.announced} >= PAGES.keys()
