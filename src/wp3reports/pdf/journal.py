"""WeasyPrint's log as flaws: it reports most problems there and nowhere else.

Every error and warning becomes a flaw, but for those that are found better by another way.
"""

import logging
import re
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple, Self

from wp3reports.pdf.fetching import REFUSAL
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Flaw

STYLE = "pdf-style"
UNSEEN = "pdf-unseen"
HARMLESS = frozenset({STYLE, UNSEEN})  # nothing is lost by these
POORER = "the engine's own tags, which say less, stand in for ours"
LOGGER = logging.getLogger("weasyprint")


class Rule(NamedTuple):
    """What becomes of a message that matches; `{0}` in `message` is the first group of the pattern."""

    pattern: str
    code: str
    message: str = ""
    attributes: tuple[str, ...] = ()  # in which the first group stands in the HTML
    prefix: str = ""


RULES = (
    Rule(r"No anchor #(.*) for internal", "pdf-dangling-link", 'no place named "{0}"', ("href",), "#"),
    Rule(r"Content discarded: target points to undefined anchor (.*)", "pdf-dangling-link", "no place {0}"),
    Rule(r"Failed to load image at '(.*?)'", "pdf-picture", 'cannot read the picture "{0}"', ("src", "data")),
    Rule(r"Failed to (load|render) (inline )?SVG( image)?", "pdf-picture"),
    Rule(r'Image "(.*)" has no required alt', "pdf-untagged", 'no alt text for the picture "{0}"', ("src",)),
    Rule(r'Missing required "lang"', "pdf-untagged", "the HTML names no language"),
    Rule(r"Font-face '(.*)' cannot be loaded", "pdf-foreign-font", 'the font "{0}" cannot be loaded'),
    Rule(r"This row has more columns than the table", "pdf-lost-cells"),
    Rule(POORER, UNSEEN),
    Rule(r"(Ignored|Parse error|Error:|Deprecated|Invalid|Unsupported|Unknown|Missing|Expected)", STYLE),
)
# Found by the glyphs of the fonts and by the tree; of an engine without colour emoji nothing is missed.
FOUND_ELSEWHERE = (".notdef glyph", "Anchor defined twice", "Please install HarfBuzz version 13+")


class Journal(logging.Handler):
    """Collects what WeasyPrint logs while it is entered."""

    def __init__(self) -> None:
        """An empty journal."""
        super().__init__(logging.WARNING)
        self.entries: dict[tuple[str, int], None] = {}  # message, level; each once
        self._level = logging.NOTSET

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.entries[record.getMessage(), record.levelno] = None

    def __enter__(self) -> Self:
        """Listen, whatever level the program has set."""
        self._level = LOGGER.level
        LOGGER.setLevel(logging.WARNING)
        LOGGER.addHandler(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Listen no longer."""
        LOGGER.removeHandler(self)
        LOGGER.setLevel(self._level)

    def flaws(self, places: Places) -> Iterator[Flaw]:
        """The flaws; messages about refused addresses are left out, those have their own."""
        for message, level in self.entries:
            if message.startswith(FOUND_ELSEWHERE) or REFUSAL in message:
                continue
            yield _flaw(message, places) or Flaw("pdf-engine", in_short(message), "", fatal=level >= logging.ERROR)


def _flaw(message: str, places: Places) -> Flaw | None:
    """The flaw that a rule makes of a message."""
    for rule in RULES:
        if match := re.match(rule.pattern, message):
            name = match[1] if match.groups() else ""
            source = places.of_attribute(rule.attributes, rule.prefix + name) if rule.attributes else ""
            return Flaw(
                rule.code, rule.message.format(name) or in_short(message), source, fatal=rule.code not in HARMLESS
            )
    return None


def in_short(message: str) -> str:
    """One line of at most 200 characters, without the memory addresses that Python shows for objects."""
    return re.sub(r"<[^<>]* at 0x[0-9a-f]+>", "…", " ".join(message.split()))[:200]
