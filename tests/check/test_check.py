from collections.abc import Callable, Mapping

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from wp3reports.check import INDEX, RULES, check, remedy
from wp3reports.diagnostics import ordered
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
FRAME = ("inputs/project.yaml", "inputs/partners.yaml")


def test_every_rule_has_one_code_that_begins_with_its_milestone() -> None:
    assert len(set(INDEX.values())) == len(INDEX) >= 45
    for milestone in MILESTONES:
        number = milestone.name.partition("_")[0]
        assert {code for code in INDEX if code.startswith(f"{number}-")} >= {
            f"{number}-{rule.__name__.replace('_', '-')}" for rule in milestone.rules
        }


def test_every_rule_says_what_to_do_and_its_findings_say_it(given: Mapping[str, str], dossier_of: Read) -> None:
    assert all(remedy(rule) for rule in INDEX.values())
    found = check(dossier_of({path: given[path] for path in FRAME}))
    assert {each.help for each in found} == {remedy(INDEX[code]) for code in ("hand-in-missing", "coordinator-missing")}


def test_without_hand_ins_only_their_absence_is_found(given: Mapping[str, str], dossier_of: Read) -> None:
    found = check(dossier_of({path: given[path] for path in FRAME}))
    assert len(found) == 2 * 3 + 3
    assert {each.code for each in found} == {"hand-in-missing", "coordinator-missing"}


def test_any_hand_ins_may_be_missing(given: Mapping[str, str], dossier_of: Read) -> None:
    hand_ins = sorted(set(given) - set(FRAME))

    @settings(max_examples=40, deadline=None, derandomize=True)
    @for_all(st.sets(st.sampled_from(hand_ins)))
    def some(there: set[str]) -> None:
        found = check(dossier_of({path: given[path] for path in (*FRAME, *there)}))
        assert found == ordered(found)
        assert {each.code for each in found} <= {"hand-in-missing", "coordinator-missing"}
        assert len(found) == len(hand_ins) - len(there)

    some()


def test_each_rule_finds_under_its_own_code_whatever_is_missing(given: Mapping[str, str], dossier_of: Read) -> None:
    spoilt = {
        path: text.replace("metropolis: malmo", "metropolis: nowhere").replace("cluster: ict", "cluster: unknown")
        for path, text in given.items()
    }
    seen = 0
    for left_out in sorted(set(spoilt) - set(FRAME)):
        dossier = dossier_of({path: text for path, text in spoilt.items() if path != left_out})
        for code, rule in RULES.items():
            found = list(rule(dossier))
            seen += len(found)
            assert {each.code for each in found} <= {code}
    assert seen > 50


def test_the_order_of_the_files_makes_no_difference(given: Mapping[str, str], dossier_of: Read) -> None:
    spoilt = {path: text.replace("cluster: ict", "cluster: unknown") for path, text in given.items()}
    assert check(dossier_of(spoilt)) == check(dossier_of(dict(reversed(spoilt.items())))) != ()
