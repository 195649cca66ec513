import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, error, info, ordered, warning

HERE = Span("inputs/a.yaml", 3, 5, 3, 9)


@pytest.mark.parametrize(
    ("make", "severity", "word"),
    [(error, Severity.ERROR, "error"), (warning, Severity.WARNING, "warning"), (info, Severity.INFO, "info")],
)
def test_a_finding_weighs_what_its_name_says(make: object, severity: Severity, word: str) -> None:
    assert callable(make)
    found = make("a-b", HERE, "wrong", label="here", notes=iter([Note(HERE, "there")]), help="mend it")
    assert found == Diagnostic(severity, "a-b", "wrong", HERE, "here", (Note(HERE, "there"),), "mend it")
    assert found.severity.word == word


def test_a_place_prints_as_editors_follow_it() -> None:
    assert str(HERE) == "inputs/a.yaml:3:5"
    assert str(Span("inputs/a.yaml")) == "inputs/a.yaml:1:1"


FINDINGS = st.builds(
    Diagnostic,
    severity=st.sampled_from(Severity),
    code=st.sampled_from(["a", "b"]),
    message=st.sampled_from(["x", "y"]),
    span=st.builds(Span, st.sampled_from(["p", "q"]), st.integers(1, 3), st.integers(1, 3), st.just(3), st.just(9)),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(FINDINGS))
def test_findings_come_in_one_order_each_once(findings: list[Diagnostic]) -> None:
    found = ordered(findings)
    assert len(found) == len(set(found)) == len(set(findings))
    assert found == ordered(reversed(findings)) == ordered(found)
    assert [each.span for each in found] == sorted(each.span for each in found)


def test_the_heavier_comes_first_at_one_place() -> None:
    assert ordered([info("a", HERE, "m"), error("z", HERE, "m"), warning("b", HERE, "m")])[0].severity is Severity.ERROR
