"""Every property of every box has the value that the engine itself computes."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint.css.properties import INITIAL_VALUES

from wp3reports.pdf.shortcuts import values

PHYSICAL = [name for name in INITIAL_VALUES if "_block_" not in name and "_inline_" not in name]  # boxes have no other
DECLARATIONS = (
    "color: #0b5563",
    "color: inherit",
    "font-size: 1.2em",
    "line-height: calc(1em + 2px)",
    "line-height: inherit",
    "text-indent: calc(10% + 1mm)",
    "text-decoration: underline dotted red",
    "text-decoration-line: none",
    "margin-inline-start: 3mm",
    "margin-left: initial",
    "padding-block: 2mm",
    "border: 1px solid",
    "border-width: thick",
    "border-inline-end: 2px solid blue",
    "border-radius: 3px",
    "outline: 1px solid",
    "direction: rtl",
    "position: absolute",
    "position: relative",
    "float: left",
    "display: inline-block",
    "display: table-cell",
    "page: wide",
    "hyphens: auto",
    "letter-spacing: .1em",
    "word-spacing: .2em",
    "--gap: 2mm",
    "margin: var(--gap) var(--lost, 1mm)",
    "width: calc(50% - var(--gap))",
    "vertical-align: middle",
    "width: 40%",
    "min-height: auto",
    "orphans: 4",
    "string-set: head content()",
)
CHOICES = st.lists(st.sampled_from(DECLARATIONS), max_size=4).map("; ".join)


def page(*styles: str) -> str:
    outer, inner, word = styles
    return (
        f'<html lang="lv" style="--gap: 1mm"><div style="{outer}"><p style="{inner}">Rīga <b style="{word}">un</b> osta'
        f'<ul><li style="{word}">Viens</ul><table style="{inner}"><tr><td>1</table></div>'
    )


def comparable(value: Any) -> Any:
    """The value, or what is written for one that no two trees of tokens have in common."""
    return value.serialize() if hasattr(value, "serialize") else value


@settings(deadline=None, max_examples=40)
@given(st.tuples(CHOICES, CHOICES, CHOICES))
def test_they_are_the_same(both: Any, boxes: Any, styles: tuple[str, str, str]) -> None:
    def computed(document: Any) -> list[tuple[str, Any]]:
        return [(name, comparable(box.style[name])) for box in boxes(document) for name in PHYSICAL]

    plain, ours = both(page(*styles), computed)
    assert ours == plain


def test_most_properties_have_no_rule_of_their_own() -> None:
    others = set(PHYSICAL) - set(values.PLAIN)
    assert {"position", "float", "display", "border_top_width"} <= others
    assert len(others) < len(values.PLAIN) / 4
    assert values.PLAIN["margin_left"].aliases
    assert not values.PLAIN["color"].aliases
