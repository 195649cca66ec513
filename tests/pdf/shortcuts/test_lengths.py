"""Boxes are as large, and stand as far apart, as the engine itself makes them."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

SIDES = ("left", "right", "top", "bottom")
LENGTHS = (
    *("width", "height", "min_width", "max_width", "min_height", "max_height", "position_x", "position_y"),
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES),
    *(f"border_{side}_width" for side in SIDES),
)
VALUES = st.sampled_from(["auto", "0", "3mm", "20%", "calc(10% + 2px)", "1.5em"])
NAMES = st.sampled_from(["margin", "margin-top", "width", "min-width", "max-width", "height", "min-height", "top"])
SET = st.builds("{}: {}".format, NAMES, VALUES)
OTHER = st.sampled_from(
    [
        "box-sizing: border-box",
        "box-sizing: padding-box",
        "border: 2px solid",
        "padding: 1mm 10%",
        "padding: 0",
        "border-collapse: collapse",
        "position: absolute",
        "float: right",
        "display: flex",
        "display: grid",
        "columns: 2",
        "max-height: none",
    ]
)
CHOICES = st.lists(st.one_of(SET, OTHER), max_size=4).map("; ".join)


@settings(deadline=None, max_examples=40)
@given(st.tuples(CHOICES, CHOICES, CHOICES))
@example(("", "height: calc(10% + 2px); columns: 2", ""))  # at which the engine crashes
def test_they_are_the_same(both: Any, boxes: Any, styles: tuple[str, str, str]) -> None:
    outer, inner, cell = styles
    html = (
        "<style>@page { size: A6; margin: 10%; @bottom-left { content: 'foot'; width: 30% } }</style>"
        f'<div style="{outer}"><p style="{inner}">Rīga is a port and a university town.</p>'
        f'<table style="{inner}"><tr><td style="{cell}">1<td>2<tr><td colspan=2>3</table></div>'
    )

    def measured(document: Any) -> list[Any]:
        return [(type(box), [getattr(box, name, None) for name in LENGTHS]) for box in boxes(document)]

    plain, ours = both(html, measured)
    assert ours == plain
