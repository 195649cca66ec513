from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from wp3reports.check import check, settled
from wp3reports.diagnostics import Severity, Span, error
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
OSLO = "inputs/m2_swot/oslo.yaml"
WAIVERS = """waivers:
  - finding: {finding}
    place: {place}
    reason: The observer joined late.
    who: WP co-ordinator
    until: 2008-06-30
"""


def waivers(place: str, finding: str = "hand-in-missing") -> dict[str, str]:
    return {"inputs/waivers.yaml": WAIVERS.format(place=place, finding=finding)}


def test_a_waived_finding_stays_in_sight_and_names_its_waiver(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of({path: text for path, text in given.items() if path != OSLO} | waivers(OSLO))
    (found,) = settled(dossier, check(dossier))
    assert (found.severity, found.code, found.span) == (Severity.INFO, "hand-in-missing", Span(OSLO))
    assert found.notes[-1].text == "waived by WP co-ordinator until 2008-06-30"
    assert found.notes[-1].span.path == "inputs/waivers.yaml"


def test_the_box_of_a_waived_hand_in_knows_the_waiver(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of({path: text for path, text in given.items() if path != OSLO} | waivers(OSLO))
    period = dossier.project.period("m2_swot")
    assert period is not None
    (owed,) = dossier.outstanding(period)
    assert owed.waiver == dossier.waivers[0]
    (owed,) = replace(dossier, issued=date(2008, 7, 1)).outstanding(period)
    assert owed.waiver is None


@pytest.mark.parametrize(
    ("steps", "severities"),
    [
        ("", {Severity.INFO}),
        ("#/analyses", {Severity.INFO}),
        ("#/analyses/0", {Severity.INFO}),
        ("#/analyses/0/cluster", {Severity.INFO}),
        ("#/analyses/1", {Severity.ERROR, Severity.WARNING}),
        ("#/tools", {Severity.ERROR, Severity.WARNING}),
        ("#/no/such/place", {Severity.ERROR, Severity.WARNING}),
    ],
)
def test_a_waiver_covers_what_lies_in_its_place(
    steps: str, severities: set[Severity], given: Mapping[str, str], dossier_of: Read
) -> None:
    dossier = dossier_of({**given, **waivers(f"{OSLO}{steps}", "m2-cluster-not-selected")})
    source = dossier.source(OSLO)
    assert source is not None
    finding = error("m2-cluster-not-selected", source.at("analyses", 0, "cluster"), "…")
    assert {each.severity for each in settled(dossier, [finding])} == severities


def test_a_place_in_a_file_that_cannot_be_read_is_not_waived(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(
        {path: text for path, text in given.items() if path != OSLO} | waivers(f"{OSLO}#/tools", "yaml-syntax")
    )
    found = settled(dossier, [error("yaml-syntax", Span(OSLO), "…")])
    assert {each.code for each in found} == {"yaml-syntax", "waiver-unused"}
    assert found[0].severity is Severity.ERROR
