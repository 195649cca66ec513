from wp3reports.standing import gathered


def test_local_reports_of_a_milestone_in_one_state_share_a_line() -> None:
    states = {
        "local/m1/riga": "up to date",
        "local/m1/oslo": "up to date",
        "milestone/m1": "out of date",
        "local/m2/riga": "up to date",
        "local/m2/oslo": "not built",
        "milestone/m2": "out of date",
        "final": "not built",
        "final-annex": "not built",
    }
    assert gathered(states) == {
        "up to date": ["local/m1/*", "local/m2/riga"],
        "out of date": ["milestone/m1", "milestone/m2"],
        "not built": ["local/m2/oslo", "final", "final-annex"],
    }


def test_nothing_is_gathered_of_nothing() -> None:
    assert gathered({}) == {}
