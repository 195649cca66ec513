"""The tag trees of parts joined into one, in reading order, with one parent tree for all pages and annotations."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String


@dataclass
class Structure:
    """The tag tree of a volume in the making."""

    pdf: pikepdf.Pdf
    language: str
    root: pikepdf.Object = field(init=False)
    document: pikepdf.Object = field(init=False)
    _kids: list[pikepdf.Object] = field(default_factory=list)
    _of_pages: list[tuple[int, pikepdf.Object]] = field(default_factory=list)
    _of_annotations: list[tuple[pikepdf.Object, pikepdf.Object]] = field(default_factory=list)
    _names: dict[bytes, pikepdf.Object] = field(default_factory=dict)  # of elements, such as notes

    def __post_init__(self) -> None:
        """An empty tree: a root and the element for the whole document."""
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root))

    def add(self, source: pikepdf.Pdf, first: int, count: int) -> None:
        """Take over the tree of a part whose pages have been appended from page `first` on."""
        tree = self.pdf.copy_foreign(source.Root.StructTreeRoot)  # what it says of pages and links follows along
        language = str(source.Root.get("/Lang", ""))
        for kid in tree.K[0].K.as_list():
            kid.P = self.document
            if language and language != self.language and "/Lang" not in kid:
                kid.Lang = String(language)
            self._kids.append(kid)
        annotations: dict[int, pikepdf.Object] = {}
        for number in range(first, first + count):
            page = self.pdf.pages[number].obj
            page.StructParents = number
            for annotation in page.get("/Annots", Array()).as_list():
                if "/StructParent" in annotation:
                    annotations[int(annotation.StructParent)] = annotation
        entries = tree.ParentTree.Nums.as_list()
        for key, value in zip(map(int, entries[::2]), entries[1::2], strict=True):
            if key < count:
                self._of_pages.append((first + key, value))
            elif key in annotations:
                self._of_annotations.append((annotations[key], value))
        if "/IDTree" in tree:
            self._add_names(list(tree.IDTree.Names.as_list()))

    def _add_names(self, entries: Sequence[pikepdf.Object]) -> None:
        """Take over the names of a part's elements; ValueError when the volume has one of them."""
        for name, element in zip(map(bytes, entries[::2]), entries[1::2], strict=True):
            if name in self._names:
                raise ValueError(f"two parts of the volume have an element {name!r}: one part stands in it twice")
            self._names[name] = element

    def close(self, pages: int) -> None:
        """Number the annotations behind the pages and hang the tree into the document."""
        numbers = [item for entry in self._of_pages for item in entry]
        for key, (annotation, value) in enumerate(self._of_annotations, pages):
            annotation.StructParent = key
            numbers += [key, value]
        self.document.K = Array(self._kids)
        self.root.K = Array([self.document])
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self.root.ParentTreeNextKey = pages + len(self._of_annotations)
        if self._names:
            names = [item for name, element in sorted(self._names.items()) for item in (String(name), element)]
            self.root.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(names)))
        self.pdf.Root.StructTreeRoot = self.root
