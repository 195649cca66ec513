import pytest

from wp3reports.render.commonmark import MAX_COLUMNS, MAX_NESTING
from wp3reports.render.narrative import lint
from wp3reports.render.shape import MAX_LINKS, MAX_NOTES, MAX_ROWS


def table(columns: int, rows: int) -> str:
    return f"|{'a|' * columns}\n|{'-|' * columns}\n" + f"|{'b|' * columns}\n" * rows


def notes(number: int) -> str:
    return "".join(f"a[^{index}] " for index in range(number)) + "".join(
        f"\n\n[^{index}]: b" for index in range(number)
    )


@pytest.mark.parametrize(
    ("within", "beyond", "code"),
    [
        ("> " * MAX_NESTING + "a", "> " * (MAX_NESTING + 1) + "a", "text-nesting"),
        ("- " * MAX_NESTING + "a", "- " * (MAX_NESTING + 1) + "a", "text-nesting"),
        ("- > " * (MAX_NESTING // 2) + "a", "1. > " * (MAX_NESTING // 2 + 1) + "a", "text-nesting"),
        (table(MAX_COLUMNS, 1), table(MAX_COLUMNS + 1, 1), "text-columns"),
        (table(2, MAX_ROWS), table(2, MAX_ROWS + 1), "text-rows"),
        (table(2, 1) + "|a|", table(2, 1) + "|a|b|c|", "text-cells"),
        (table(3, 1) + "|\n" * 3, table(3, 1) + "|\n" * 40, "text-cells"),
        (notes(MAX_NOTES), notes(MAX_NOTES + 1), "text-footnote"),
        ("[a](#b) " * MAX_LINKS, "[a](#b) " * (MAX_LINKS + 1), "text-link"),
        ("*a **b " * 5 + "** c*" * 5, "*a **b " * 8 + "** c*" * 8, "text-emphasis"),
    ],
)
def test_a_limit_holds_to_the_last(within: str, beyond: str, code: str) -> None:
    before = "A paragraph.\n\n"
    assert list(lint(before + within)) == []
    (found,) = lint(before + beyond)
    assert found.code == code
    assert found.remedy
    line = (before + beyond)[: found.offset].count("\n")
    assert line == (before + beyond).splitlines().index((before + beyond).splitlines()[line])
    assert line >= 2


def test_a_row_with_too_many_cells_is_told_in_its_line() -> None:
    text = table(2, 3) + "|a|b|c|\n"
    (found,) = lint(text)
    assert text[found.offset :] == "|a|b|c|\n"
