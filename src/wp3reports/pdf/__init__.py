"""Parts to pages and pages to volumes: the only package that knows WeasyPrint, fonts and the inside of PDF.

`export` lays out one part, `bind` joins parts and stamps what depends on position, `unpack` reads the files inside a
volume back. Importing this package loads none of the libraries; only `prepare` and `export` need Pango.
"""

from collections.abc import Iterable, Mapping, Sequence

from wp3reports.pdf.faults import DanglingLinkError, MissingLibrariesError, NotOursError
from wp3reports.pdf.internals import differences
from wp3reports.pdf.libraries import fingerprint, install_command, missing_libraries
from wp3reports.pdf.numbering import labels, page_labels
from wp3reports.pdf.package import Package, Unpacked
from wp3reports.pdf.printed import Bookmark, Face, Flaw, Fragment, Printed, Size
from wp3reports.pdf.seal import prepare
from wp3reports.pdf.typefaces import keep_fonts_in
from wp3reports.volume import Part, Volume

__all__ = [
    "Bookmark",
    "DanglingLinkError",
    "Face",
    "Flaw",
    "Fragment",
    "MissingLibrariesError",
    "NotOursError",
    "Package",
    "Printed",
    "Size",
    "Unpacked",
    "bind",
    "differences",
    "export",
    "fingerprint",
    "install_command",
    "keep_fonts_in",
    "labels",
    "missing_libraries",
    "page_labels",
    "prepare",
    "prepare_to_bind",
    "unpack",
]


def export(part: Part) -> Printed:
    """The pages of the part and what was found while making them. Never raises for what stands in the HTML.

    MissingLibrariesError when the engine cannot run on this system.
    """
    prepare()
    from wp3reports.pdf import exporting  # noqa: PLC0415 - loads the engine

    return exporting.export(part)


def bind(volume: Volume, printed: Sequence[Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
    """The volume as one PDF, with page numbers, running heads and, on a draft, its mark.

    `printed[i]` are the pages of `volume.placements[i]`; `fonts` are the shipped font files by name. The same input
    gives the same bytes. A part that failed to print is left out, and links to it lead nowhere.
    """
    from wp3reports.pdf import binding  # noqa: PLC0415 - loads HarfBuzz

    return binding.bind(volume, printed, draft=draft, fonts=fonts)


def prepare_to_bind(fonts: Iterable[bytes]) -> None:
    """Load what `bind` needs, and open the faces in these font files; Pango is none of it."""
    from wp3reports.pdf import binding  # noqa: F401, PLC0415 - to have loaded it is all that is wanted
    from wp3reports.pdf.shaping import typeface  # noqa: PLC0415 - loads HarfBuzz

    for data in fonts:
        typeface(data).load()


def unpack(data: bytes) -> Package:
    """The files inside a PDF of ours, and what it says of itself; NotOursError says why there are none."""
    from wp3reports.pdf import unpacking  # noqa: PLC0415 - loads pikepdf

    return unpacking.unpack(data)
