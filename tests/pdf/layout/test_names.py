"""How things on a page are called."""

import pytest
from lxml import html

from wp3reports.pdf.layout.names import called, in_short, millimetres, words


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<table><caption>Actors\n of Riga</caption><tr><td>1</table>", 'the table "Actors of Riga"'),
        ("<table><tr><td>1</table>", "a table"),
        ("<figure><img><figcaption>Port</figcaption></figure>", 'the figure "Port"'),
        ("<h3>Tools</h3>", 'the heading "Tools"'),
        ('<img alt="Map" src="a.png">', 'the picture "Map"'),
        ('<img alt="" src="a.png">', 'the picture "a.png"'),
        ("<figcaption>Port</figcaption>", 'the caption "Port"'),
        ("<p>One <b>two</b></p>", 'the text "One two"'),
        ("<p></p>", "a text"),
    ],
)
def test_a_thing_by_its_name(source: str, name: str) -> None:
    assert called(html.fromstring(source)) == name


def test_a_row_goes_by_its_head_and_a_drawing_by_its_title() -> None:
    row = html.fromstring("<table><tr><th>Ports</th><td>1</td></tr></table>").find(".//tr")
    assert called(row) == 'the row "Ports"'
    drawing = html.etree.fromstring('<svg xmlns="http://www.w3.org/2000/svg"><title>Map</title></svg>')
    assert called(drawing) == 'the picture "Map"'


def test_a_box_of_no_element() -> None:
    assert called(None) == "a text"
    assert words(None) == ""


def test_long_names_are_cut() -> None:
    assert in_short("a" * 60) == "a" * 60
    assert in_short("a" * 61) == "a" * 59 + "…"


def test_lengths_are_never_nothing() -> None:
    assert [millimetres(points) for points in (0.1, 72)] == ["1 mm", "25 mm"]
