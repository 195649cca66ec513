from xml.etree import ElementTree as ET

from wp3reports.pdf.places import Places

HTML = """<html><head><title>漢</title></head><body data-src="a">
<p id="x">字<b data-src="b">漢</b>漢</p><style>字</style><!-- 漢 --><a href="#q" id="x">q</a>
<svg xmlns="http://www.w3.org/2000/svg" id="g"><g id="g"/></svg><i data-src="c" id="x"/></body></html>"""
PLACES = Places(ET.fromstring(HTML))  # noqa: S314 - our own text


def test_characters_are_found_where_they_are_shown() -> None:
    assert PLACES.of_characters(["漢", "字", "仮"]) == {"漢": ["b", "a"], "字": ["a"], "仮": []}


def test_attributes() -> None:
    assert PLACES.of_attribute(("src", "href"), "#q") == "a"
    assert PLACES.of_attribute(("src",), "#q") == ""


def test_ids_that_stand_twice() -> None:
    assert PLACES.ids_twice() == {"x": "a"}


def test_depth_does_not_matter() -> None:
    root = leaf = ET.Element("html")
    for _ in range(20_000):
        leaf = ET.SubElement(leaf, "b")
    leaf.text = "漢"
    leaf.set("data-src", "deep")
    assert Places(root).of_characters(["漢"]) == {"漢": ["deep"]}
