"""The tag tree into the objects of a PDF, with the ways back to it from pages, links and names."""

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from wp3reports.pdf.tags.tree import Hotspot, Kid, Node

OWNERS = {"TH": "/Table", "TD": "/Table", "L": "/List", "Figure": "/Layout"}  # of attributes
TEXTS = (("Lang", "language"), ("Alt", "alternative"), ("ActualText", "actual"), ("ID", "name"))


class Writer:
    """Writes one tree; `counts` are the numbers of marks on each page."""

    def __init__(self, pdf: pydyf.PDF, counts: Sequence[int]) -> None:
        """Nothing is written yet."""
        self._pdf = pdf
        self._pages: Sequence[bytes] = pdf.page_references
        self._marked: list[list[bytes]] = [[b"null"] * count for count in counts]  # by page and mark: its element
        self._names: dict[str, bytes] = {}

    def write(self, document: Node, hotspots: Sequence[tuple[Any, Node]]) -> None:
        """Write the tree and hang it into the document."""
        root = self._added(Type="/StructTreeRoot")
        elements: dict[Node, pydyf.Dictionary] = {}
        for node in document.walk():
            elements[node] = element = self._element(node)
            element["P"] = (elements[node.parent] if node.parent else root).reference
        for node, element in elements.items():
            element["K"] = pydyf.Array(self._kid(kid, node, elements) for kid in node.kids)
        root["K"] = pydyf.Array([elements[document].reference])
        links = [(annotation, elements[node].reference) for annotation, node in hotspots]
        root["ParentTree"] = self._added(Nums=pydyf.Array(self._parents(links))).reference
        if self._names:
            pairs = ((pydyf.String(name), reference) for name, reference in sorted(self._names.items()))
            root["IDTree"] = self._added(Names=pydyf.Array(item for pair in pairs for item in pair)).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _added(self, **values: Any) -> pydyf.Dictionary:
        """A new object of the file."""
        added = pydyf.Dictionary(values)
        self._pdf.add_object(added)
        return added

    def _element(self, node: Node) -> pydyf.Dictionary:
        """The object for a node, without its kids."""
        element = self._added(Type="/StructElem", S=f"/{node.role}", Pg=self._pages[node.page])
        element |= {key: pydyf.String(text) for key, field in TEXTS if (text := getattr(node, field))}
        if node.attributes:
            values = {
                key: pydyf.Array(value) if isinstance(value, list) else value for key, value in node.attributes.items()
            }
            element["A"] = pydyf.Dictionary({"O": OWNERS[node.role], **values})
        if node.name:
            self._names[node.name] = element.reference
        return element

    def _kid(self, kid: Kid, node: Node, elements: dict[Node, pydyf.Dictionary]) -> Any:
        """What stands for a kid in the array of its parent."""
        if isinstance(kid, Node):
            return elements[kid].reference
        if isinstance(kid, Hotspot):
            page = self._pages[kid.page]
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page})
        self._marked[kid.page][kid.number] = elements[node].reference
        if kid.page == node.page:
            return kid.number
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.number})

    def _parents(self, links: Sequence[tuple[Any, bytes]]) -> Iterator[Any]:
        """The elements of all marks by page, then those of the links, which are given their numbers."""
        for number, marked in enumerate(self._marked):
            yield from (number, pydyf.Array(marked))
        for number, (annotation, element) in enumerate(links, len(self._marked)):
            annotation["StructParent"] = number
            yield from (number, element)
