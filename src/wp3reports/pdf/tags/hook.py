"""Our tag tree in the place of the engine's, while a part is written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf

from wp3reports.pdf.journal import LOGGER
from wp3reports.pdf.tags.internals import differences
from wp3reports.pdf.tags.reading import Reader
from wp3reports.pdf.tags.streams import mark_artifacts
from wp3reports.pdf.tags.tree import prune
from wp3reports.pdf.tags.writing import Writer


@contextmanager
def right_tags(prefix: str) -> Iterator[None]:
    """While this is open, documents are written with our tags; with the engine's own where it is not as we know it.

    `prefix` leads the names of a part's notes. A function of the engine is replaced: one document at a time.
    """
    if differences():
        yield
        return

    def add_tags(pdf: pydyf.PDF, document: Any, _version: Any, page_streams: Sequence[Any]) -> None:
        _tag(pdf, document, page_streams, prefix)

    original = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = add_tags
    try:
        yield
    finally:
        weasyprint.pdf.add_tags = original


def _tag(pdf: pydyf.PDF, document: Any, page_streams: Sequence[Any], prefix: str) -> None:
    """What the engine's `add_tags` does, with our tree."""
    reader, counts = Reader(prefix), []
    for page, stream in zip(document.pages, page_streams, strict=True):
        marks = stream._tags  # noqa: SLF001 - on the list of `internals`
        counts.append(len(marks))
        reader.read(page, marks)
        if marks:
            raise RuntimeError(f"{len(marks)} pieces of a page belong to no box")
        mark_artifacts(stream, reader.artifacts[-1])
    prune(reader.document)
    Writer(pdf, counts).write(reader.document, reader.hotspots)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    if "Lang" not in pdf.catalog:
        LOGGER.error('Missing required "lang" attribute at the root of the document')
        pdf.catalog["Lang"] = pydyf.String()
