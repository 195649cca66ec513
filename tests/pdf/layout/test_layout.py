"""A document looked over."""

from collections.abc import Callable
from typing import Any

import pytest

from wp3reports.pdf.layout import LOOKS, look_over
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Size

DocumentOf = Callable[..., tuple[Any, Places]]
BODY = '<p id=x data-src=a>One.<table data-src=b style="width: 300mm"><tr><td>Two</table>'


def test_sizes_places_and_flaws(document_of: DocumentOf) -> None:
    seen = look_over(*document_of(BODY))
    assert seen.sizes == (Size(595.28, 841.89),)
    assert [each.source for each in seen.fragments] == ["a", "b"]
    assert [(flaw.code, flaw.source) for flaw in seen.flaws] == [("pdf-too-wide", "b")]
    assert len(LOOKS) == 6


def test_an_engine_that_is_not_known_inside_is_not_looked_into(
    document_of: DocumentOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wp3reports.pdf.internals.differences", lambda: ("another engine",))
    seen = look_over(*document_of(BODY))
    assert [each.source for each in seen.fragments] == ["a"]
    assert (len(seen.sizes), seen.flaws) == (1, ())


def test_boxes_that_nobody_thought_of_do_not_cost_the_pages(
    document_of: DocumentOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise AttributeError("no such box")

    monkeypatch.setattr("wp3reports.pdf.layout.sheets", fails)
    seen = look_over(*document_of(BODY))
    assert [(flaw.code, flaw.fatal) for flaw in seen.flaws] == [("pdf-unseen", False)]
    assert [each.source for each in seen.fragments] == ["a"]
