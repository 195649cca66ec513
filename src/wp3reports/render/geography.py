"""The metropolises as points on a small map without a coast: where they lie, and which of them are neighbours."""

from collections.abc import Sequence
from functools import lru_cache, partial
from heapq import nsmallest
from itertools import takewhile
from math import cos, dist, hypot, radians
from operator import itemgetter
from typing import NamedTuple

from wp3reports.model import Partner

_MARGIN = 24.0  # round the points, for marks
_LABEL = 90.0  # about the width of a label
_LINE = 14.0  # about its height
_MOST = 24  # names that find room on a picture

_Point = tuple[float, float]


class Place(NamedTuple):
    """A metropolis at its point, in the units of the picture from its top left corner; where its label stands."""

    partner: Partner
    x: float
    y: float
    is_left: bool  # the label ends at the point instead of beginning there


def nearest(partners: Sequence[Partner], own: Partner | None) -> tuple[Partner, ...]:
    """Those that a small map shows round the own one, in their order: as many as can be told apart; without it, all."""
    if own is None or len(partners) <= _MOST:
        return tuple(partners)
    squeeze = cos(radians(own.latitude))
    found = nsmallest(
        _MOST,
        enumerate(partners),
        key=lambda each: hypot((each[1].longitude - own.longitude) * squeeze, each[1].latitude - own.latitude),
    )
    return tuple(each for _, each in sorted(found, key=itemgetter(0)))


def is_named(partners: Sequence[Partner]) -> bool:
    """Whether the names of so many can be read beside each other on one picture."""
    return len(partners) <= _MOST


def places(partners: Sequence[Partner], width: float, height: float) -> tuple[Place, ...]:
    """The partners on a picture of that size, as large as it allows, true in length along the middle latitude."""
    if not partners:
        return ()
    north, south = max(each.latitude for each in partners), min(each.latitude for each in partners)
    west, east = min(each.longitude for each in partners), max(each.longitude for each in partners)
    squeeze = cos(radians((north + south) / 2))
    across, down = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    room = width - _MARGIN - _LABEL
    scale = min(room / across, (height - 2 * _MARGIN) / down)
    left, top = _MARGIN + (room - across * scale) / 2, (height - down * scale) / 2
    points = [
        (round(left + (each.longitude - west) * squeeze * scale, 1), round(top + (north - each.latitude) * scale, 1))
        for each in partners
    ]
    return tuple(Place(each, x, y, _is_crowded(x, y, points)) for each, (x, y) in zip(partners, points, strict=True))


def neighbours(places: Sequence[Place]) -> tuple[tuple[Place, Place], ...]:
    """The pairs with no third place nearer to both (relative neighbourhood graph; Toussaint 1980)."""
    return tuple((places[one], places[two]) for one, two in _neighbours(tuple((each.x, each.y) for each in places)))


@lru_cache(maxsize=256)
def _neighbours(points: tuple[_Point, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (one, two)
        for one, here in enumerate(points)
        for near in [sorted(points, key=partial(dist, here))]  # whoever stands between two comes early
        for two in range(one + 1, len(points))
        if not _is_anyone_between(here, points[two], near)
    )


def _is_anyone_between(one: _Point, two: _Point, near: Sequence[_Point]) -> bool:
    apart = dist(one, two)
    return any(dist(two, each) < apart for each in takewhile(lambda each: dist(one, each) < apart, near))


def _is_crowded(x: float, y: float, points: Sequence[_Point]) -> bool:
    """Whether another point lies where the label would stand."""
    return any(0 < other - x < _LABEL / 2 and abs(height - y) < _LINE for other, height in points)
