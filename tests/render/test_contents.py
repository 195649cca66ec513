import pytest

from wp3reports.render.contents import Caption, Heading, captions, headings
from wp3reports.render.tongues import Said, marked

DOCUMENT = """<!doctype html><html><head><title>T</title></head><body>
<h1 id="a"><span class="number">2</span> The <em>sea</em>
 &amp; ports</h1>
<h2>without an anchor</h2><h2 id="b"><span class="number">2.1</span> Ferries</h2><h3 id="c">Rīga</h3>
<h4 id="d">deep</h4>
<table><caption id="t"><span class="number">Table 2.1</span> Lines</caption></table>
<figure><figcaption id="f"><span class="number">Figure 2.1</span> A <b>map</b></figcaption></figure>
<table><caption>unnumbered</caption></table>
</body></html>"""


def test_headings_with_an_anchor() -> None:
    assert headings(DOCUMENT) == (
        Heading(1, "2", "The sea & ports", "a"),
        Heading(2, "2.1", "Ferries", "b"),
        Heading(3, "", "Rīga", "c"),
    )


def test_captions_with_an_anchor() -> None:
    assert captions(DOCUMENT) == (
        Caption("table", "Table 2.1", "Lines", "t"),
        Caption("figure", "Figure 2.1", "A map", "f"),
    )


@pytest.mark.parametrize(
    "document", ["", " \n", "<!-- nothing -->", "<?xml version='1.0' encoding='latin-1'?><p>x</p>"]
)
def test_a_document_without_headings_is_no_crash(document: str) -> None:
    assert headings(document) == captions(document) == ()


def test_headings_below_many_levels_are_found() -> None:
    assert headings("<div>" * 600 + "<h1 id=a>A</h1>") == (Heading(1, "", "A", "a"),)


def test_a_heading_may_be_listed_in_other_words() -> None:
    document = "<h1 id='a' data-listed='Riga: Selection of clusters'>Riga</h1><h2 id='b'>Summary</h2>"
    assert [each.title for each in headings(document)] == ["Riga: Selection of clusters", "Summary"]


def test_a_reference_to_a_source_is_no_part_of_a_title() -> None:
    caption = "<span class='number'>Figure 1</span> Shares <a class='cite'>[4]</a>"
    cited = f"<figure><figcaption id='f'>{caption}</figcaption></figure>"
    assert [(each.number, each.title) for each in captions(cited)] == [("Figure 1", "Shares")]


def test_what_is_in_another_language_stays_marked() -> None:
    document = '<h2 id="a" lang="en">Ferries</h2><h2 id="b"><span lang="en">IT</span>: dalībnieki</h2>'
    titles = [each.title for each in headings(document)]
    assert titles == [marked("en", "Ferries"), f"{marked('en', 'IT')}: dalībnieki"]
    assert all(type(title) is Said for title in titles)
