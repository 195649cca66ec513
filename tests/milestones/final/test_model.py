from wp3reports.milestones.final.model import Basis, FinalText
from wp3reports.model import HandIn


def test_the_co_ordinator_adds_what_no_milestone_says() -> None:
    own = {name: field for name, field in FinalText.model_fields.items() if name not in HandIn.model_fields}
    assert [*own] == ["background", "method", "conclusions", "recommendations", "lessons", "outlook", "follow_ups"]
    assert all(field.is_required() for field in own.values())


def test_a_recommendation_may_rest_on_any_of_four_kinds() -> None:
    assert [*Basis.model_fields] == ["proposals", "practices", "concepts", "programmes"]
    assert not any(field.is_required() for field in Basis.model_fields.values())
