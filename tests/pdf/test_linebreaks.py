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
