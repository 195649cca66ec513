"""The form of a hand-in: what it asks, what stands there, and what was found where."""

from collections.abc import Callable

import pytest

from wp3reports.authoring.form import Choice, Entries, Field, Form, Group, form, schema_of
from wp3reports.diagnostics import Span, error, warning
from wp3reports.milestones import MILESTONES, m2_swot, m3_themes
from wp3reports.model import COORDINATOR, Dossier, HandIn, hand_in_path
from wp3reports.source import Source, parse

RIGA = "inputs/m2_swot/riga.yaml"
FormOf = Callable[..., Form]


def field(form: Form, *path: str | int) -> Field:
    return next(each for each in form.fields() if each.path == path)


def node(form: Form, key: str) -> Field | Group | Entries:
    return next(each for each in form.nodes if each.path == (key,))


def source_of(text: str) -> Source:
    source, _ = parse(RIGA, text.encode())
    assert source is not None
    return source


def test_a_field_shows_what_it_asks_for_and_what_stands_there(form_of: FormOf, riga: str) -> None:
    shown = field(form_of(riga), "tools", 0, "owner")
    assert (shown.label, shown.help, shown.value, shown.example) == (
        "Owner",
        "Who runs it",
        "Its members",
        "City of Riga",
    )
    assert shown.is_needed
    assert not field(form_of(riga), "tools", 0, "source").is_needed


def test_choices_are_the_clusters_of_the_city_and_the_sources_of_the_file(form_of: FormOf, riga: str) -> None:
    words = [each.word for each in field(form_of(riga), "analyses", 0, "cluster").choices]
    assert words == ["ict", "life-sciences", "ferries"]
    assert field(form_of(riga), "tools", 1, "source").choices == (Choice("latvian-it-cluster", "Latvian IT Cluster"),)


def test_a_word_that_is_none_of_the_choices_is_not_lost(form_of: FormOf, riga: str) -> None:
    shown = field(form_of(riga.replace("cluster: ferries", "cluster: fairies")), "analyses", 2, "cluster")
    assert shown.value == "fairies"
    assert shown.choices[-1] == Choice("fairies", "fairies (not known)")


def test_what_every_hand_in_rests_on_stands_last(form_of: FormOf, riga: str) -> None:
    keys = [str(each.path[0]) for each in form_of(riga).nodes]
    assert keys[:3] == ["prepared_by", "date", "status"]
    assert keys[-5:] == ["analyses", "tools", "sources", "figures", "history"]


def test_entries_are_called_what_people_call_them(form_of: FormOf, riga: str) -> None:
    analyses, tools = node(form_of(riga), "analyses"), node(form_of(riga), "tools")
    assert isinstance(analyses, Entries)
    assert isinstance(tools, Entries)
    assert [each.title for each in tools.entries] == ["Latvian IT Cluster", "Freeport"]
    assert analyses.entries[2].title == "Ferries"
    assert analyses.singular == "SWOT analysis"


def test_what_is_still_to_be_written_is_no_finding(form_of: FormOf, riga: str) -> None:
    text = riga.replace("summary: Three clusters were analysed.", "summary:").replace("    owner: City of Riga\n", "")
    source = source_of(text)
    empty = error("value-empty", source.key_at("summary"), "is empty")
    missing = error("field-missing", source.at("tools", 1, "owner"), "is missing")
    shown = form_of(text, empty, missing)
    assert [each.path for each in shown.fields() if each.is_missing] == [("summary",), ("tools", 1, "owner")]
    assert [each.findings for each in shown.fields() if each.findings] == []


def test_an_empty_key_that_need_not_be_there_is_one(form_of: FormOf, riga: str) -> None:
    text = f"{riga}deviations:\n"
    empty = error("value-empty", source_of(text).key_at("deviations"), "is empty")
    assert field(form_of(text, empty), "deviations").findings == (empty,)


def test_each_finding_is_shown_once(form_of: FormOf, riga: str) -> None:
    text = f"{riga}sumary: x\n".replace("    grade: later\n", "    grade: later\n    ownr: x\n", 1)
    source = source_of(text)
    places = [
        source.at("date"),
        source.at("analyses"),
        source.at("analyses", 1),
        source.at("tools", 0, "clusters", 0),
        source.key_at("tools", 0, "ownr"),
        source.key_at("sumary"),
        Span(RIGA),
    ]
    findings = [warning(f"finding-{number}", span, "something") for number, span in enumerate(places)]
    shown = [*form_of(text, *findings).findings]
    stack = [*form_of(text, *findings).nodes]
    while stack:
        each = stack.pop()
        shown += each.findings
        stack += each.entries if isinstance(each, Entries) else each.nodes if isinstance(each, Group) else ()
    assert sorted(shown, key=lambda each: each.code) == findings


def test_a_file_that_cannot_be_read_has_no_form(dossier: Dossier) -> None:
    assert form(dossier, m2_swot.MILESTONE, "riga", b"a: *b\n", ()) is None


def test_a_group_that_was_left_out_is_there_to_be_added(dossier: Dossier) -> None:
    milestone = next(each for each in MILESTONES if each.name == "m4_concepts")
    shown = form(dossier, milestone, "riga", b"date: 2006-11-01\n", ())
    assert shown is not None
    role = node(shown, "role")
    assert isinstance(role, Group)
    assert not role.is_there
    assert "role" not in {each.path[0] for each in shown.fields()}


def test_every_value_of_every_hand_in_stands_in_its_form(dossier: Dossier) -> None:
    seen = 0
    for delivery in dossier.of(HandIn):
        milestone = next(each for each in MILESTONES if each.name == delivery.milestone)
        data = "\n".join(delivery.source.lines).encode()
        shown = form(dossier, milestone, delivery.author, data, ())
        assert shown is not None
        held = {each.path: each.value for each in shown.fields() if each.value}
        wanted = {path: value for path, value in _leaves(delivery.source.plain(), ()) if value}
        assert {path: str(value).split() for path, value in held.items()} == {
            path: str(value).split() for path, value in wanted.items()
        }
        seen += len(held)
    assert seen > 500


def _leaves(value: object, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], object]]:
    """Each value by its path; a list of words is one value."""
    match value:
        case dict():
            return [each for key, inner in value.items() for each in _leaves(inner, (*path, key))]
        case tuple() if any(isinstance(each, dict) for each in value):
            return [each for number, inner in enumerate(value) for each in _leaves(inner, (*path, number))]
        case _:
            return [(path, value)]


def test_only_who_hands_in_has_a_form(dossier: Dossier) -> None:
    final = MILESTONES[-1]
    assert schema_of(dossier, final, COORDINATOR, {})["properties"]
    with pytest.raises(ValueError, match="hands in nothing"):
        schema_of(dossier, final, "riga", {})
    assert hand_in_path(m3_themes.MILESTONE.name, "riga") in {each.source.path for each in dossier.of(HandIn)}
