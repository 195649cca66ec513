import pytest

from wp3reports.cli.telling import last_line, tell_statistics, usual_format
from wp3reports.diagnostics import Diagnostic, Guess, Span, error, warning

BROKEN = error("a-code", Span("x.yaml"), "…")
SLIP = error("a-code", Span("x.yaml", 1, 1, 1, 4), "…", near=Guess("ict", "itc", is_sure=True))
ODD = warning("b-code", Span("x.yaml"), "…")


@pytest.mark.parametrize(
    ("here", "findings", "line"),
    [
        ([], [], "no findings; next: wp3reports build"),
        ([ODD], [ODD], "1 warning; next: wp3reports build"),
        ([BROKEN], [BROKEN], "1 error; mend the errors and run: wp3reports check"),
        ([BROKEN, SLIP], [BROKEN, SLIP], "2 errors; 1 can be fixed by: wp3reports check --fix"),
        ([], [BROKEN], "no findings here, 1 error elsewhere; see: wp3reports check"),
        ([ODD], [ODD, BROKEN, SLIP], "1 warning here, 2 errors elsewhere; see: wp3reports check"),
    ],
)
def test_the_last_line_says_what_to_do_next(here: list[Diagnostic], findings: list[Diagnostic], line: str) -> None:
    assert last_line(here, findings) == line


def test_statistics_begin_with_the_most_frequent(capfd: pytest.CaptureFixture[str]) -> None:
    tell_statistics([ODD, BROKEN, SLIP])
    assert capfd.readouterr().out == "    2 error    a-code\n    1 warning  b-code\n"


def test_actions_get_annotations_without_being_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert usual_format() == "text"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert usual_format() == "github"
