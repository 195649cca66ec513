import logging
from xml.etree import ElementTree as ET

import pytest

from wp3reports.pdf.fetching import REFUSAL
from wp3reports.pdf.journal import Journal, in_short
from wp3reports.pdf.places import Places

LOGGER = logging.getLogger("weasyprint")
PLACES = Places(ET.fromstring('<html><p data-src="a"><a href="#x"/><img src="asset:/p.png"/></p></html>'))  # noqa: S314


def flaws(level: int, message: str, *arguments: object) -> list[tuple[str, str, str, bool]]:
    with Journal() as journal:
        LOGGER.log(level, message, *arguments)
        LOGGER.log(level, message, *arguments)
    return [(flaw.code, flaw.message, flaw.source, flaw.fatal) for flaw in journal.flaws(PLACES)]


@pytest.mark.parametrize(
    ("level", "message", "flaw"),
    [
        (40, "No anchor #x for internal URI reference", ("pdf-dangling-link", 'no place named "x"', "a", True)),
        (
            40,
            "Failed to load image at 'asset:/p.png': broken",
            ("pdf-picture", 'cannot read the picture "asset:/p.png"', "a", True),
        ),
        (40, "Failed to load inline SVG: x", ("pdf-picture", "Failed to load inline SVG: x", "", True)),
        (
            30,
            "This row has more columns than the table, ignored 2 cells",
            ("pdf-lost-cells", "This row has more columns than the table, ignored 2 cells", "", True),
        ),
        (
            30,
            "Ignored `colour:red` at 1:1, unknown property.",
            ("pdf-style", "Ignored `colour:red` at 1:1, unknown property.", "", False),
        ),
        (30, "Something new", ("pdf-engine", "Something new", "", False)),
        (40, "Something worse", ("pdf-engine", "Something worse", "", True)),
    ],
)
def test_messages_become_flaws(level: int, message: str, flaw: tuple[str, str, str, bool]) -> None:
    assert flaws(level, message) == [flaw]


def test_what_is_found_elsewhere_is_left_out() -> None:
    assert flaws(40, f"Failed to load image at 'x.png': ValueError: {REFUSAL}") == []
    assert flaws(30, '.notdef glyph rendered for Unicode string unsupported by fonts: "%s"', "漢") == []


def test_it_listens_only_while_entered_and_at_any_level() -> None:
    level = LOGGER.level
    LOGGER.setLevel(logging.CRITICAL)
    try:
        assert flaws(30, "Something") != []
        assert LOGGER.level == logging.CRITICAL
    finally:
        LOGGER.setLevel(level)
    assert not any(isinstance(handler, Journal) for handler in LOGGER.handlers)


def test_short_messages_hold_no_memory_addresses() -> None:
    assert in_short("stream <_io.BytesIO object at 0x7f00>\n  object") == "stream … object"
    assert len(in_short("x" * 500)) == 200
