"""Anchors for what a part prints from the hand-ins: every element that says where it comes from can be led to.

So a template only says `data-src`; links between chapters and the index find their places by the same pointers.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import count

from markupsafe import Markup

_SOURCED = re.compile(r'<[a-z][a-z0-9]*(?=\s)[^<>]*\sdata-src="([^"]*#/[^"]*)"[^<>]*>')
_ID = re.compile(r'\sid="([^"]*)"')


def anchored(body: Markup, lead: str) -> Markup:
    """The same with an id for each element that has a pointer and no id yet; `lead` keeps them apart from others."""
    numbers = count(1)
    return Markup(_SOURCED.sub(_with_id(lambda: f"{lead}-at-{next(numbers)}"), body))  # noqa: S704 - as safe as before


def places(html: str) -> Iterator[tuple[str, str]]:
    """The pointers with the anchors at which they stand, in order."""
    for tag in _SOURCED.finditer(html):
        named = _ID.search(tag[0])
        if named:
            yield unescape(tag[1]), unescape(named[1])


def _with_id(name: Callable[[], str]) -> Callable[[re.Match[str]], str]:
    def tag(found: re.Match[str]) -> str:
        return found[0] if _ID.search(found[0]) else f'{found[0][:-1]} id="{name()}">'

    return tag
