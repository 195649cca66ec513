"""What a schema says of a place."""

from typing import Any

import pytest

from wp3reports.authoring.form.asking import at, blank, choices_of, example_of, is_list, kind_of, record_of
from wp3reports.authoring.form.nodes import Choice, Kind
from wp3reports.authoring.schema import schema
from wp3reports.milestones import MILESTONES
from wp3reports.milestones.m2_swot.model import SwotReport
from wp3reports.model import HandIn

WHOLE = schema(SwotReport, {"selected": {"ict": "Information technology"}}, here={"sources": {"book": "A book"}})
ALL = [kind for milestone in MILESTONES for kind in (milestone.local, milestone.coordinator) if kind]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("summary",), Kind.PROSE),
        (("date",), Kind.DAY),
        (("status",), Kind.CHOICE),
        (("analyses", 0, "cluster"), Kind.CHOICE),
        (("analyses", 0, "maturity", "stage"), Kind.CHOICE),
        (("analyses", 0, "strengths", 0, "statement"), Kind.TEXT),
        (("analyses", 0, "strengths", 0, "source"), Kind.CHOICE),
        (("tools", 0, "clusters"), Kind.CHOICES),
        (("tools", 0, "id"), Kind.WORD),
        (("tools", 0, "since"), Kind.WORD),
    ],
)
def test_how_a_value_is_written(path: tuple[str | int, ...], kind: Kind) -> None:
    assert kind_of(at(path, WHOLE)[0], WHOLE) is kind


def test_choices_have_the_names_that_people_know() -> None:
    assert choices_of(at(("tools", 0, "clusters"), WHOLE)[0], WHOLE) == (Choice("ict", "Information technology"),)
    assert Choice("returned", "returned for revision") in choices_of(at(("status",), WHOLE)[0], WHOLE)
    assert choices_of(at(("date",), WHOLE)[0], WHOLE) == ()


def test_examples_are_words() -> None:
    assert example_of(at(("tools", 0, "clusters"), WHOLE)[0], WHOLE) == "ict"
    assert example_of(at(("tools", 0, "owner"), WHOLE)[0], WHOLE) == "City of Riga"


def test_a_new_entry_asks_for_what_must_be_there() -> None:
    record = record_of(at(("analyses",), WHOLE)[0], WHOLE)
    assert record is not None
    assert is_list(at(("analyses",), WHOLE)[0], WHOLE)
    maturity = {"stage": "", "grade": "", "justification": ""}
    begun: dict[str, Any] = {"cluster": "", "maturity": maturity, "grade": "", "conclusion": ""}
    assert blank(record, WHOLE) == {
        **begun,
        "maturity": blank(record_of(at(("analyses", 0, "maturity"), WHOLE)[0], WHOLE) or {}, WHOLE),
    }
    assert set(begun) == set(blank(record, WHOLE))


@pytest.mark.parametrize("path", [("nowhere",), ("analyses", 0, "nowhere"), ("date", "day")])
def test_a_place_that_the_schema_does_not_have(path: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        at(path, WHOLE)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_place_of_every_hand_in_can_be_asked_for(kind: type[HandIn]) -> None:
    whole = schema(kind)
    kinds = {kind_of(field, whole) for field in _fields(whole, whole)}
    assert {Kind.PROSE, Kind.TEXT, Kind.WORD, Kind.DAY, Kind.CHOICE} <= kinds


def _fields(record: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for field in record["properties"].values():
        inner = record_of(field, whole)
        found += _fields(inner, whole) if inner else [field]
    return found
