import io
from collections.abc import Iterator, Sequence

import pikepdf

from wp3reports import pdf


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        kids = node.get("/K", pikepdf.Array())
        kids = kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]
        stack += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_one_tree_in_reading_order(final: bytes, printed: Sequence[pdf.Printed]) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        tree = file.Root.StructTreeRoot
        (document,) = tree.K.as_list()
        assert pikepdf.Name.Document == document.S
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        found = [node for node in elements(document) if "/Pg" in node]
        assert len(found) > 50
        first_level = [pages[node.Pg.objgen] for node in document.K.as_list()]
        assert first_level == sorted(first_level)
        assert set(first_level) == set(range(sum(part.pages for part in printed)))


def test_every_parent_is_right(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        for node in elements(file.Root.StructTreeRoot.K[0]):
            kids = node.get("/K", pikepdf.Array())
            for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else []:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    assert kid.P.objgen == node.objgen


def test_the_parent_tree_knows_all_pages_and_links(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums.as_list()
        tree = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert list(tree) == list(range(len(tree)))
        assert int(file.Root.StructTreeRoot.ParentTreeNextKey) == len(tree)
        links = 0
        for number, page in enumerate(file.pages):
            assert int(page.obj.StructParents) == number
            assert all(element.Pg.objgen == page.obj.objgen for element in tree[number].as_list())
            for note in page.obj.get("/Annots", pikepdf.Array()).as_list():
                assert pikepdf.Name.Link == tree[int(note.StructParent)].S
                links += 1
        assert len(tree) == len(file.pages) + links
        assert links == 7


def test_a_part_in_another_language_says_so(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        languages = [str(node.get("/Lang", "")) for node in file.Root.StructTreeRoot.K[0].K.as_list()]
    assert set(languages) == {"", "lv"}
