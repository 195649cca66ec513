"""A reason is told in words that follow `because`."""

import pytest

from wp3reports.reasons import Kind, Reason
from wp3reports.reasons.reason import of_file


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason(Kind.FIELD, "inputs/a.yaml", "added", "clusters/1"), "inputs/a.yaml → clusters/1 added"),
        (of_file("inputs/a.yaml", "removed"), "inputs/a.yaml removed"),
        (of_file("templates/a.html.j2", "changed"), "template templates/a.html.j2 changed"),
        (of_file("templates/static/a.css", "changed"), "style sheet templates/static/a.css changed"),
        (of_file("templates/static/fonts/a.woff2", "changed"), "font templates/static/fonts/a.woff2 changed"),
        (of_file("inputs/m2_swot/port.png", "added"), "picture inputs/m2_swot/port.png added"),
        (Reason(Kind.ENGINE, "weasyprint", "is 71 and was 70"), "weasyprint is 71 and was 70"),
        (Reason(Kind.DAY, "the day", "a and was b"), "the day of issue is a and was b"),
        (Reason(Kind.NUMBERS, "page numbers", "moved"), "page numbers moved"),
    ],
)
def test_each_kind_has_its_words(reason: Reason, text: str) -> None:
    assert str(reason) == text
