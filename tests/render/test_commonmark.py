import pytest

from wp3reports.render.commonmark import cells, read


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("| a | b |", 2),
        ("a | b", 2),
        ("|a|", 1),
        ("|", 0),
        ("> | a | b |", 2),
        ("| a \\| b |", 1),
        ("| | b |", 2),
        ("", 0),
    ],
)
def test_cells_are_counted_as_typed(line: str, number: int) -> None:
    assert cells(line) == number


def test_tokens_know_where_their_line_begins() -> None:
    reading = read("one\n\n- two\n- three\n")
    starts = [reading.start(token) for token in reading.tokens if token.type == "inline"]
    assert starts == [0, 5, 11]


def test_flat_leaves_lists_quotations_tables_and_notes_as_typed() -> None:
    text = "- a\n> b\n\n| c | d |\n|---|---|\n\n[^1]: e"
    kinds = {token.type for token in read(text, flat=True).tokens}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}
    assert {"bullet_list_open", "blockquote_open", "table_open", "footnote_reference_open"} < {
        token.type for token in read(text).tokens
    }
