from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from wp3reports.check import check, settled
from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.load import load
from wp3reports.model import COORDINATOR
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Cell, Matrix, State, survey

Survey = Callable[..., Matrix]
RIGA, OSLO, JOINT = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml", "inputs/m2_swot/coordinator.yaml"
WAIVER = "waivers: [{{finding: {}, place: {}, reason: x, who: y, until: {}}}]\n"


@pytest.fixture
def surveyed(given: Mapping[str, str]) -> Survey:
    """The matrix of the given project with some files changed, or taken away."""

    def read(changes: Mapping[str, str | None] | None = None, issued: date = date(2005, 12, 9)) -> Matrix:
        files = {**given, **(changes or {})}
        snapshot = Snapshot({path: text.encode() for path, text in files.items() if text is not None})
        dossier, found = load(snapshot, issued)
        assert dossier is not None
        return survey(dossier, settled(dossier, [*found, *check(dossier)]))

    return read


def at(matrix: Matrix, author: str, milestone: str = "m2_swot") -> Cell:
    (cell,) = (
        cell for row in matrix.rows for cell in row.cells if (row.author, cell.period.milestone) == (author, milestone)
    )
    return cell


def test_rows_are_partners_then_the_co_ordinator_and_columns_the_plan(surveyed: Survey) -> None:
    matrix = surveyed()
    assert [row.name for row in matrix.rows] == ["Riga", "Malmö", "Oslo", "WP co-ordinator"]
    assert [period.milestone for period in matrix.periods] == ["m1_selection", "m2_swot", "final"]
    assert [len(row.cells) for row in matrix.rows] == [2, 2, 2, 3]
    assert [period.milestone for period in matrix.shared] == ["m1_selection", "m2_swot"]
    assert [cell.is_joint for cell in matrix.rows[-1].cells] == [False, False, True]
    assert list(matrix.column(matrix.periods[-1])) == ["WP co-ordinator"]
    assert matrix.rows[0].cell(matrix.periods[-1]) is None


def test_a_milestone_alone(surveyed: Survey) -> None:
    matrix = surveyed().only(["m2_swot"])
    assert [period.milestone for period in matrix.periods] == ["m2_swot"]
    assert [len(row.cells) for row in matrix.rows] == [1, 1, 1, 1]
    assert surveyed().only(["final"]).shared == ()


@pytest.mark.parametrize("status", ["draft", "submitted", "accepted", "returned"])
def test_the_state_of_a_valid_hand_in_is_its_status(surveyed: Survey, given: Mapping[str, str], status: str) -> None:
    cell = at(surveyed({RIGA: given[RIGA].replace("status: accepted", f"status: {status}")}), "riga")
    assert cell.state == status
    assert (cell.days, cell.has_begun, cell.dated is not None) == (6, True, True)
    assert (cell.words or 0) > 30


@pytest.mark.parametrize(
    ("day", "days", "is_owed", "is_overdue"),
    [
        (date(2005, 6, 30), 168, False, False),  # the milestone begins with July
        (date(2005, 7, 1), 167, True, False),
        (date(2005, 12, 15), 0, True, False),
        (date(2005, 12, 16), -1, True, True),
    ],
)
def test_what_is_missing_is_owed_from_the_beginning_of_its_milestone(
    surveyed: Survey, day: date, days: int, is_owed: object, is_overdue: object
) -> None:
    matrix = surveyed({RIGA: None, JOINT: None}, day)
    for author in ("riga", COORDINATOR):
        cell = at(matrix, author)
        assert (cell.state, cell.days, cell.words, cell.dated) == (State.MISSING, days, None, None)
        assert (cell.is_owed, cell.is_overdue) == (is_owed, is_overdue)
        assert len(cell.findings) == 1
    assert matrix.overdue == 2 * bool(is_overdue)


def test_what_cannot_be_used_is_invalid(surveyed: Survey) -> None:
    cell = at(surveyed({RIGA: "summary: [\n"}), "riga")
    assert (cell.state, cell.words) == (State.INVALID, None)
    assert cell.errors > 0


def test_a_file_that_was_refused_is_invalid_though_it_was_not_read(given: Mapping[str, str]) -> None:
    files = {path: text.encode() for path, text in given.items() if path != RIGA}
    dossier, _ = load(Snapshot(files), date(2005, 12, 9))
    assert dossier is not None
    refused = error("file-link", Span(RIGA), "leads out of the project")
    assert at(survey(dossier, [refused]), "riga").state is State.INVALID
    assert at(survey(dossier, []), "riga").state is State.MISSING
    assert at(survey(replace(dossier, rejected={RIGA: refused}), []), "riga").state is State.INVALID


@pytest.mark.parametrize(
    ("finding", "author", "path", "text"),
    [
        ("hand-in-missing", "riga", RIGA, None),
        ("yaml-syntax", "riga", RIGA, "summary: [\n"),
        ("coordinator-missing", COORDINATOR, JOINT, None),
    ],
)
def test_what_is_waived_is_not_owed(surveyed: Survey, finding: str, author: str, path: str, text: str | None) -> None:
    day = date(2006, 1, 31)
    first = at(surveyed({path: text}, day), author)
    assert first.is_overdue
    waiver = WAIVER.format(first.findings[0].code if text else finding, path, "2006-01-31")
    cell = at(surveyed({path: text, "inputs/waivers.yaml": waiver}, day), author)
    assert (cell.state, cell.is_owed) == (State.WAIVED, False)
    past = at(surveyed({path: text, "inputs/waivers.yaml": waiver}, date(2006, 2, 1)), author)
    assert past.state is first.state
    assert past.is_overdue


def test_findings_belong_to_the_hand_in_in_which_they_lie(surveyed: Survey, given: Mapping[str, str]) -> None:
    matrix = surveyed({RIGA: given[RIGA].replace("cluster: ict", "cluster: itc")}, date(2008, 1, 31))
    codes = {finding.code for finding in at(matrix, "riga").findings}
    assert "m2-cluster-not-selected" in codes
    assert at(matrix, "malmo").findings == ()
    assert at(matrix, "riga").is_overdue


def test_a_hand_in_is_late_by_its_own_date(surveyed: Survey, given: Mapping[str, str]) -> None:
    def dated(path: str, day: str) -> Mapping[str, str]:
        head, _, tail = given[path].partition("\ndate: ")
        return {path: "\n".join((head, f"date: {day}", tail.partition("\n")[2]))}

    for path, author, day, late in (
        (RIGA, "riga", "2005-12-15", 0),
        (RIGA, "riga", "2005-12-16", 1),
        (JOINT, COORDINATOR, "2005-12-31", 0),
        (JOINT, COORDINATOR, "2006-01-02", 2),
    ):
        assert at(surveyed(dated(path, day), date(2008, 1, 31)), author).late == late


def test_a_matrix_is_the_same_in_whatever_order_findings_come(given: Mapping[str, str]) -> None:
    findings: list[Diagnostic] = [error("a", Span(RIGA, 2), "x"), error("b", Span(OSLO), "y")]
    dossier, _ = load(Snapshot({path: text.encode() for path, text in given.items()}), date(2008, 1, 31))
    assert dossier is not None
    assert survey(dossier, findings) == survey(dossier, reversed(findings))
