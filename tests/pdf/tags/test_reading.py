"""From laid out pages to the tag tree: what a part says when it is read aloud."""

from collections.abc import Callable

import pytest

import tagtree

Tagged = Callable[..., tagtree.Tag]
SMALL = "@page { size: 100mm 60mm; margin: 10mm } html { font-size: 4mm; line-height: 5mm; orphans: 1; widows: 1 }"
LONG = "One more sentence. " * 30


@pytest.mark.parametrize(
    ("body", "outline"),
    [
        ("<h1>One</h1><p>Two <b>three</b></p>", "Document[H1[One] P[Two three]]"),
        ("<section><article><p>One</article></section>", "Document[Sect[Art[P[One]]]]"),
        ("<div>One <i>two</i></div>", "Document[Div[P[One two]]]"),
        ("<div>One<p>Two</p>three</div>", "Document[Div[P[One] P[Two] P[three]]]"),
        ('<div><a href="https://example.org">One</a> two</div>', "Document[Div[P[Link[One] two]]]"),
        ("<ul><li>One<li>Two</ul>", "Document[L[LI[Lbl[•] LBody[One]] LI[Lbl[•] LBody[Two]]]]"),
        ("<ol><li>One<ol><li>Two</ol></ol>", "Document[L[LI[Lbl[1.] LBody[One L[LI[Lbl[1.] LBody[Two]]]]]]]"),
        ("<dl><dt>One<dd>Two<dd>Three<dt>Four<dd>Five</dl>", None),
        ("<p>One <q>two</q> <code>three</code>", "Document[P[One Quote[“ two ”] Code[three]]]"),
        (
            "<table><caption>One<tr><th>Two<tr><td>3</table>",
            "Document[Table[Caption[One] TBody[TR[TH[Two]] TR[TD[3]]]]]",
        ),
        ("<table><tr><td>1<span class=b>2</span></table>", "Document[Table[TBody[TR[TD[1 Div[P[2]]]]]]]"),
        ("<p>1 <span class=b>2</span> <b>3</b></p>", "Document[P[1 2 3]]"),
        ("<table><tr><td>1<td></table>", "Document[Table[TBody[TR[TD[1] TD[]]]]]"),
    ],
)
def test_one_element_of_the_html_is_one_of_the_tree(body: str, outline: str | None, tagged: Tagged) -> None:
    found = tagged(body, style=".b { display: block }").outline()
    if outline is None:
        outline = "Document[L[LI[Lbl[One] LBody[Two] LBody[Three]] LI[Lbl[Four] LBody[Five]]]]"
    assert found == outline


def test_a_paragraph_over_pages_is_one(tagged: Tagged) -> None:
    document = tagged(f"<p>{LONG}</p>", style=SMALL)
    (paragraph,) = document.find("P")
    assert len(paragraph.pages) > 1
    assert document.text() == LONG.strip()


def test_a_table_over_pages_is_one_and_its_head_is_read_once(tagged: Tagged) -> None:
    rows = "".join(f"<tr><th scope=row>{number}<td>Port" for number in range(30))
    head = "<thead><tr><th scope=col>Number<th scope=col>Name</thead>"
    document = tagged(f"<table>{head}<tbody>{rows}</table>", style=SMALL)
    (table,) = document.find("Table")
    assert len(table.pages) > 1
    assert [row.text() for row in table.find("TR")] == ["Number Name", *(f"{number} Port" for number in range(30))]
    assert [each.role for each in table.kids if isinstance(each, tagtree.Tag)] == ["THead", "TBody"]


def test_a_cell_over_pages_is_one(tagged: Tagged) -> None:
    document = tagged(f"<table><tr><th scope=row>Long<td>{LONG}</table>", style=SMALL, flaws=("pdf-too-tall",))
    assert [cell.text() for cell in document.find("TH", "TD")] == ["Long", LONG.strip()]


def test_a_cell_that_spans_rows_over_a_page_break(tagged: Tagged) -> None:
    rows = "".join(f"<tr><td>{number}" for number in range(1, 20))
    document = tagged(f"<table><tr><th scope=rowgroup rowspan=20>All<td>0{rows}</table>", style=SMALL)
    (header,) = document.find("TH")
    assert (header.text(), header.attributes) == ("All", {"RowSpan": 20, "Scope": "Row"})
    assert len(document.find("TR")) == 20


def test_a_list_over_pages_is_one(tagged: Tagged) -> None:
    document = tagged(f"<ol>{'<li>Port' * 30}</ol>", style=SMALL)
    assert len(document.find("L")) == 1
    assert [item.text() for item in document.find("LI")] == [f"{number}. Port" for number in range(1, 31)]


def test_a_note_is_read_where_it_is_called(tagged: Tagged) -> None:
    style = ".note { float: footnote } ::footnote-call { content: counter(footnote) }"
    document = tagged("<p>One<span class=note>Two.</span> three.</p><p>Four.", style=style)
    assert document.outline() == "Document[P[One Reference[1] Note[Lbl[1.] Two.] three.] P[Four.]]"
    (note,) = document.find("Note")
    assert note.name.endswith("-note-1")


def test_the_names_of_notes_are_the_parts_own(tagged: Tagged) -> None:
    style = ".note { float: footnote }"
    names = [tagged(f"<p>{text}<span class=note>Two.</span>", style=style).find("Note")[0].name for text in "ab"]
    assert len(set(names)) == 2


def test_what_is_not_for_the_ear_is_no_content(tagged: Tagged) -> None:
    heads = "@page { @top-left { content: 'Head' } @left-middle { content: 'Side' } }"
    style = heads + " .l::after { content: leader('.') '7' }"
    body = '<p aria-hidden="true">Silent</p><p data-pdf="artifact">Mute</p><p class=l>One</p>'
    assert tagged(body, style=style).outline() == "Document[P[One 7]]"


def test_a_link_is_read_in_its_line_and_holds_its_rectangles(tagged: Tagged) -> None:
    document = tagged(f'<p>See <a href="https://example.org/">{LONG}</a>.', style=SMALL)
    (link,) = document.find("Link")
    assert link.text() == LONG.strip()
    targets = [kid for kid in link.kids if isinstance(kid, tagtree.Target)]
    assert len(targets) > 1
    assert {each.address for each in targets} == {"https://example.org/"}


def test_a_link_in_a_repeated_head_can_still_be_followed(tagged: Tagged) -> None:
    head = '<thead><tr><th scope=col><a href="https://example.org/">Name</a></thead>'
    document = tagged(f"<table>{head}<tbody>{'<tr><td>Port' * 30}</table>", style=SMALL)
    (link,) = document.find("Link")
    assert link.text() == "Name"
    assert sum(isinstance(kid, tagtree.Target) for kid in link.kids) > 1


def test_a_picture_is_a_figure_where_it_stands(tagged: Tagged) -> None:
    style = "@page { size: 400pt 500pt; margin: 50pt } body, svg { margin: 0; display: block }"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="60pt"><title>Map</title></svg>'
    (figure,) = tagged(svg, style=style).find("Figure")
    assert figure.alternative == "Map"
    assert figure.attributes["BBox"] == pytest.approx([50, 390, 150, 450])
    assert figure.text() == "Map"


def test_a_word_divided_at_the_end_of_a_line_is_one_word(tagged: Tagged) -> None:
    style = "p { width: 30mm } html { hyphens: auto; hyphenate-character: '-' }"
    text = "Internationalisation of metropolitan innovation-systems"
    document = tagged(f"<p>{text}", style=style, lang="en")
    assert document.text() == text
    assert len(document.find("Span")) >= 1
