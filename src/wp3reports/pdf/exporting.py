"""A part laid out and written: HTML and assets in, pages and flaws out.

Never raises for what stands in the HTML. Needs `prepare` before it is imported.
"""

import gc
import io
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pikepdf
from weasyprint import HTML
from weasyprint.text.fonts import get_hb_object_data

from wp3reports.pdf import shortcuts
from wp3reports.pdf.fetching import BASE, AssetFetcher
from wp3reports.pdf.finishing import Finisher
from wp3reports.pdf.journal import Journal, in_short
from wp3reports.pdf.layout import look_over
from wp3reports.pdf.layout.boxes import POINTS
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Bookmark, Face, Flaw, Printed
from wp3reports.pdf.stylesheets import Faces, Styles, styles_of
from wp3reports.pdf.tags.hook import right_tags
from wp3reports.pdf.typefaces import postscript_name
from wp3reports.volume import Part

VARIANT = "pdf/a-3a"


def export(part: Part) -> Printed:
    """The pages of the part; without pages and with a fatal flaw when the engine fails."""
    fetcher = AssetFetcher(part.assets)
    with Journal() as journal, _collector_at_rest():
        try:
            html = HTML(string=part.html, url_fetcher=fetcher, base_url=BASE)
        except Exception as crash:  # noqa: BLE001 - the engine is fed by strangers
            return _failed(crash)
        places = Places(html.etree_element)
        try:
            printed = _laid_out(html, sha256(part.html.encode()).hexdigest()[:12], places, styles_of(html, part.assets))
        except Exception as crash:  # noqa: BLE001 - RecursionError and MemoryError too
            printed = _failed(crash)
    flaws = [
        *printed.flaws,
        *(_refused(url, places) for url in dict.fromkeys(fetcher.refused)),
        *(Flaw("pdf-id-twice", f'the id "{name}" stands twice', at) for name, at in places.ids_twice().items()),
        *journal.flaws(places),
    ]
    return replace(printed, flaws=tuple(flaws))


def _failed(crash: Exception) -> Printed:
    """No pages, and why."""
    return Printed.without_pages("pdf-engine", in_short(f"the PDF engine failed: {type(crash).__name__} {crash}"))


def _laid_out(html: HTML, prefix: str, places: Places, styles: Styles) -> Printed:
    """The pages, with the flaws that show in the document itself. Any error of the engine passes."""
    finisher = Finisher(prefix, places)
    with right_tags(prefix), shortcuts.taken(), warnings.catch_warnings(action="ignore", category=ResourceWarning):
        # WeasyPrint leaves it to the interpreter to close its colour profile.
        document = html.render(font_config=styles.faces, stylesheets=styles.sheets, pdf_variant=VARIANT)
        # A part needs no identifier, and for the sake of one the engine writes all of it twice.
        pdf = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=False, finisher=finisher)
    seen = look_over(document, places)
    flaws = (*finisher.flaws, *_of_fonts(document, styles.faces, places), *_of_syntax(pdf), *seen.flaws)
    return replace(_printed(document, pdf), flaws=flaws, sizes=seen.sizes, fragments=seen.fragments)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection while laying out, where almost everything stays alive: a fifth of the time."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _printed(document: Any, pdf: bytes) -> Printed:
    """What binding needs to know about the written document."""
    outline = tuple(
        Bookmark(level, " ".join(label.split()), number, round(x * POINTS, 2), round((page.height - y) * POINTS, 2))
        for number, page in enumerate(document.pages)
        for level, label, (x, y), _state in page.bookmarks
    )
    destinations: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        for name in page.anchors:
            destinations.setdefault(name, number)
    fonts: dict[str, Face] = {}
    for font in document.fonts.values():
        face = _face(font)
        fonts[face.key] = _merged(fonts.get(face.key, face), face)
    return Printed(pdf, len(document.pages), outline, tuple(destinations.items()), tuple(fonts.values()))


def _merged(one: Face, other: Face) -> Face:
    """One face out of two with the same key, which WeasyPrint makes now and then."""
    if one.texts is None or other.texts is None:
        return one._replace(texts=None)
    return one._replace(texts=tuple(sorted({**dict(other.texts), **dict(one.texts)}.items())))


def _face(font: Any) -> Face:
    """A font of the document. WeasyPrint keeps the glyph numbers of the whole file, so one subset can serve many."""
    data = get_hb_object_data(font.hb_face)
    texts = None if font.missing else tuple(sorted(font.to_unicode.items()))
    return Face(font.hash, postscript_name(data), sha256(data).hexdigest(), texts)


def _of_fonts(document: Any, faces: Faces, places: Places) -> Iterator[Flaw]:
    """Characters without a glyph, each at all its places, and fonts that no style sheet declares."""
    missing = sorted({code for font in document.fonts.values() for code in font.missing})
    sources = places.of_characters([chr(code) for code in missing])
    for code in missing:
        character = chr(code)
        name = unicodedata.name(character, "control character")
        shown = f'"{character}" ' if character.isprintable() else ""
        for source in sources[character] or [""]:
            yield Flaw("pdf-missing-glyph", f"no glyph for {shown}(U+{code:04X} {name})", source)
    for family in sorted({font.family for font in document.fonts.values()} - faces.families):
        message = f'text in a font that no style sheet declares; "{family}" stands in for it'
        yield Flaw("pdf-foreign-font", message, fatal=False)


def _of_syntax(pdf: bytes) -> Iterator[Flaw]:
    """What is wrong with the file itself, such as a number that PDF cannot write."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        problems = file.check_pdf_syntax()
    if problems:
        yield Flaw("pdf-invalid", in_short(f"the PDF is damaged: {problems[0]}"))


def _refused(url: str, places: Places) -> Flaw:
    """An address that was asked for and not served."""
    source = places.of_attribute(("src", "href", "data", "poster"), url)
    return Flaw("pdf-refused-address", f'not one of the report\'s own files: "{url[:120]}"', source)
