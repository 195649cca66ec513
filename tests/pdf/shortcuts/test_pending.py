"""Values of declarations with `var()`."""

from typing import Any

import pytest
from tinycss2 import parse_component_value_list
from weasyprint.css.tokens import InvalidValues, Pending

from wp3reports.pdf.shortcuts.pending import MOST, solve


class Declaration(Pending):  # type: ignore[misc] # WeasyPrint ships no types
    """One that notes what it was asked."""

    asked = 0

    def validate(self, tokens: Any, wanted_key: str, base_url: str) -> Any:
        self.asked += 1
        if tokens[0].type != "dimension":
            raise InvalidValues("no length")
        return wanted_key, base_url, tokens[0].value


def tokens(text: str) -> Any:
    return parse_component_value_list(text)


@pytest.fixture
def declaration() -> Declaration:
    return Declaration(tokens("var(--gap)"), "margin")


def test_the_same_tokens_are_parsed_once(declaration: Declaration) -> None:
    gap = tokens("2mm")
    values = [solve(declaration, gap, "margin_top", "asset:") for _ in range(3)]
    assert values == [("margin_top", "asset:", 2)] * 3
    assert declaration.asked == 1


def test_others_are_not_taken_for_them(declaration: Declaration) -> None:
    gap = tokens("2mm")
    assert solve(declaration, gap, "margin_top", "a") == ("margin_top", "a", 2)
    assert solve(declaration, gap, "margin_left", "a") == ("margin_left", "a", 2)
    assert solve(declaration, gap, "margin_top", "b") == ("margin_top", "b", 2)
    assert [solve(declaration, tokens(f"{number}mm"), "top", "a")[2] for number in range(3 * MOST)] == [
        *range(3 * MOST)
    ]


def test_what_is_kept_has_an_end(declaration: Declaration) -> None:
    for number in range(3 * MOST):
        solve(declaration, tokens(f"{number}mm"), "margin_top", "")
    assert 0 < len(vars(declaration)["solved"]) <= MOST


@pytest.mark.parametrize("text", ["red", ""])
def test_an_invalid_value_is_refused_each_time(
    declaration: Declaration, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("ERROR", logger="weasyprint"):
        for _ in range(2):
            with pytest.raises(InvalidValues):
                solve(declaration, tokens(text), "margin_top", "")
