from collections.abc import Callable

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.model import COORDINATOR, Status
from wp3reports.standing import Cell, State

Make = Callable[..., Cell]
Find = Callable[..., Diagnostic]


def test_every_status_of_a_hand_in_is_a_state() -> None:
    assert {status.name for status in Status} < {state.name for state in State}
    assert len({state.sign for state in State}) == len(State) == 7
    assert all(state.meaning for state in State)


def test_a_hand_in_knows_its_place_and_its_name(cell: Make) -> None:
    assert (cell(2).path, cell(2).name) == ("inputs/m2/vilnius.yaml", "milestone 2")
    assert cell(6, is_joint=True).name == "the final report"


def test_the_plan_asks_for_words_of_local_hand_ins_only(cell: Make) -> None:
    guidance = cell(2).guidance
    assert guidance is not None
    assert (guidance.least, guidance.most) == (600, 1500)
    assert cell(2, author=COORDINATOR).guidance is None


@pytest.mark.parametrize(
    ("state", "has_begun", "is_owed"),
    [
        (State.MISSING, True, True),
        (State.INVALID, True, True),
        (State.DRAFT, True, True),
        (State.RETURNED, True, True),
        (State.MISSING, False, False),
        (State.DRAFT, False, False),
        (State.SUBMITTED, True, False),
        (State.ACCEPTED, True, False),
        (State.WAIVED, True, False),
    ],
)
def test_what_is_not_settled_is_owed_once_its_milestone_has_begun(
    cell: Make, state: State, has_begun: object, is_owed: object
) -> None:
    assert cell(2, state, 6, has_begun=has_begun).is_owed is is_owed
    assert cell(2, state, 6, has_begun=has_begun).is_overdue is False
    assert cell(2, state, 0, has_begun=has_begun).is_overdue is False
    assert cell(2, state, -1, has_begun=has_begun).is_overdue is is_owed


def test_an_error_is_owed_whatever_the_state(cell: Make, finding: Find) -> None:
    wrong = cell(2, State.ACCEPTED, -1, finding("wrong"))
    assert (wrong.is_owed, wrong.is_overdue) == (True, True)
    waived = cell(2, State.ACCEPTED, -1, finding("wrong", severity=Severity.INFO))
    assert (waived.is_owed, waived.is_overdue) == (False, False)


def test_findings_are_counted_by_weight(cell: Make, finding: Find) -> None:
    found = [finding(str(n), severity=severity) for severity in Severity for n in range(severity + 1)]
    held = cell(2, State.DRAFT, 6, *found)
    assert (held.errors, held.warnings, held.infos) == (1, 2, 3)
