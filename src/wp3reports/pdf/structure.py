"""The tag trees of parts joined into one, in reading order, with one parent tree for all pages and links."""

import pydyf

from wp3reports.pdf.objects import Objects
from wp3reports.pdf.sections import Section
from wp3reports.pdf.syntax import content, reference, renumbered, string, without_strings

_BETWEEN = b"\0"  # elements that are renumbered together: the engine writes none, and no text can hold one
_KIND = b"<</Type /StructElem"


class Structure:
    """The tag tree of a volume in the making: its `root`, and the element for the whole `document`."""

    def __init__(self, objects: Objects, language: str) -> None:
        """An empty tree."""
        self._objects, self._language = objects, string(language)
        self._root, self._document = objects.reserve(), objects.reserve()
        self.root, self.document = reference(self._root), reference(self._document)
        self._kids: list[bytes] = []
        self._parents: dict[int, bytes] = {}
        self._names: dict[bytes, bytes] = {}  # of elements, such as notes

    def add(self, section: Section) -> None:
        """Take over the tree of a part; ValueError when the volume has an element of the same name."""
        written, references = section.written, section.references
        texts = dict(written.texts)
        if written.language not in {b"", self._language}:
            texts |= {key: self._in_language(texts[key], written.language) for key in written.chapters}
        elements = renumbered(_BETWEEN.join(texts[key] for key in written.elements), references).split(_BETWEEN)
        for number, element in enumerate(elements, section.number + len(section.shown)):
            self._objects.put(number, element)
        self._kids += (references[key] for key in written.chapters)
        self._parents |= {section.key(key): renumbered(value, references) for key, value in written.parents}
        for name, element in written.named:
            if name in self._names:
                raise ValueError(f"two parts of the volume have an element {name!r}: one part stands in it twice")
            self._names[name] = references[element]

    def close(self) -> None:
        """Write what hangs the parts together."""
        parents = b" ".join(b"%d%b" % parent for parent in sorted(self._parents.items()))
        kids = b"[%b]" % b" ".join(self._kids)
        document = {"Type": "/StructElem", "S": "/Document", "P": self.root, "K": kids}
        root = {
            "Type": "/StructTreeRoot",
            "K": pydyf.Array([self.document]),
            "ParentTree": self._objects.add(pydyf.Dictionary({"Nums": b"[%b]" % parents})),
            "ParentTreeNextKey": len(self._parents),
        }
        if self._names:
            names = [item for name in sorted(self._names, key=content) for item in (name, self._names[name])]
            root["IDTree"] = self._objects.add(pydyf.Dictionary({"Names": pydyf.Array(names)}))
        self._objects.put(self._document, pydyf.Dictionary(document).data)
        self._objects.put(self._root, pydyf.Dictionary(root).data)

    @staticmethod
    def _in_language(element: bytes, language: bytes) -> bytes:
        """An element of a part in another language than the volume's says so, unless it has one of its own."""
        if b"/Lang " in without_strings(element):
            return element
        return b"%b/Lang %b%b" % (_KIND, language, element.removeprefix(_KIND))
