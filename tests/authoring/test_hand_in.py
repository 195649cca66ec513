"""Every hand-in of every author, begun: it parses, and all that is found is what is left to fill in."""

import re
from collections.abc import Mapping
from datetime import date

import pytest

from wp3reports.authoring import hand_in_text, schema_path
from wp3reports.load import load
from wp3reports.milestones import MILESTONES, m1_selection
from wp3reports.model import COORDINATOR, Dossier, Milestone, hand_in_path
from wp3reports.snapshot import Snapshot

BEGUN = [
    (milestone, author)
    for milestone in MILESTONES
    for author in ("riga", "malmo", "oslo", COORDINATOR)
    if milestone.local or author == COORDINATOR
]
IDS = [f"{milestone.name}-{author}" for milestone, author in BEGUN]


def found(files: Mapping[str, str], path: str, text: str) -> set[str]:
    """What the reader finds in that file, however much it is."""
    snapshot = Snapshot({**{name: data.encode() for name, data in files.items()}, path: text.encode()})
    return {each.code for each in load(snapshot, date(2008, 1, 31))[1] if each.span.path == path}


@pytest.mark.parametrize(("milestone", "author"), BEGUN, ids=IDS)
@pytest.mark.parametrize("is_late", [True, False])
def test_only_what_is_left_to_fill_in_is_found(  # noqa: PLR0913 - fixtures and a table
    milestone: Milestone, author: str, whole: Dossier, empty: Dossier, given_whole: Mapping[str, str], *, is_late: bool
) -> None:
    files = given_whole if is_late else {path: text for path, text in given_whole.items() if path.count("/") == 1}
    text = hand_in_text(whole if is_late else empty, milestone, author, "x.json")
    path = hand_in_path(milestone.name, author)
    assert text.startswith("# yaml-language-server: $schema=../../x.json\n")
    assert found(files, path, text) <= {"value-empty", "more-findings"}
    assert "value-empty" in found(files, path, text)


@pytest.mark.parametrize(("milestone", "author"), BEGUN, ids=IDS)
def test_what_may_be_left_out_is_right_when_its_sign_is_taken_away(
    milestone: Milestone, author: str, whole: Dossier, given_whole: Mapping[str, str]
) -> None:
    text = hand_in_text(whole, milestone, author, "x.json")
    opened = re.sub(r"(?m)^( *)# (?=( *- )?[a-z_]+:|  )", r"\1", text)
    assert opened.count("\n# ") < text.count("\n# ")
    assert found(given_whole, hand_in_path(milestone.name, author), opened) <= {"value-empty", "more-findings"}


def test_who_hands_in_nothing_gets_nothing(whole: Dossier) -> None:
    with pytest.raises(ValueError, match="riga hands in nothing for final"):
        hand_in_text(whole, MILESTONES[-1], "riga", "x.json")


def test_a_milestone_outside_the_plan_goes_by_its_name(whole: Dossier) -> None:
    text = hand_in_text(whole, m1_selection.MILESTONE, "riga", schema_path("m1_selection", "riga"))
    assert "\n# Selection of clusters: Riga\n" in text or "\n# m1_selection: Riga\n" in text
