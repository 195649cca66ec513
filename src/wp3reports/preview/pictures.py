"""Pictures of the pages of a PDF, by PDFium. One at a time: the library is not made for several threads."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

import pypdfium2

WIDTHS = (480, 720, 1080, 1600, 2400)  # pixels; a browser takes the one that its screen shows sharp
_LOCK = Lock()


class Heading(NamedTuple):
    """An entry of the outline; pages count from 0."""

    level: int
    title: str
    page: int


def looks(pdf: bytes) -> tuple[str, ...]:
    """A digest of what is seen on each page: equal where nothing that can be seen is different."""
    with _opened(pdf) as document:
        return tuple(_look(page) for page in _pages(document))


def picture(pdf: bytes, index: int, width: int) -> bytes:
    """One page as PNG, so many pixels wide."""
    with _opened(pdf) as document:
        page = document[index]
        image = page.render(scale=width / page.get_width()).to_pil()
        target = io.BytesIO()
        image.save(target, "PNG", compress_level=1)  # it goes no further than this machine
        return target.getvalue()


def outline(pdf: bytes) -> tuple[Heading, ...]:
    """The headings that lead somewhere, in order."""
    with _opened(pdf) as document:
        entries = ((entry, entry.get_dest()) for entry in document.get_toc())
        return tuple(Heading(entry.level, entry.get_title(), there.get_index()) for entry, there in entries if there)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for index in range(len(document)):
        page = document[index]
        yield page
        page.close()


def _look(page: pypdfium2.PdfPage) -> str:
    image = page.render(scale=1)  # 72 dots per inch: letters of 6 points and hairlines leave their grey
    return hashlib.sha256(repr((image.width, image.height)).encode() + bytes(image.buffer)).hexdigest()[:20]
