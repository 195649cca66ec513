"""Parts exported by the real engine, with their tag trees read back."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

import tagtree
from wp3reports import pdf
from wp3reports.volume import Part, Placement, Volume


@pytest.fixture(scope="session")
def tagged(make_part: Callable[..., Part]) -> Callable[..., tagtree.Tag]:
    """The tag tree of a body; nothing may be wrong with the body."""

    def make(body: str, *, flaws: tuple[str, ...] = (), **more: Any) -> tagtree.Tag:
        printed = pdf.export(make_part(body, **more))
        assert tuple(flaw.code for flaw in printed.flaws) == flaws
        with pikepdf.open(io.BytesIO(printed.pdf)) as file:
            return tagtree.read(file)

    return make


@pytest.fixture(scope="session")
def bound(volume: Volume, fonts: Mapping[str, bytes]) -> Callable[[Part], bytes]:
    """A volume of one part: only those say which standards they keep to."""

    def make(part: Part) -> bytes:
        alone = replace(volume, placements=(Placement(part, "Part"),))
        return pdf.bind(alone, [pdf.export(part)], draft=False, fonts=fonts)

    return make
