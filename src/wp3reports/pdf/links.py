"""Named destinations of a whole volume, and the links that lead to them."""

from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from wp3reports.pdf.faults import DanglingLinkError

SCHEME = "volume"  # of links between parts: they are resolved here
ALLOWED = ("http", "https", "mailto")


class Destinations:
    """The places of a volume by name; a name stands for one place only."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """No place yet."""
        self._pdf = pdf
        self._places: dict[str, Array] = {}

    def add(self, source: pikepdf.Pdf, first: int) -> None:
        """Take over the places of a part whose pages have been appended from page `first` on."""
        if "/Names" not in source.Root or "/Dests" not in source.Root.Names:
            return
        index = {page.obj.objgen: first + number for number, page in enumerate(source.pages)}
        entries = source.Root.Names.Dests.Names.as_list()
        for key, place in zip(entries[::2], entries[1::2], strict=True):
            name = str(key)
            if name in self._places:
                raise ValueError(f'two parts of the volume have the id "{name}"')
            page = self._pdf.pages[index[place[0].objgen]].obj
            self._places[name] = Array([page, Name.XYZ, float(place[2]), float(place[3]), None])

    def link(self, *, lenient: bool) -> None:
        """Lead `volume:` links to their places, and make sure that no other address than allowed is left.

        DanglingLinkError for a place that the volume lacks; when lenient, such a link just leads nowhere.
        """
        for page in self._pdf.pages:
            for annotation in page.obj.get("/Annots", Array()).as_list():
                self._lead(annotation, lenient=lenient)

    def _lead(self, annotation: pikepdf.Object, *, lenient: bool) -> None:
        """Resolve one annotation."""
        if "/A" in annotation:
            scheme, _, rest = str(annotation.A.get("/URI", "")).partition(":")
            if scheme.lower() in ALLOWED:
                return
            if scheme.lower() != SCHEME:
                raise ValueError(f'a link of the volume has an address that is not allowed: "{scheme}:{rest[:80]}"')
            if str(annotation.get("/Contents", "")) == str(annotation.A.URI):  # no words for the ear: never the scheme
                annotation.Contents = String(unquote(rest))
            del annotation.A
            annotation.Dest = String(unquote(rest))
        if "/Dest" not in annotation:
            return
        name = str(annotation.Dest)
        if name in self._places:
            annotation.Dest = String(name)  # spelt as in the name tree, byte for byte
        elif lenient:
            del annotation.Dest
        else:
            raise DanglingLinkError(f'a link leads to "{name}", which the volume lacks')

    def write(self) -> None:
        """Put the places into the document, sorted as a name tree must be."""
        entries = sorted(self._places.items(), key=lambda entry: bytes(String(entry[0])))
        names = [item for name, place in entries for item in (String(name), place)]
        self._pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
