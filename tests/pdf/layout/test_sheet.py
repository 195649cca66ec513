"""Questions to a page."""

from wp3reports.pdf.layout.sheet import Kind, Piece, Rectangle, Sheet

BOX = Rectangle(10, 20, 30, 40)
PIECES = (
    Piece(Kind.BLOCK, None, "", -1, BOX),
    Piece(Kind.LINE, None, "", 0, BOX),
    Piece(Kind.TEXT, None, "", 1, BOX, "One"),
    Piece(Kind.LINE, None, "a", 0, BOX),
    Piece(Kind.TEXT, None, "a", 3, BOX, "  "),
    Piece(Kind.PICTURE, None, "b", 0, BOX),
    Piece(Kind.PICTURE, None, "", 0, BOX, in_flow=False),
)
SHEET = Sheet(0, 595, 842, BOX, is_forced=False, pieces=PIECES)


def test_a_rectangle_ends_where_it_ends() -> None:
    assert (BOX.right, BOX.bottom) == (40, 60)


def test_what_holds_a_piece_from_the_inside_out() -> None:
    assert list(SHEET.around(2)) == [1, 0]
    assert list(SHEET.around(0)) == []


def test_the_line_of_a_text() -> None:
    assert [SHEET.line_of(number) for number in (2, 5)] == [1, -1]


def test_lines_with_text_and_pictures_in_the_flow_are_shown() -> None:
    assert list(SHEET.shown()) == [1, 5]


def test_a_piece_without_a_source_stands_before_the_next_one() -> None:
    assert [SHEET.source_at(number) for number in (0, 5, 6)] == ["a", "b", ""]
