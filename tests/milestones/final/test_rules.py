from wp3reports.milestones.final.rules import RULES


def test_the_final_report_has_no_rules_of_its_own() -> None:
    assert RULES == ()
