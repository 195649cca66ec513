import pytest

from wp3reports.load.schema import choices_at, record_at
from wp3reports.milestones.m1_selection.model import Cluster, ClusterReport, Consequence, Effect
from wp3reports.model import Author, Event, Path, Project, Record, Status


@pytest.mark.parametrize(
    ("kind", "path", "record"),
    [
        (ClusterReport, (), ClusterReport),
        (ClusterReport, ("prepared_by",), Author),
        (ClusterReport, ("clusters", 3), Cluster),
        (ClusterReport, ("clusters", 3, "consequences", 0), Consequence),
        (ClusterReport, ("summary",), None),
        (ClusterReport, ("nothing", "at", "all"), None),
        (Project, ("events", 0), Event),
        (Project, ("events", 0, "planned"), None),
    ],
)
def test_the_record_at_a_place(kind: type[Record], path: Path, record: type[Record] | None) -> None:
    assert record_at(kind, path) is record


def test_the_choices_at_a_place() -> None:
    assert choices_at(ClusterReport, ("status",)) == tuple(Status)
    assert choices_at(ClusterReport, ("clusters", 0, "consequences", 9, "effect")) == tuple(Effect)
    assert choices_at(ClusterReport, ("summary",)) == ()
    assert choices_at(ClusterReport, ("clusters", 0, "unknown")) == ()
