from collections.abc import Callable, Mapping
from datetime import date

import pytest

from wp3reports.model import Dossier, Event
from wp3reports.render.timeline import timeline

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.fixture
def dossier(given: Mapping[str, str], dossier_of: Read) -> Dossier:
    return dossier_of(given)


def test_a_milestone_is_as_long_as_its_months_and_is_due_within(dossier: Dossier) -> None:
    line = timeline(dossier.project, 560)
    first = line.bars[0]
    assert [tick.label for tick in line.ticks] == ["2005", "2006", "2007"]
    assert first.start == line.ticks[0].x
    assert first.start < first.due < first.end < line.ticks[1].x
    assert line.bars[1].start == first.end
    assert line.bars[-1].end == line.width


def test_what_is_not_known_has_no_place(dossier: Dossier) -> None:
    points = {point.event.id: point for point in timeline(dossier.project, 560).points}
    assert points["management-meeting-2005"].actual is None
    assert points["final-conference-2007"].planned is None
    assert points["final-conference-2007"].actual


def test_events_stand_in_the_order_of_their_days_each_in_a_row_of_its_own(dossier: Dossier) -> None:
    line = timeline(dossier.project, 560)
    assert [point.event.id for point in line.points] == [
        *("kick-off-2005", "management-meeting-2005", "final-conference-2007")
    ]
    heights = [each.row.y for each in (*line.bars, *line.points)]
    assert heights == sorted(set(heights))
    assert heights[-1] < line.height


def test_a_long_label_takes_two_lines_and_no_more(dossier: Dossier) -> None:
    long = Event(id="long", title="Seminar on " + "metropolitan " * 20, milestone="final", actual=date(2007, 10, 9))
    project = dossier.project.model_copy(update={"events": (long,)})
    (point,) = timeline(project, 560).points
    (first, upper), (second, lower) = point.row.label
    assert upper < lower
    assert second.endswith("…")
    assert first.startswith("Seminar on")


def test_the_axis_reaches_as_far_as_the_last_event(dossier: Dossier) -> None:
    late = Event(id="late", title="Follow-up", milestone="final", actual=date(2009, 2, 1))
    project = dossier.project.model_copy(update={"events": (late,)})
    assert [tick.label for tick in timeline(project, 560).ticks] == ["2005", "2006", "2007", "2008", "2009"]
