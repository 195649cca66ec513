"""The last hand on a part's PDF objects before they are written: WeasyPrint's own hook, public API only.

Refuses addresses that no report may carry, gives links words to be read aloud, makes the names of table headers, which
the engine's own tags have, unique when parts are joined, looks for text that cannot be tagged, and packs streams.
"""

import zlib
from typing import Any

import pydyf

from wp3reports.pdf.links import ALLOWED, SCHEME
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Flaw
from wp3reports.pdf.tags.spoken import Spoken


class Finisher:
    """The hook for one part; `flaws` is filled when it has run."""

    def __init__(self, prefix: str, places: Places) -> None:
        """`prefix` tells this part's names from those of all others."""
        self.flaws: list[Flaw] = []
        self._prefix = prefix
        self._places = places
        self._links: dict[str, str] = {}  # address -> source of the first link to it

    def __call__(self, document: Any, pdf: pydyf.PDF) -> None:
        """Walk once over all objects."""
        sources, spoken = self._places.of_elements(), Spoken(self._places.root)
        for page in document.pages:
            for _kind, target, _rectangle, box in page.links:
                self._links.setdefault(target, sources.get(box.element, ""))
                # Not public: where it is missing, the address stays for the ear.
                annotation, words = getattr(box, "link_annotation", None), spoken.of(box.element)
                if annotation and words:
                    annotation["Contents"] = pydyf.String(words)
        for item in pdf.objects:
            if isinstance(item, pydyf.Stream):
                self._check_form(item)
                _pack(item)
            elif isinstance(item, dict):
                self._check_link(item)
                self._rename_headers(item)

    def _check_link(self, item: Any) -> None:
        """Take the action from a link whose scheme is not allowed."""
        if item.get("Subtype") != "/Link" or "A" not in item:
            return
        url = str(item["A"]["URI"].string)
        scheme, colon, _ = url.partition(":")
        if not colon or scheme.lower() not in (*ALLOWED, SCHEME):
            del item["A"]
            message = f'no link to "{url[:120]}": only http, https and mailto'
            self.flaws.append(Flaw("pdf-refused-address", message, self._links.get(url, "")))

    def _rename_headers(self, item: Any) -> None:
        """Make the names of header cells unique in any volume; WeasyPrint counts them by object number."""
        if item.get("S") == "/TH" and "ID" in item:
            item["ID"] = self._renamed(item["ID"])
        elif item.get("S") == "/TD" and "Headers" in item.get("A", {}):
            item["A"]["Headers"] = pydyf.Array(self._renamed(name) for name in item["A"]["Headers"])

    def _renamed(self, name: Any) -> pydyf.String:
        """The name with the part's prefix."""
        return pydyf.String(f"{self._prefix}-{name.string}")

    def _check_form(self, stream: Any) -> None:
        """Report text in a form: it comes from `opacity`, is out of reach for the tag tree, and breaks PDF/UA 7.1-3."""
        if stream.extra.get("Subtype") == "/Form" and any(b"MCID" in line for line in map(_bytes, stream.stream)):
            flaw = Flaw("pdf-untagged", "text under an opacity below 1 cannot be tagged: use a colour with alpha")
            if flaw not in self.flaws:
                self.flaws.append(flaw)


def _pack(stream: Any) -> None:
    """Pack what the engine would pack with five times the effort, for a fortieth less."""
    if stream.compress:
        whole = pydyf.Stream(stream.stream).data
        content = whole.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        stream.stream = [zlib.compress(content)]
        stream.extra["Filter"] = "/FlateDecode"
        stream.compress = False


def _bytes(line: Any) -> bytes:
    """A line of a content stream as it will be written."""
    return line if isinstance(line, bytes) else bytes(getattr(line, "data", b""))
