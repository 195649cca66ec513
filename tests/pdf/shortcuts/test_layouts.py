"""Text is as wide, and stands as high, as the engine itself lays it out."""

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text.line_break import Layout

from wp3reports.pdf.shortcuts import taken

STYLES = (
    "",
    "font: italic bold 14px serif",
    "text-decoration: underline",
    "text-decoration: line-through",
    "font-feature-settings: 'smcp'; font-variant-numeric: oldstyle-nums",
    "font-kerning: none; font-variant-ligatures: no-common-ligatures",
    "letter-spacing: 1px; word-spacing: 2px",
    "text-align: justify; hyphens: auto",
    "direction: rtl",
    "font-language-override: 'PLK'",
    "white-space: pre; tab-size: 8",
    "overflow-wrap: anywhere",
)
TEXT = "Zusammenarbeit in Łódź,\tviens divi trīs 1234567890 officially and affiliated firms of the region"


@pytest.mark.parametrize("lang", ["", "de", "pl"])
@pytest.mark.parametrize("style", STYLES)
def test_lines_are_the_same(both: Any, boxes: Any, style: str, lang: str) -> None:
    html = f'<html lang="{lang}"><p style="width: 60mm; {style}">{TEXT} <b>{TEXT}</b> {TEXT}</p>'

    def lines(document: Any) -> list[Any]:
        texts = [box for box in boxes(document) if hasattr(box, "text")]
        return [(box.text, box.position_x, box.position_y, box.width, box.height, box.baseline) for box in texts]

    plain, ours = both(html, lines)
    assert len(plain) >= 3
    assert ours == plain


def test_pages_are_the_same_to_the_byte(both: Any) -> None:
    """Drawing lays each line out once more, with the same style."""
    html = "".join(f'<p style="width: 60mm; {style}">{TEXT}</p>' for style in STYLES)
    plain, ours = both(f'<html lang="en">{html}', lambda document: document.write_pdf(pdf_identifier=b"same"))
    assert ours == plain


def test_a_style_makes_its_context_and_font_once(boxes: Any) -> None:
    with taken():
        document = HTML(string="<p>Rīga</p>").render()
        (style,) = {id(box.style): box.style for box in boxes(document) if hasattr(box, "text")}.values()
        made = style.made
        layout = Layout(style)
        layout.set_text("Tallinn")
    assert style.made is made
    assert layout.get_first_line()[1] is None
