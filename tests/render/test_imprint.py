from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from wp3reports.milestones.m1_selection.merge import SelectionReport, merge
from wp3reports.model import Dossier, Version
from wp3reports.render.imprint import local_imprint, merged_imprint
from wp3reports.render.speech import Speech
from wp3reports.render.tongues import Tongues

Read = Callable[[Mapping[str, str]], Dossier]
TITLES = ("Milestone report", "Selection", "Milestone 1")


@pytest.fixture
def report(given: Mapping[str, str], dossier_of: Read) -> SelectionReport:
    dossier = dossier_of(given)
    return merge(dossier, dossier.project.milestones[0])


def test_a_local_report_answers_in_the_name_of_its_metropolis(report: SelectionReport) -> None:
    imprint = local_imprint(report, report.deliveries[0], report.partners[0], Speech())
    assert (imprint.target, imprint.title, imprint.responsible) == ("local/m1_selection/riga", "Riga", "City of Riga")
    assert (imprint.slug, imprint.file_name) == ("local-m1-selection-riga", "local/m1_selection/riga.pdf")
    assert imprint.keywords == ("clusters", "Riga")
    assert imprint.authors == (report.deliveries[0].submission.prepared_by,)


def test_a_local_report_in_another_language_is_another_file(report: SelectionReport) -> None:
    partner = report.partners[0].model_copy(update={"own_name": "Rīga, Riga"})
    imprint = local_imprint(report, report.deliveries[0], partner, Speech(Tongues("lv")))
    assert (imprint.target, imprint.title) == ("local/m1_selection/riga.lv", "Rīga")
    assert (imprint.slug, imprint.file_name) == ("local-m1-selection-riga-lv", "local/m1_selection/riga.lv.pdf")
    assert imprint.foot == "BaltMet Inno · WP3 · D1 · version 0.1"


def test_a_merged_report_names_each_author_once(report: SelectionReport) -> None:
    imprint = merged_imprint(report, "milestone/m1_selection", TITLES)
    assert len(imprint.authors) == len(set(imprint.authors)) == 4
    assert imprint.responsible == "Technology Foundation Berlin"
    again = replace(report, deliveries=(report.deliveries[0], *report.deliveries))
    assert merged_imprint(again, "milestone/m1_selection", TITLES).authors == imprint.authors


def test_the_version_is_the_latest_of_the_history(report: SelectionReport) -> None:
    assert merged_imprint(report, "x", TITLES).version == "0.1"
    assert merged_imprint(replace(report, coordinator=None), "x", TITLES).version == "0.1"
    assert report.coordinator is not None
    history = tuple(Version(version=v, date="2005-06-01", reason="r", by="b") for v in ("0.9", "1.0"))
    submission = report.coordinator.submission.model_copy(update={"history": history})
    changed = replace(report, coordinator=replace(report.coordinator, submission=submission))
    assert merged_imprint(changed, "x", TITLES).version == "1.0"


def test_project_and_work_package_are_named(report: SelectionReport) -> None:
    imprint = merged_imprint(report, "x", TITLES)
    assert imprint.subject == "BaltMet Inno, work package 3: Cluster Development"
    assert imprint.series == "BaltMet Inno · WP3"
