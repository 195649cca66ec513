"""What was typed into a form, as one change of the file."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp3reports.authoring.amending import amended
from wp3reports.authoring.changes import Insert, Put, Remove
from wp3reports.authoring.form import Add, Drop, Edit, Kind, Write, change, form, schema_of
from wp3reports.milestones import MILESTONES, m2_swot
from wp3reports.model import Dossier, HandIn
from wp3reports.source import parse

RIGA = "inputs/m2_swot/riga.yaml"


@pytest.fixture
def plain(riga: str) -> dict[str, Any]:
    source, _ = parse(RIGA, riga.encode())
    assert source is not None
    return source.plain()


@pytest.fixture
def whole(dossier: Dossier, plain: dict[str, Any]) -> dict[str, Any]:
    return schema_of(dossier, m2_swot.MILESTONE, "riga", plain)


def test_a_value_is_written_without_the_blanks_round_it(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    made = change(Write(("tools", 0, "owner"), "  Its\nfirms "), whole, plain)
    assert isinstance(made, Put)
    assert (made.path, made.value) == (("tools", 0, "owner"), "Its firms")
    assert made.order[:3] == ("id", "name", "type")


def test_what_stands_there_already_changes_nothing(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    assert change(Write(("tools", 0, "owner"), "Its members "), whole, plain) is None
    assert change(Write(("deviations",), ""), whole, plain) is None


def test_an_emptied_value_is_taken_away_only_where_it_may(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    source = ("analyses", 0, "strengths", 0, "source")
    assert change(Write(source, ""), whole, plain) == Remove(source)
    made = change(Write(("summary",), " "), whole, plain)
    assert isinstance(made, Put)
    assert made.value == ""


def test_a_narrative_text_stands_on_lines_of_its_own(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    made = change(Write(("summary",), "One.\r\n\r\nTwo.\n\n"), whole, plain)
    assert isinstance(made, Put)
    assert made.value == "One.\n\nTwo.\n"


def test_entries_are_added_at_the_end_and_dropped(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    made = change(Add(("tools",)), whole, plain)
    assert isinstance(made, Insert)
    assert (made.at, made.value["clusters"], made.value["name"]) == (2, [], "")
    assert change(Drop(("tools", 1)), whole, plain) == Remove(("tools", 1))


def test_the_last_entry_takes_a_list_along_that_may_be_left_out(whole: dict[str, Any], plain: dict[str, Any]) -> None:
    assert change(Drop(("analyses", 0, "strengths", 0)), whole, plain) == Remove(("analyses", 0, "strengths"))
    alone = {**plain, "tools": plain["tools"][:1]}
    assert change(Drop(("tools", 0)), whole, alone) == Remove(("tools", 0))


def test_what_stands_in_a_group_that_is_not_there_brings_it_along(whole: dict[str, Any]) -> None:
    made = change(Write(("prepared_by", "name"), "Anna"), whole, {"date": "2005-12-08"})
    assert isinstance(made, Put)
    assert (made.path, made.value) == (("prepared_by",), {"name": "Anna", "organisation": ""})
    begun = {"analyses": ({"cluster": "ict", "maturity": ""},)}
    made = change(Write(("analyses", 0, "maturity", "stage"), "mature"), whole, begun)
    assert isinstance(made, Put)
    assert made.path == ("analyses", 0, "maturity")


def test_a_group_that_may_be_left_out_is_added_and_dropped(dossier: Dossier) -> None:
    milestone = next(each for each in MILESTONES if each.name == "m4_concepts")
    whole = schema_of(dossier, milestone, "riga", {})
    made = change(Add(("role",)), whole, {"date": "2006-11-01"})
    assert isinstance(made, Put)
    assert (made.path, made.value) == (("role",), {"grade": ""})
    assert change(Drop(("role",)), whole, {"role": {"grade": ""}}) == Remove(("role",))


@pytest.mark.parametrize(
    "edit",
    [
        Write(("nowhere",), "x"),
        Write(("analyses", 9, "cluster"), "x"),
        Add(("date",)),
        Drop(("summary",)),
        Drop(("analyses",)),
    ],
)
def test_what_the_form_does_not_have_cannot_be_changed(edit: Edit, whole: Any, plain: Any) -> None:
    with pytest.raises((KeyError, IndexError, TypeError)):
        change(edit, whole, plain)


@given(data=st.data(), words=st.lists(st.sampled_from(["firms", "- a", "é", ": b", "#", '"', "x: y"]), min_size=1))
@settings(max_examples=60, deadline=None)
def test_what_was_typed_is_shown_afterwards(
    data: st.DataObject, words: list[str], dossier: Dossier, given_whole: Mapping[str, str]
) -> None:
    delivery = data.draw(st.sampled_from(dossier.of(HandIn)), label="hand-in")
    milestone = next(each for each in MILESTONES if each.name == delivery.milestone)
    path, before = delivery.source.path, given_whole[delivery.source.path].encode()
    shown = form(dossier, milestone, delivery.author, before, ())
    assert shown is not None
    texts = [each for each in shown.fields() if each.kind in {Kind.TEXT, Kind.PROSE}]
    field = data.draw(st.sampled_from(texts), label="field")
    typed, whole = " ".join(words), schema_of(dossier, milestone, delivery.author, delivery.source.plain())
    made = change(Write(field.path, typed), whole, delivery.source.plain())
    if made is None:
        return
    after = form(dossier, milestone, delivery.author, amended(path, before, made), ())
    assert after is not None
    others = {each.path: each.value for each in shown.fields() if each.path != field.path}
    assert {each.path: each.value for each in after.fields()} == {**others, field.path: typed}
