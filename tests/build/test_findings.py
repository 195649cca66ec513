"""Where the findings of a build stand, and how much they weigh."""

import importlib
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build.findings import of_binding, of_manifest, of_numbering, of_part, of_store
from wp3reports.diagnostics import Severity
from wp3reports.pipeline import Compilation
from wp3reports.volume import Part

SOURCE = importlib.import_module("wp3reports.source")
RIGA = "inputs/m2_swot/riga.yaml"
LOST = pdf.Flaw("pdf-missing-glyph", "no glyph", f"{RIGA}#/analyses/0/cluster")


@pytest.fixture
def compilation() -> Compilation:
    source, _ = SOURCE.parse(RIGA, b"analyses:\n  - cluster: it\n")
    return Compilation((), (), {RIGA: source})


def found(
    part: str, printed: pdf.Printed, compilation: Compilation, *, is_final: bool = False
) -> list[tuple[str, str]]:
    findings = of_part(Part(part, ""), printed, compilation, is_final=is_final)
    return [(each.severity.word, str(each.span)) for each in findings]


def test_a_flaw_stands_at_its_line(compilation: Compilation) -> None:
    printed = pdf.Printed(b"pdf", 1, flaws=(LOST,))
    assert found("m2_swot/riga", printed, compilation) == [("warning", f"{RIGA}:2:14")]
    assert found("m2_swot/riga", printed, compilation, is_final=True) == [("error", f"{RIGA}:2:14")]


def test_a_flaw_that_loses_nothing_is_a_warning_in_a_release_too(compilation: Compilation) -> None:
    printed = pdf.Printed(b"pdf", 1, flaws=(LOST._replace(fatal=False) if hasattr(LOST, "_replace") else soft(LOST),))
    assert found("m2_swot/riga", printed, compilation, is_final=True) == [("warning", f"{RIGA}:2:14")]


def soft(flaw: pdf.Flaw) -> pdf.Flaw:
    return pdf.Flaw(flaw.code, flaw.message, flaw.source, fatal=False)


@pytest.mark.parametrize(("part", "place"), [("m2_swot/riga", f"{RIGA}:1:1"), ("final/cover", "inputs:1:1")])
def test_without_a_place_it_stands_at_the_hand_in_that_the_part_is_of(
    compilation: Compilation, part: str, place: str
) -> None:
    failed = pdf.Printed(b"", 0, flaws=(pdf.Flaw("pdf-crash", "died"),))
    assert found(part, failed, compilation) == [("error", place)]


@pytest.mark.parametrize("code", ["pdf-timeout", "pdf-memory", "pdf-pages"])
def test_a_limit_names_the_section_and_stands_at_its_heaviest_text(compilation: Compilation, code: str) -> None:
    html = f"<h1>Riga</h1><h2>IT</h2><p data-src={RIGA}#/analyses/0/cluster>{'A long text. ' * 50}<h2>Ferries</h2>"
    failed = pdf.Printed(b"", 0, flaws=(pdf.Flaw(code, "too much"),))
    [finding] = of_part(Part("m2_swot/riga", html), failed, compilation, is_final=False)
    assert str(finding.span) == f"{RIGA}:2:14"
    assert finding.message == 'too much; most of it stands under "IT" (in m2_swot/riga)'
    assert "under `limits` in inputs/project.yaml" in finding.help
    [bare] = of_part(Part("m2_swot/riga", ""), failed, compilation, is_final=False)
    assert (str(bare.span), bare.message) == (f"{RIGA}:1:1", "too much (in m2_swot/riga)")


def test_findings_name_what_they_are_about(compilation: Compilation) -> None:
    [finding] = of_part(Part("final/cover", ""), pdf.Printed(b"", 0, flaws=(LOST,)), compilation, is_final=False)
    assert finding.message == "no glyph (in final/cover)"
    assert finding.help


def test_findings_of_volumes_and_of_the_store() -> None:
    numbering = of_numbering("final")
    assert (numbering.severity, numbering.code) == (Severity.ERROR, "pdf-unsettled")
    own = Path("/somewhere/build/store")
    here, behind = of_store(own, [own / "ab" / "abcd", Path("/shared/ab/abcd")])
    assert (here.severity, here.span.path) == (Severity.WARNING, "build/store/ab/abcd")
    assert (behind.severity, behind.span.path) == (Severity.WARNING, "/shared/ab/abcd")
    assert ("removed" in here.message, "left" in behind.message) == (True, True)
    manifest = of_manifest(own.parent / "manifest.json", own)
    assert (manifest.severity, manifest.span.path) == (Severity.WARNING, "build/manifest.json")


def test_a_fault_without_words_is_named_by_its_kind() -> None:
    class Named:
        name = "final"

    assert of_binding(Named(), KeyError()).message == "final cannot be bound: KeyError"  # type: ignore[arg-type]
