"""Documents laid out by the engine itself, and with our ways through it."""

import os
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

import pytest
from weasyprint import HTML

from wp3reports.pdf import shortcuts

Look = Callable[[Any], Any]  # at a document that is laid out
Both = Callable[[str, Look], tuple[Any, Any]]


@pytest.fixture(scope="session")
def both() -> Both:
    """What is seen in a document when the engine lays it out by itself, and when it goes our ways.

    That may be a crash of the engine, such as that of columns with a `calc()` for their height: then of both.
    """

    def seen(html: str, look: Look) -> Any:
        with shortcuts.taken():
            try:
                document = HTML(string=html).render()
            except Exception as crash:  # noqa: BLE001 - whatever it is, it has to be the same
                return f"{type(crash).__name__}: {crash}"
            return look(document)

    def twice(html: str, look: Look) -> tuple[Any, Any]:
        with patch.dict(os.environ, WP3_ENGINE="plain"):
            plain = seen(html, look)
        return plain, seen(html, look)

    return twice


@pytest.fixture(scope="session")
def boxes() -> Callable[[Any], Iterator[Any]]:
    """All boxes of a document, in their order."""

    def within(box: Any) -> Iterator[Any]:
        yield box
        for child in box.all_children():
            yield from within(child)

    def found(document: Any) -> Iterator[Any]:
        for page in document.pages:
            yield from within(page._page_box)  # noqa: SLF001 - boxes are nowhere else

    return found
