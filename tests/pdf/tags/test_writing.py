"""The tag tree as objects of a PDF, with the ways back from pages, links and names."""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.volume import Part

SMALL = "@page { size: 100mm 60mm; margin: 10mm } .note { float: footnote }"
BODY = f"""<h1 lang=lv>Rīga</h1><p>{"One more sentence. " * 60}<a href="https://example.org/">there</a>
<span class=note>Two.</span></p><ol><li>One</ol>"""


@pytest.fixture(scope="module")
def written(make_part: Callable[..., Part]) -> Iterator[pikepdf.Pdf]:
    """A small part over several pages."""
    with pikepdf.open(io.BytesIO(pdf.export(make_part(BODY, style=SMALL)).pdf)) as file:
        yield file


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield node
    for kid in node.K.as_list():
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == node.objgen
            yield from elements(kid)


def test_each_mark_of_each_page_leads_to_the_element_that_holds_it(written: pikepdf.Pdf) -> None:
    numbers = written.Root.StructTreeRoot.ParentTree.Nums.as_list()
    found = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    pages = {page.obj.objgen: number for number, page in enumerate(written.pages)}
    held = 0
    for element in elements(written.Root.StructTreeRoot.K[0]):
        for kid in element.K.as_list():
            if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
                continue
            page, mark = (kid.Pg, kid.MCID) if isinstance(kid, pikepdf.Dictionary) else (element.Pg, kid)
            assert found[pages[page.objgen]][int(mark)].objgen == element.objgen
            held += 1
    assert len(pages) > 2
    assert held > len(pages)


def test_each_link_leads_to_its_element(written: pikepdf.Pdf) -> None:
    numbers = written.Root.StructTreeRoot.ParentTree.Nums.as_list()
    found = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    notes = [note for page in written.pages for note in page.obj.get("/Annots", pikepdf.Array()).as_list()]
    assert [str(found[int(note.StructParent)].S) for note in notes] == ["/Link"]


def test_names_lead_to_notes(written: pikepdf.Pdf) -> None:
    name, note = written.Root.StructTreeRoot.IDTree.Names.as_list()
    assert (str(note.S), bytes(note.ID)) == ("/Note", bytes(name))


def test_attributes_have_their_owners_and_texts_their_keys(written: pikepdf.Pdf) -> None:
    found = {str(each.S): each for each in elements(written.Root.StructTreeRoot.K[0])}
    assert str(found["/H1"].Lang) == "lv"
    assert {key: str(value) for key, value in found["/L"].A.items()} == {"/O": "/List", "/ListNumbering": "/Decimal"}
