from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from wp3reports.diagnostics import Span, error
from wp3reports.milestones.m1_selection.merge import merge
from wp3reports.milestones.m1_selection.model import ClusterReport, SelectionDecision
from wp3reports.model import COORDINATOR, NOT_THERE, Dossier, HandIn, Waiver, hand_in_path, last_day

Read = Callable[[Mapping[str, str]], Dossier]
RIGA = "inputs/m1_selection/riga.yaml"


@pytest.fixture
def dossier(given: Mapping[str, str], dossier_of: Read) -> Dossier:
    return dossier_of(given)


def test_deliveries_come_by_kind_in_the_order_of_the_partners(dossier: Dossier) -> None:
    assert [each.author for each in dossier.of(ClusterReport)] == ["riga", "malmo", "oslo"]
    assert len(dossier.of(HandIn)) == 9
    decision = dossier.one(SelectionDecision)
    assert decision is not None
    assert decision.author == COORDINATOR
    assert dossier.one(ClusterReport) is None


def test_a_delivery_knows_its_places(dossier: Dossier) -> None:
    (riga, *_) = dossier.of(ClusterReport)
    assert riga.source.path == hand_in_path("m1_selection", "riga") == RIGA
    assert str(riga.at("date")) == f"{RIGA}:2:7"
    assert riga.pointer("clusters", 0, "name") == f"{RIGA}#/clusters/0/name"
    assert len(riga.digest) == 64


def test_names_of_metropolises(dossier: Dossier) -> None:
    assert (dossier.name("malmo"), dossier.name("atlantis")) == ("Malmö", "atlantis")
    assert dossier.partner("atlantis") is None


def test_who_owes_what_and_why(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of({path: text for path, text in given.items() if path != RIGA})
    period = dossier.project.period("m1_selection")
    assert period is not None
    (owed,) = dossier.outstanding(period)
    assert (owed.partner.id, owed.finding) == ("riga", None)
    why = error("field-missing", Span(RIGA), "…")
    (owed,) = replace(dossier, rejected={RIGA: why}).outstanding(period)
    assert owed.finding == why


def test_a_report_lists_its_contributions_the_co_ordinators_first(dossier: Dossier) -> None:
    period = dossier.project.period("m1_selection")
    assert period is not None
    report = merge(dossier, period)
    assert [each.author for each in report.contributions] == [COORDINATOR, "riga", "malmo", "oslo"]
    assert (report.name("malmo"), report.name("atlantis")) == ("Malmö", "atlantis")
    assert [each.author for each in replace(report, coordinator=None).contributions] == ["riga", "malmo", "oslo"]


def test_a_report_finds_a_metropolis_and_what_it_handed_in(dossier: Dossier) -> None:
    period = dossier.project.period("m1_selection")
    assert period is not None
    report = merge(dossier, period)
    assert [report.place(each) for each in report.partners] == [*range(len(report.partners))]
    assert [*report.handed_in.values()] == [*report.deliveries]
    assert [report.handed_in[each.id].author for each in report.partners] == [each.id for each in report.partners]
    assert (report.name("riga"), report.name("nowhere")) == ("Riga", "nowhere")


def test_a_waiver_counts_as_long_as_it_holds(dossier: Dossier) -> None:
    about = {"finding": NOT_THERE, "place": RIGA, "reason": "x", "who": "y", "until": "2008-01-31"}
    waiver = Waiver.model_validate(about)
    waived = replace(dossier, waivers=(waiver,))
    assert waived.waiver(RIGA, NOT_THERE) == waiver
    assert waived.waiver(RIGA, "field-missing") is None
    assert waived.waiver("inputs/m1_selection/oslo.yaml", NOT_THERE) is None
    assert replace(waived, issued=date(2008, 2, 1)).waiver(RIGA, NOT_THERE) is None


def test_the_co_ordinator_has_time_until_the_months_of_a_milestone_end(dossier: Dossier) -> None:
    period = dossier.project.period("m1_selection")
    assert period is not None
    assert last_day(period, "riga") == date(2005, 6, 15)
    assert last_day(period, COORDINATOR) == date(2005, 6, 30)
    assert last_day(period.model_copy(update={"due": date(2005, 7, 2)}), COORDINATOR) == date(2005, 7, 2)
