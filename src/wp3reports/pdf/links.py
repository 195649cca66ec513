"""Named destinations of a whole volume, and the links that lead to them."""

import re
from urllib.parse import unquote

import pydyf

from wp3reports.pdf.faults import DanglingLinkError
from wp3reports.pdf.sections import Section
from wp3reports.pdf.syntax import STRING, content, string, text, without_strings

SCHEME = "volume"  # of links between parts: they are resolved here
ALLOWED = ("http", "https", "mailto")
_ACTION = re.compile(rb"/A <</Type /Action/S /URI/URI (" + STRING + rb")>>", re.DOTALL)
_NAMED = re.compile(rb"/Dest (" + STRING + rb")", re.DOTALL)


class Destinations:
    """The places of a volume by name; a name stands for one place only."""

    def __init__(self, *, lenient: bool) -> None:
        """No place yet. When lenient, a link to a place that the volume lacks just leads nowhere."""
        self._lenient = lenient
        self._places: dict[bytes, bytes] = {}

    def add(self, section: Section) -> None:
        """Take over the places of a part; ValueError for a name that the volume has."""
        for name, page, view in section.written.destinations:
            if name in self._places:
                raise ValueError(f'two parts of the volume have the id "{text(name)}"')
            self._places[name] = b"[%b %b]" % (section.references[page], view)

    def led(self, link: bytes) -> bytes:
        """A link that leads to its place in the volume, if it is one of `volume:`, or to an address that is allowed.

        DanglingLinkError for a place that the volume lacks, ValueError for any other address.
        """
        if action := _ACTION.search(link):
            address = text(action[1])
            scheme, _, rest = address.partition(":")
            if scheme.lower() in ALLOWED:
                return link
            if scheme.lower() != SCHEME:
                raise ValueError(f'a link of the volume has an address that is not allowed: "{address[:80]}"')
            name = string(unquote(rest))
            link = link.replace(action[0], b"/Dest " + name, 1)
            link = link.replace(b"/Contents " + action[1], b"/Contents " + name, 1)  # never the scheme for the ear
        elif b"/A " in without_strings(link):
            raise ValueError("a link of the volume does what is not allowed")
        return self._found(link)

    def _found(self, link: bytes) -> bytes:
        """The link, unless it names a place that the volume lacks."""
        named = _NAMED.search(link)
        if named is None or named[1] in self._places:
            return link
        if self._lenient:
            return link.replace(named[0], b"", 1)
        raise DanglingLinkError(f'a link leads to "{text(named[1])}", which the volume lacks')

    def names(self) -> pydyf.Dictionary:
        """The places, sorted as a name tree must be."""
        entries = [item for name in sorted(self._places, key=content) for item in (name, self._places[name])]
        return pydyf.Dictionary({"Names": pydyf.Array(entries)})
