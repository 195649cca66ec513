from wp3reports.milestones.m2_swot.model import Quadrant, Stage, Statement, SwotAnalysis, ToolType


def test_each_quadrant_is_a_list_of_the_analysis() -> None:
    lines = {each.value: (Statement(statement=each.label),) for each in Quadrant}
    analysis = SwotAnalysis.model_validate(
        {
            "cluster": "a",
            "maturity": {"stage": "mature", "grade": "later"},
            "grade": "later",
            "conclusion": "c",
            **lines,
        }
    )
    assert [analysis.lines(each)[0].statement for each in Quadrant] == [each.label for each in Quadrant]
    assert len(Quadrant) == 4


def test_the_scale_of_maturity_is_in_order() -> None:
    assert [each.value for each in Stage] == ["agglomeration", "emerging", "developing", "mature", "transformation"]


def test_kinds_of_tool_are_printed_in_words() -> None:
    assert len(ToolType) == 10
    assert not any("_" in each.label for each in ToolType)
