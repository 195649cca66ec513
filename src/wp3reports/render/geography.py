"""The metropolises as points on a small map without a coast: where they lie, and which of them are neighbours."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, radians
from typing import NamedTuple

from wp3reports.model import Partner

_MARGIN = 24.0  # round the points, for marks
_LABEL = 90.0  # about the width of a label
_LINE = 14.0  # about its height


class Place(NamedTuple):
    """A metropolis at its point, in the units of the picture from its top left corner; where its label stands."""

    partner: Partner
    x: float
    y: float
    is_left: bool  # the label ends at the point instead of beginning there


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


@lru_cache(maxsize=16)
def neighbours(points: tuple[Place, ...]) -> tuple[tuple[Place, Place], ...]:
    """The pairs with no third place nearer to both (relative neighbourhood graph; Toussaint 1980)."""
    return tuple(
        (one, two)
        for one, two in combinations(points, 2)
        if all(
            max(_distance(one, each), _distance(two, each)) >= _distance(one, two)
            for each in points
            if each not in {one, two}
        )
    )


def _distance(one: Place, two: Place) -> float:
    return hypot(one.x - two.x, one.y - two.y)


def _is_crowded(x: float, y: float, points: Sequence[tuple[float, float]]) -> bool:
    """Whether another point lies where the label would stand."""
    return any(0 < other - x < _LABEL / 2 and abs(height - y) < _LINE for other, height in points)
