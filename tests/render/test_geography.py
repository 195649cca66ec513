from collections.abc import Mapping
from itertools import combinations, pairwise
from math import dist

import pytest

from wp3reports.model import Participation, Partner
from wp3reports.render.geography import Place, is_named, nearest, neighbours, places

ROUND_THE_SEA = {
    "oslo": (59.91, 10.75),
    "stockholm": (59.33, 18.07),
    "st-petersburg": (59.94, 30.31),
    "copenhagen": (55.68, 12.57),
    "malmo": (55.61, 13.0),
    "warsaw": (52.23, 21.01),
}


def partners(where: Mapping[str, tuple[float, float]]) -> list[Partner]:
    return [
        Partner(
            id=name,
            metropolis=name.title(),
            country="SE",
            participation=Participation.PARTNER,
            language="sv",
            latitude=latitude,
            longitude=longitude,
            organisations=(),
            contact="c",
        )
        for name, (latitude, longitude) in where.items()
    ]


def shown(where: Mapping[str, tuple[float, float]]) -> dict[str, Place]:
    return {place.partner.id: place for place in places(partners(where), 560, 330)}


def test_north_is_up_and_east_is_right() -> None:
    found = shown(ROUND_THE_SEA)
    west_to_east = ["oslo", "copenhagen", "malmo", "stockholm", "warsaw", "st-petersburg"]
    assert all(found[one].x < found[two].x for one, two in pairwise(west_to_east))
    assert found["st-petersburg"].y < found["stockholm"].y < found["copenhagen"].y < found["warsaw"].y


@pytest.mark.parametrize(
    "where",
    [
        ROUND_THE_SEA,
        {"one": (40.0, -3.7)},
        {"one": (40.0, -3.7), "two": (40.0, 12.0)},
        {"one": (-33.9, 151.2), "two": (-37.8, 151.2)},
        {"one": (0.0, 0.0), "two": (0.0, 0.0)},
    ],
    ids=["sea", "one city", "one latitude", "one longitude", "one point"],
)
def test_all_points_lie_on_the_picture(where: Mapping[str, tuple[float, float]]) -> None:
    found = shown(where)
    assert len(found) == len(where)
    assert all(0 <= place.x <= 560 and 0 <= place.y <= 330 for place in found.values())


def test_labels_keep_out_of_each_others_way_and_on_the_picture() -> None:
    found = shown(ROUND_THE_SEA)
    assert {name for name, place in found.items() if place.is_left} == {"copenhagen"}
    assert all(place.x <= 560 - 90 for place in found.values() if not place.is_left)


def test_neighbours_have_no_third_place_between_them() -> None:
    row = {"a": (50.0, 0.0), "b": (50.0, 10.0), "c": (50.0, 20.0)}
    found = [(one.partner.id, two.partner.id) for one, two in neighbours(tuple(shown(row).values()))]
    assert found == [("a", "b"), ("b", "c")]


def test_nobody_is_nowhere() -> None:
    assert places([], 560, 330) == ()
    assert neighbours(()) == ()


def test_a_map_shows_whoever_is_near_and_names_no_more_than_can_be_read() -> None:
    line = partners({f"c{number:02}": (50.0, number / 10) for number in range(40)})
    assert nearest(line[:24], line[0]) == tuple(line[:24])
    assert [each.id for each in nearest(line, line[30])] == [f"c{number:02}" for number in range(16, 40)]
    assert nearest(line, None) == tuple(line)
    assert is_named(nearest(line, line[3]))
    assert not is_named(line)


def test_neighbours_of_many_are_those_that_all_comparisons_give() -> None:
    scattered = {f"c{number}": (number * 37 % 101 / 10, number * 53 % 97 / 10) for number in range(60)}
    points = tuple(shown(scattered).values())

    def apart(one: Place, two: Place) -> float:
        return dist((one.x, one.y), (two.x, two.y))

    assert neighbours(points) == tuple(
        (one, two)
        for one, two in combinations(points, 2)
        if not any(max(apart(one, each), apart(two, each)) < apart(one, two) for each in points)
    )
