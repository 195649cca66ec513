"""WeasyPrint 70.0 leaves a word alone on its line before a link; ours does not."""

import pytest

from wp3reports import pdf

TEXT = "Each metropolis argued what would follow if its clusters were introduced in the others."


@pytest.fixture(scope="module")
def linebreaks() -> object:
    pdf.prepare()
    from wp3reports.pdf import linebreaks as module  # noqa: PLC0415 - needs the engine

    return module


def lines(width: float, blank: str = " ") -> list[str]:
    """The first lines of the sample on a page of that width, as WeasyPrint breaks them."""
    from weasyprint import HTML  # noqa: PLC0415 - needs `prepare`

    sheet = f"@page {{ size: {width}px 300px; margin: 0 }}"
    html = f"<style>{sheet}</style><p>{TEXT}{blank}<a href='#x' id=x>Then comes</a> more"
    found: list[str] = []

    def walk(box: object) -> None:
        if type(box).__name__ == "LineBox":
            found.append("".join(leaf(child) for child in box.children))  # type: ignore[attr-defined]
            return
        for child in getattr(box, "children", ()):
            walk(child)

    def leaf(box: object) -> str:
        return getattr(box, "text", "") or "".join(leaf(child) for child in getattr(box, "children", ()))

    walk(HTML(string=html).render().pages[0]._page_box)  # noqa: SLF001 - lines are nowhere else
    return found


def widths() -> list[float]:
    return [560 + step for step in range(80)]


@pytest.mark.usefixtures("linebreaks")
def test_no_word_stands_alone_whatever_the_width() -> None:
    broken = [width for width in widths() if lines(width)[0].strip() == "Each"]
    assert not broken


@pytest.mark.usefixtures("linebreaks")
def test_a_no_break_space_takes_the_last_word_along_and_no_more() -> None:
    broken = [lines(width, "\u00a0") for width in widths()]
    assert "Each" not in {found[0].strip() for found in broken}
    begins = {found[1].split()[0] for found in broken if len(found) > 1}
    assert "others." in begins
    assert "metropolis" not in begins


def test_the_engine_itself_still_does_it(linebreaks: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """When this fails the engine has mended its fault, and `linebreaks` can go."""
    from weasyprint.layout import inline  # noqa: PLC0415 - needs `prepare`

    monkeypatch.setattr(inline, "split_first_line", linebreaks._split_first_line)  # type: ignore[attr-defined]  # noqa: SLF001
    assert any(lines(width)[0].strip() == "Each" for width in widths())


NARROW = (
    "A word and anotherone.",
    " blank before",
    "Satz mit Zusammenfassungen, die-Bindestriche haben",
    "two  blanks",
    "x",
)


@pytest.mark.parametrize("text", NARROW)
@pytest.mark.parametrize(
    "style", ["", "hyphens: auto", "overflow-wrap: anywhere", "white-space: pre-wrap", "font-size: 0"]
)
def test_the_narrowest_lines_are_those_of_the_engine(
    text: str, style: str, linebreaks: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from weasyprint.layout import preferred  # noqa: PLC0415 - needs `prepare`

    ours = narrowest(f"{text} {text}", style)
    monkeypatch.setattr(preferred, "split_first_line", linebreaks._split_first_line)  # type: ignore[attr-defined]  # noqa: SLF001
    assert narrowest(f"{text} {text}", style) == ours
    assert len(ours) == 2


def test_twice_the_text_of_a_cell_is_twice_the_work(linebreaks: object, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []
    engine = linebreaks._split_first_line  # type: ignore[attr-defined]  # noqa: SLF001

    def noted(text: str, style: object, context: object, width: object, *rest: object, **named: object) -> object:
        shown.extend([len(text)] if width == 0 else [])
        return engine(text, style, context, width, *rest, **named)

    def characters(words: int) -> int:
        shown.clear()
        narrowest("Words of a cell. " * words, "hyphens: auto")
        return sum(shown)

    monkeypatch.setattr(linebreaks, "_split_first_line", noted)
    assert 1700 < characters(200) < 2.2 * characters(100)


def narrowest(text: str, style: str) -> list[float]:
    """The widths of the columns of a table for which there is no room."""
    from weasyprint import HTML  # noqa: PLC0415 - needs `prepare`

    table = f"<table lang=de style='width: 1px'><tr><td style='{style}'>{text}<td>One"
    found: list[float] = []

    def walk(box: object) -> None:
        if type(box).__name__ == "TableCellBox":
            found.append(box.width)  # type: ignore[attr-defined]
        for child in getattr(box, "children", ()):
            walk(child)

    walk(HTML(string=table).render().pages[0]._page_box)  # noqa: SLF001 - widths are nowhere else
    return found
