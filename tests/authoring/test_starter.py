"""A new project has no error on its first day, whatever its cities are called."""

from datetime import date

import pytest

from wp3reports.authoring import City, Start, first_month, starter
from wp3reports.diagnostics import Severity
from wp3reports.milestones import MILESTONES
from wp3reports.pipeline import compile_reports
from wp3reports.snapshot import Snapshot

CITIES = (City("Riga", "LV", "lv", "56.95", "24.11"), City("St. Petersburg"), City("Malmö", "SE"))
START = Start("BaltClust", "Baltic: clusters #1", CITIES, date(2026, 1, 1))


def test_it_checks_and_its_reports_are_complete(templates: dict[str, bytes]) -> None:
    files = {path: text.encode() for path, text in starter(START).items() if path.startswith("inputs/")}
    made = compile_reports(Snapshot({**templates, **files}), date(2026, 3, 1))
    assert {each.severity for each in made.diagnostics} == {Severity.INFO}
    assert [partner.id for partner in made.partners] == ["riga", "st-petersburg", "malmo"]
    assert {f"milestone/{milestone.name}" for milestone in MILESTONES if milestone.local} <= {
        volume.name for volume in made.volumes
    }


def test_the_months_of_the_plan() -> None:
    text = starter(Start("A", "B", CITIES, date(2026, 11, 1), 4))["inputs/project.yaml"]
    assert "start: 2026-11-01\n" in text
    assert "end: 2028-10-31\n" in text
    assert [line.split()[1] for line in text.splitlines() if line.startswith("    due: ")] == [
        "2027-02-15",
        "2027-06-15",
        "2027-10-15",
        "2028-02-15",
        "2028-06-15",
        "2028-10-31",
    ]


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 1, 1), 6, date(2026, 1, 1)),
        (date(2026, 6, 15), 6, date(2026, 1, 1)),
        (date(2026, 6, 16), 6, date(2027, 1, 1)),
        (date(2026, 6, 16), 12, date(2026, 1, 1)),
    ],
)
def test_a_plan_begins_so_that_nothing_is_overdue(today: date, months: int, first: date) -> None:
    assert first_month(today, months) == first


def test_the_folder_has_what_git_and_people_need() -> None:
    files = starter(START)
    assert files[".gitignore"] == "/build/\n"
    assert "wp3reports new m1_selection --partner riga " in files["README.md"]
    assert files["README.md"].count("\n") < 20
