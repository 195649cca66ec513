from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.pipeline import Compilation

Compile = Callable[..., Compilation]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA = "inputs/m1_selection/riga.yaml"
SUMMARY = "summary: Riga proposes three clusters [@riga-2006]."


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("summary: Riga [a](x:y) [@riga-2006].", (4, "[")),
        ("summary: 'Riga ![a](b) [@riga-2006].'", (4, "!")),
        ("summary: |\n  One.\n\n  # Two [@riga-2006]", (7, "#")),
        ("summary: |\n  One.\n\n  - three <javascript:x> [@riga-2006]", (7, "<")),
        ("summary: |\n  One[^1].\n\n  [^2]: three [@riga-2006]", (5, "[")),
        ("summary: |\n  |" + "a|" * 21 + "\n  |" + "-|" * 21 + "\n\n  [@riga-2006]", (5, "|")),
    ],
)
def test_a_text_that_cannot_be_printed_is_told_in_its_line(
    typed: str, marked: tuple[int, str], given: Mapping[str, str], compiled: Compile, shown: Shown
) -> None:
    files = {**given, RIGA: given[RIGA].replace(SUMMARY, typed)}
    found, *_ = compiled(files).diagnostics
    assert found.severity is Severity.WARNING
    assert found.code.startswith("text-")
    assert found.span.path == RIGA
    assert (found.span.line, shown(files, found)[0][0]) == marked
