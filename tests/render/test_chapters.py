import re
from collections.abc import Callable, Mapping

import pytest
from markupsafe import Markup

from wp3reports.model import Bibliography
from wp3reports.pipeline import Compilation
from wp3reports.render.chapters import LinkedSheet

Compile = Callable[..., Compilation]


@pytest.fixture(scope="module")
def final(given_whole: Mapping[str, str], compiled: Compile) -> Mapping[str, str]:
    (volume,) = (each for each in compiled(given_whole).volumes if each.name == "final")
    return {placed.part.name.removeprefix("final/"): placed.part.html for placed in volume.placements}


def sheet(places: Mapping[str, str]) -> LinkedSheet:
    return LinkedSheet("final-x", "9", Bibliography((), {}), {}, places=places)


@pytest.mark.parametrize(
    ("pointer", "shown"),
    [
        ("a#/x/0", '<a href="volume:one">A &amp; B</a>'),
        ("a#/x/1", '<a href="volume:two">A &amp; B</a>'),
        ("a#/x/2", "A &amp; B"),
        ("", "A &amp; B"),
    ],
)
def test_a_name_leads_to_its_place_or_to_a_part_of_it(pointer: str, shown: str) -> None:
    places = {"a#/x/0": "one", "a#/x/0/name": "below", "a#/x/1/what": "two", "a#/x/10": "ten"}
    assert sheet(places).link(pointer, "A & B") == Markup(shown)  # noqa: S704 - our own text


def test_what_a_recommendation_rests_on_is_named_and_reached(final: Mapping[str, str]) -> None:
    html = final["final-recommendations"]
    named = re.findall(r'<p>(?:<a href="volume:[^"]+">)?([^<]+?)(?:</a>)? <span class="for">\(([^)]+)\)', html)
    assert named == [
        ("Orders for ferries", "Riga"),
        ("Shared quays", "Malmö"),
        ("Lines with two ends", "Riga, Malmö, Oslo"),
        ("Joint lines", "Riga, Malmö"),
    ]
    places = "".join(final.values())
    linked = re.findall(r'<p><a href="volume:([^"]+)"', html)
    assert len(linked) == len(named)
    assert all(f' id="{anchor}"' in places for anchor in linked)
    assert "Addressed" not in html
    assert "To: Ports" in html


def test_the_chapters_refer_to_each_other_by_number_and_title(final: Mapping[str, str]) -> None:
    assert (
        '<a class="see" href="volume:final-clusters">chapter 9, The clusters over five milestones</a>'
        in (final["final-method"])
    )


def test_a_cluster_is_followed_over_all_milestones(final: Mapping[str, str]) -> None:
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", final["final-clusters"], re.DOTALL)
    (row,) = (re.sub(r"<[^>]+>|\\s+", " ", each).split() for each in rows if "mature" in each and "Orders" in each)
    assert " ".join(row) == "Ferries The sea mature Orders for ferries Lines with two ends Joint lines"


def test_deviations_and_follow_ups_stand_in_their_chapters(final: Mapping[str, str]) -> None:
    assert "No hand-in tells of a deviation." in final["final-lessons"]
    assert "Next project" in final["final-outlook"]
