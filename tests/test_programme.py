"""Larger work packages that the benchmarks make are in order, and the same each time."""

import cProfile
import pstats
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from benchmarks.programme import enlarged, inputs
from wp3reports.diagnostics import Severity
from wp3reports.pipeline import Compilation, compile_reports, examine
from wp3reports.snapshot import Snapshot

FILES = inputs(Path(__file__).parents[1])


@pytest.fixture(scope="module")
def twice(templates: Mapping[str, bytes]) -> tuple[Compilation, Compilation]:
    """The inputs as they are, and with two times the partners."""
    once, more = (examine(Snapshot({**templates, **enlarged(FILES, n)}), date(2007, 12, 14)) for n in (1, 2))
    return once, more


def test_twice_the_partners_hand_in_twice_as_much(twice: tuple[Compilation, Compilation]) -> None:
    once, more = twice
    assert len(more.partners) == 2 * len(once.partners) == 22
    assert more.dossier is not None
    assert once.dossier is not None
    local = [each for each in more.dossier.deliveries if each.author != "coordinator"]
    assert len(local) == 2 * len([each for each in once.dossier.deliveries if each.author != "coordinator"])


def test_nothing_is_wrong_with_them_that_is_not_wrong_with_ours(twice: tuple[Compilation, Compilation]) -> None:
    once, more = ([each.code for each in made.diagnostics if each.severity is not Severity.INFO] for made in twice)
    assert not any(each.severity is Severity.ERROR for made in twice for each in made.diagnostics)
    grown = Counter(more)
    del grown["m1-consequence-missing"]  # of cities in another copy nothing is said
    assert grown.keys() == {*once}
    assert all(count <= 2 * once.count(code) for code, count in grown.items())


def test_the_same_number_gives_the_same_bytes() -> None:
    assert enlarged(FILES, 2) == enlarged(dict(reversed(FILES.items())), 2)


@pytest.mark.slow
def test_a_metropolis_takes_as_much_work_and_paper_in_a_larger_work_package(templates: Mapping[str, bytes]) -> None:
    _, (calls, letters), (more_calls, more_letters) = (_cost(templates, times) for times in (1, 2, 4))
    assert more_calls / calls < 2.2
    assert more_letters / letters < 2.1


def _cost(templates: Mapping[str, bytes], times: int) -> tuple[int, int]:
    """How many calls the reports take, and the length of their parts; no clock is as steady. The first one compiles."""
    snapshot = Snapshot({**templates, **enlarged(FILES, times)})
    with cProfile.Profile() as profile:
        volumes = compile_reports(snapshot, date(2007, 12, 14)).volumes
    calls: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return calls, sum(len(placed.part.html) for volume in volumes for placed in volume.placements)
