"""Our tag tree in the place of the engine's, while a part is written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf

from wp3reports.pdf import internals
from wp3reports.pdf.journal import LOGGER, POORER
from wp3reports.pdf.tags.reading import Reader
from wp3reports.pdf.tags.streams import mark_artifacts
from wp3reports.pdf.tags.tree import prune
from wp3reports.pdf.tags.writing import Writer


@contextmanager
def right_tags(prefix: str) -> Iterator[None]:
    """While this is open, documents are written with our tags; with the engine's own where it is not as we know it.

    `prefix` leads the names of a part's notes. A function of the engine is replaced: one document at a time.
    """
    if internals.differences():
        yield
        return
    original = weasyprint.pdf.add_tags

    def add_tags(pdf: pydyf.PDF, document: Any, version: Any, streams: Sequence[Any]) -> None:
        try:
            reader = _read(document, streams, prefix)
        except Exception as fault:  # noqa: BLE001 - boxes that nobody thought of must not cost the pages
            LOGGER.warning("%s: %s %s", POORER, type(fault).__name__, fault)
            original(pdf, document, version, streams)
        else:
            _write(pdf, reader, streams)

    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = original


def _read(document: Any, streams: Sequence[Any], prefix: str) -> Reader:
    """All pages read; nothing of the engine's is changed, so that its own tags can still be made."""
    reader = Reader(prefix)
    for page, stream in zip(document.pages, streams, strict=True):
        marks = dict(stream._tags)  # noqa: SLF001 - on the list of `internals`
        reader.read(page, marks)
        if marks:
            raise ValueError(f"{len(marks)} pieces of a page belong to no box")
    prune(reader.document)
    return reader


def _write(pdf: pydyf.PDF, reader: Reader, streams: Sequence[Any]) -> None:
    """What the engine's `add_tags` does, with our tree."""
    for stream, artifacts in zip(streams, reader.artifacts, strict=True):
        mark_artifacts(stream, artifacts)
    counts = [len(stream._tags) for stream in streams]  # noqa: SLF001 - on the list of `internals`
    Writer(pdf, counts).write(reader.document, reader.hotspots)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if "Lang" not in pdf.catalog:
        LOGGER.error('Missing required "lang" attribute at the root of the document')
        pdf.catalog["Lang"] = pydyf.String()
