from typing import Any

import pytest
from pydantic import ValidationError

from wp3reports.milestones import MILESTONES
from wp3reports.model import Figure, HandIn, Status

LEAST = {
    "prepared_by": {"name": "Unit", "organisation": "City"},
    "date": "2005-06-10",
    "status": "submitted",
    "summary": "Words.",
}


def test_what_every_hand_in_must_say() -> None:
    hand_in = HandIn.model_validate(LEAST)
    assert (hand_in.status, hand_in.deviations, hand_in.sources, hand_in.figures) == (Status.SUBMITTED, "", (), ())
    for key in LEAST:
        with pytest.raises(ValidationError):
            HandIn.model_validate({name: value for name, value in LEAST.items() if name != key})


def test_a_figure_needs_a_text_alternative() -> None:
    with pytest.raises(ValidationError) as wrong:
        Figure.model_validate({"file": "a.png", "caption": "A"})
    assert [(each["type"], each["loc"]) for each in wrong.value.errors()] == [("missing", ("alt",))]


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.name)
def test_hand_ins_of_all_milestones_are_hand_ins(milestone: Any) -> None:
    kinds = [kind for kind in (milestone.local, milestone.coordinator) if kind]
    assert kinds
    for kind in kinds:
        assert issubclass(kind, HandIn)
        assert set(HandIn.model_fields) < set(kind.model_fields)
