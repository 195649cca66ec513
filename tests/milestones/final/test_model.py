from wp3reports.milestones.final.model import FinalText
from wp3reports.model import HandIn


def test_the_co_ordinator_adds_background_and_method() -> None:
    own = {name: field for name, field in FinalText.model_fields.items() if name not in HandIn.model_fields}
    assert [*own] == ["background", "method"]
    assert all(field.is_required() for field in own.values())
