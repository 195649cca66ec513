"""Our tags in the place of the engine's, and the engine's own where ours cannot be made."""

import io
from collections.abc import Callable

import page as conformance
import pikepdf
import pytest
import weasyprint.pdf

import tagtree
from wp3reports import pdf
from wp3reports.pdf.tags.hook import right_tags
from wp3reports.volume import Part

MakePart = Callable[..., Part]
FALSE_ALARMS = ("STREAM-LENGTH", "METADATA-FILTER")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Map</title></svg>'
BODY = f"""<h1 id=a>One</h1><p>Two <a href="#a">three</a><span class=note>A note.</span>.</p>{SVG}
<table><thead><tr><th scope=col>Name<th scope=col>Ports</thead><tbody>{"<tr><th scope=row>Riga<td>1" * 80}</table>
<ol><li>Four<li>Five</ol>"""
STYLE = ".note { float: footnote } @page { @top-left { content: 'Head' } }"


def outline(printed: pdf.Printed) -> str:
    with pikepdf.open(io.BytesIO(printed.pdf)) as file:
        return tagtree.read(file).outline()


def test_the_engine_is_as_before_when_all_is_written() -> None:
    original = weasyprint.pdf.add_tags
    with right_tags("x"):
        assert weasyprint.pdf.add_tags is not original
    assert weasyprint.pdf.add_tags is original


def test_another_engine_keeps_its_own(monkeypatch: pytest.MonkeyPatch, make_part: MakePart) -> None:
    ours = pdf.export(make_part(BODY, style=STYLE))
    monkeypatch.setattr("wp3reports.pdf.internals.differences", lambda: ("another engine",))
    other = pdf.export(make_part(BODY, style=STYLE))
    assert ours.flaws == other.flaws == ()
    assert outline(ours).count("Table[") == 1
    assert outline(other).count("Table[") == ours.pages


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("differences", [(), ("another engine",)])
def test_the_pages_keep_to_the_standards_with_both(
    profile: str,
    differences: tuple[str, ...],
    bound: Callable[[Part], bytes],
    monkeypatch: pytest.MonkeyPatch,
    make_part: MakePart,
) -> None:
    monkeypatch.setattr("wp3reports.pdf.internals.differences", lambda: differences)
    failures = conformance.validate_pdf_bytes(bound(make_part(BODY, style=STYLE)), profile=profile).failures
    rules = [each.rule_id for each in failures]
    assert [rule for rule in rules if not any(alarm in rule for alarm in FALSE_ALARMS)] == []


def test_boxes_that_nobody_thought_of_cost_our_tags_and_not_the_pages(
    monkeypatch: pytest.MonkeyPatch, make_part: MakePart
) -> None:
    def fails(*_: object) -> None:
        raise KeyError("no such box")

    monkeypatch.setattr("wp3reports.pdf.tags.reading.Reader.read", fails)
    printed = pdf.export(make_part(BODY, style=STYLE))
    assert [(flaw.code, flaw.fatal) for flaw in printed.flaws] == [("pdf-unseen", False)]
    assert "no such box" in printed.flaws[0].message
    assert outline(printed).count("Table[") == printed.pages
