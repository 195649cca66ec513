"""Which characters a file may hold: no control, no invisible and no private ones, raw or escaped.

What is refused and why: `name` and `na<ZWSP>me` look like one key, a bidi control shows another text than is stored,
private-use characters are ours while we print. Soft hyphens and accents pass, up to 30 marks in a row (UAX #15).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from wp3reports.diagnostics import Diagnostic, error, warning
from wp3reports.source.text import Text, shown

MAX_MARKS: Final = 30

# Each class with what to do about it; the first that matches names the character.
_CLASSES: Final = (
    ("\r", "carriage return without a line feed", "save the file with the line ends LF or CR LF"),
    ("\x00-\x08\x0b-\x1f\x7f-\x9f", "control character", "delete it; is this a text file at all?"),
    ("\u2028\u2029", "line separator", "delete it and press Enter instead"),
    (
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        "invisible character that turns the direction of text",
        "delete it; it comes along when text is copied from a web page or a message",
    ),
    (
        (  # fillers, joiners, marks of invisible mathematics, musical and shorthand formats, and all of plane 14
            "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
            "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000effff"
        ),
        "invisible character",
        "delete it; it comes along when text is copied from Word or a web page",
    ),
    (
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "private-use character",
        "replace it; only the font it was typed with knows it, often a bullet or an arrow",
    ),
    (
        "\ufdd0-\ufdef"
        + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)),
        "code that is no character",
        "delete it; the file may be damaged",
    ),
    ("\ud800-\udfff", "half a surrogate pair", "type the character itself instead of its code"),
)
_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\t\n"
_WRONG: Final = re.compile("[" + "".join(members for members, _, _ in _CLASSES) + "]")
_MARKS: Final = re.compile(rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}")  # marks are no word characters; refined below

_CONTINUATION: Final = (
    "[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_MOJIBAKE: Final = re.compile(
    rf"Ã{_CONTINUATION}|Â[\xa0-\xbf]|â€{_CONTINUATION}|(?:[ÐÑ]{_CONTINUATION}){{2,}}|[ÄÅ]{_CONTINUATION}(?=[a-z])"
)


class Fault(NamedTuple):
    """A refused character: where it stands in its text, what it is, what to do."""

    offset: int
    message: str
    advice: str


def fault(text: str) -> Fault | None:
    """The first character or run of marks of a text that is refused."""
    if text.isascii() and text.isprintable():
        return None
    # Looked at first: what is not ASCII or does not print. A long text has few such signs, and hardly ever a wrong one.
    signs = "".join(set(text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")))
    found = _WRONG.search(text) if _WRONG.search(signs) else None
    if found:
        name, advice = next((name, advice) for members, name, advice in _CLASSES if re.match(f"[{members}]", found[0]))
        return Fault(found.start(), f"{name} {code(found[0])}", advice)
    for run in _MARKS.finditer(text) if any(unicodedata.category(sign)[0] == "M" for sign in signs) else ():
        start = _too_many_marks(text, run.start(), run.end())
        if start is not None:
            return Fault(
                start, f"more than {MAX_MARKS} accents on one letter, the first {code(text[start])}", "delete them"
            )
    return None


def clean(text: str) -> str:
    """The text with a stand-in for each refused character, so that what else is wrong can be found."""
    return _WRONG.sub("\ufffd", text)


def code(character: str) -> str:
    """A character by its number and name: `U+200B (zero width space)`."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def characters(text: Text) -> Iterator[Diagnostic]:
    """The first refused character of each line."""
    if not fault(text.whole):
        return
    for number, line in enumerate(text.lines):
        found = fault(line)
        if found:
            yield error("yaml-character", text.span(number, found.offset), found.message, help=found.advice)


def mojibake(text: Text) -> Iterator[Diagnostic]:
    """The first place of each line where UTF-8 seems to have been read as Latin-1 and saved again."""
    if text.whole.isascii():
        return
    for number, line in enumerate(text.lines):
        if line.isascii():
            continue
        found = _MOJIBAKE.search(line)
        if not found:
            if "\ufffd" in line:
                yield warning(
                    "yaml-mojibake",
                    text.span(number, line.index("\ufffd")),
                    "a letter was lost here: U+FFFD stands in its place",
                    help="type the letter again; the text was once saved in another encoding",
                )
            continue
        start, end = line.rfind(" ", 0, found.start()) + 1, f"{line} ".index(" ", found.end())
        meant = _MOJIBAKE.sub(lambda match: _undone(match[0]), line[start:end]).strip("\"',")
        guess = "" if meant in line else f"; did you mean {shown(meant)}?"
        message = f"these letters look garbled: {shown(found[0])}{guess}"
        yield warning(
            "yaml-mojibake",
            text.span(number, found.start(), len(found[0])),
            message,
            help="type the letters again; the text was saved as UTF-8 and opened as Latin-1 on its way",
        )


def _too_many_marks(text: str, start: int, end: int) -> int | None:
    row = 0
    for position in range(start, end):
        row = row + 1 if unicodedata.category(text[position])[0] == "M" else 0
        if row > MAX_MARKS:
            return position - row + 1
    return None


def _undone(garbled: str) -> str:
    """What the letters were before they were read as an old Western encoding."""
    try:
        return b"".join(_old_byte(letter) for letter in garbled).decode()
    except UnicodeError:
        return garbled


def _old_byte(letter: str) -> bytes:
    return letter.encode("latin-1") if ord(letter) <= 0xFF else letter.encode("cp1252")  # noqa: PLR2004
