from collections.abc import Callable, Mapping
from datetime import date

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.load import load
from wp3reports.model import COORDINATOR, Dossier, HandIn
from wp3reports.snapshot import Snapshot

Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
ISSUED = date(2008, 1, 31)
PARTNERS, PROJECT, RIGA = "inputs/partners.yaml", "inputs/project.yaml", "inputs/m2_swot/riga.yaml"


def read(files: Mapping[str, str | bytes]) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    return load(
        Snapshot({path: data.encode() if isinstance(data, str) else data for path, data in files.items()}), ISSUED
    )


def test_every_expected_hand_in_is_read(given: Mapping[str, str]) -> None:
    dossier, findings = read(given)
    assert dossier is not None
    assert findings == ()
    assert len(dossier.of(HandIn)) == len(given) - 2 == 9
    assert [each.author for each in dossier.deliveries] == [*["riga", "malmo", "oslo", COORDINATOR] * 2, COORDINATOR]
    assert dossier.issued == ISSUED
    assert dossier.rejected == {}
    assert set(dossier.frame) == {PARTNERS, PROJECT}


def test_the_order_of_the_files_makes_no_difference(given: Mapping[str, str]) -> None:
    assert read(given) == read(dict(reversed(given.items())))


def test_a_hand_in_with_an_error_is_left_out_and_remembered(given: Mapping[str, str]) -> None:
    files = {
        **given,
        RIGA: given[RIGA].replace("stage: emerging", "stage: emergent").replace("date: 2005", "date: 205"),
    }
    dossier, findings = read(files)
    assert dossier is not None
    assert [each.code for each in findings] == ["value-form", "value-unknown"]
    assert dossier.rejected == {RIGA: findings[0]}
    assert len(dossier.deliveries) == 8


def test_a_hand_in_that_is_no_yaml_is_remembered_too(given: Mapping[str, str]) -> None:
    dossier, findings = read({**given, RIGA: b"\xff\xfe\0"})
    assert dossier is not None
    assert dossier.rejected == {RIGA: findings[0]}
    assert findings[0].severity is Severity.ERROR


def test_a_warning_of_the_reader_does_not_reject(given: Mapping[str, str]) -> None:
    dossier, (finding,) = read({**given, RIGA: given[RIGA].replace("owner: Its members", "owner: Members #1")})
    assert dossier is not None
    assert finding.severity is Severity.WARNING
    assert dossier.rejected == {}
    assert len(dossier.deliveries) == 9


@pytest.mark.parametrize("path", [PARTNERS, PROJECT])
def test_without_a_project_file_there_is_no_dossier(path: str, given: Mapping[str, str]) -> None:
    dossier, (finding,) = read({name: text for name, text in given.items() if name != path})
    assert dossier is None
    assert (finding.code, finding.span.path) == ("project-file-missing", path)


def test_both_project_files_are_judged_at_once(given: Mapping[str, str]) -> None:
    dossier, findings = read({**given, PROJECT: "acronym: [x", PARTNERS: "partners: none"})
    assert dossier is None
    assert {each.span.path for each in findings} == {PARTNERS, PROJECT}


def test_without_project_files_hand_ins_are_judged_all_the_same(given: Mapping[str, str]) -> None:
    files = {path: text for path, text in given.items() if path != PARTNERS}
    _, findings = read({**files, RIGA: given[RIGA].replace("stage: emerging", "stage: emergent")})
    assert [each.code for each in findings] == ["value-unknown", "project-file-missing"]
    doubled = given[PARTNERS].replace("id: malmo", "id: riga")
    _, findings = read({**given, PARTNERS: doubled, "inputs/final/coordinator.yaml": "summary: ["})
    assert {each.span.path for each in findings} == {PARTNERS, "inputs/final/coordinator.yaml"}


def test_nothing_at_all_is_two_findings() -> None:
    dossier, findings = read({})
    assert dossier is None
    assert [each.code for each in findings] == ["project-file-missing"] * 2


def test_two_partners_of_one_id_stop_the_reading(given: Mapping[str, str], shown: Shown) -> None:
    files = {**given, PARTNERS: given[PARTNERS].replace("id: malmo", "id: riga")}
    dossier, (finding,) = read(files)
    assert dossier is None
    assert finding.code == "id-given-twice"
    assert [text for text, _ in shown(files, finding)] == ["riga", "riga"]


def test_no_partner_may_be_called_as_the_co_ordinators_files(given: Mapping[str, str], shown: Shown) -> None:
    files = {**given, PARTNERS: given[PARTNERS].replace("id: malmo", "id: coordinator")}
    dossier, (finding,) = read(files)
    assert dossier is None
    assert finding.code == "partner-id-reserved"
    assert shown(files, finding)[0][0] == "coordinator"


def test_the_plan_names_every_milestone_once(given: Mapping[str, str], shown: Shown) -> None:
    files = {**given, PROJECT: given[PROJECT].replace("- milestone: m2_swot", "- milestone: m2_swto")}
    _, findings = read(files)
    found = {each.code: each for each in findings}
    unknown, missing = found["project-milestone-unknown"], found["project-milestone-missing"]
    assert shown(files, unknown) == [("m2_swto", 'did you mean "m2_swot"?')]
    assert shown(files, missing) == [("milestones", 'no "m2_swot"')]
    files = {**given, PROJECT: given[PROJECT].replace("- milestone: m2_swot", "- milestone: m1_selection")}
    assert {each.code for each in read(files)[1]} == {"id-given-twice", "project-milestone-missing"}


def test_two_events_of_one_id(given: Mapping[str, str], shown: Shown) -> None:
    files = {**given, PROJECT: given[PROJECT].replace("id: management-meeting-2005", "id: kick-off-2005")}
    dossier, findings = read(files)
    assert dossier is not None
    (finding,) = (each for each in findings if each.code == "id-given-twice")
    assert [text for text, _ in shown(files, finding)] == ["kick-off-2005", "kick-off-2005"]
