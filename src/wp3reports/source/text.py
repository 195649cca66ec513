"""Bytes to lines of text, and the places in them.

Places are counted in our own text, so that columns are those of an editor whatever the encoding, the line ends and the
byte order mark. Nothing about YAML is known here.
"""

import codecs
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wp3reports.diagnostics import Diagnostic, Severity, Span, error
from wp3reports.source.mark import Place

MAX_BYTES: Final = 1024 * 1024
MAX_SHOWN: Final = 20

_SAVE = "save the file with the encoding UTF-8: in most editors under “Save as” or “Save with encoding”"
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """One file with LF as line end and without byte order mark, whole and by lines."""

    path: str
    whole: str
    lines: tuple[str, ...]

    def span(self, line: int, column: int, width: int = 1) -> Span:
        """A place on one line, lines and columns from 0, drawn into the file where it sticks out."""
        line = min(line, len(self.lines) - 1)
        while line > 0 and not self.lines[line]:
            line, column = line - 1, len(self.lines[line - 1])
        length = len(self.lines[line])
        column = max(0, min(column, length - 1))
        end = min(column + max(width, 1), length)
        return Span(self.path, line + 1, column + 1, line + 1, end + 1)

    def inside(self, where: Place) -> Place:
        """A place, or the end of the file: libyaml ends a last line that has no line end of its own."""
        return where if where.line < len(self.lines) else Place(len(self.lines) - 1, len(self.lines[-1]))

    def between(self, start: Place, end: Place) -> Span:
        """From one place to another, cut at the end of the first line."""
        line, column = start
        stop = end.column if end.line == line else len(self.lines[line])
        return Span(self.path, line + 1, column + 1, line + 1, stop + 1)


def shown(text: str, most: int = 60) -> str:
    """A text in quotation marks, cut and with everything escaped that does not print."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return '"' + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut) + '"'


def few(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first findings, one of each name for a line; the rest seldom tells more.

    Errors end the reading, warnings do not: a file with many of them is still a file.
    """
    first: dict[tuple[str, int], Diagnostic] = {}
    count = Counter[Severity]()
    for finding in findings:
        key = (finding.code, finding.span.line)
        if key in first or count[finding.severity] == MAX_SHOWN:
            continue
        first[key] = finding
        count[finding.severity] += 1
        if count[Severity.ERROR] == MAX_SHOWN:
            break
    return list(first.values())


def failed(findings: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def decode(path: str, data: bytes) -> Text | Diagnostic:
    """The text of a file, or why it is none; CR LF counts as one line end, a lone CR stays for the next check."""
    if len(data) > MAX_BYTES:
        message = f"the file is too large: {len(data):,} bytes, at most {MAX_BYTES:,} are read"
        return error(
            "yaml-too-large",
            Span(path, 1, 1, 1, 1),
            message,
            help="shorten the texts; pictures belong in files of their own",
        )
    wide = _wide(data)
    if wide:
        return error("yaml-encoding", Span(path, 1, 1, 1, 1), f"the file is {wide}, not UTF-8", help=_SAVE)
    body = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    try:
        whole = body.decode()
    except UnicodeDecodeError:
        return _not_utf8(path, body.split(b"\n"))
    return Text(path, whole, tuple(whole.split("\n")))


def _wide(data: bytes) -> str:
    """The name of an encoding with two or four bytes for a letter, or nothing."""
    marked = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    start = data[:4]
    return marked or ("UTF-16 or UTF-32" if len(start) == 4 and start.count(0) >= 2 else "")  # noqa: PLR2004


def _not_utf8(path: str, rows: list[bytes]) -> Diagnostic:
    """The first byte that is not UTF-8, read as an old Western encoding to show what was meant."""
    wrong = [(line, fault) for line, row in enumerate(rows) if (fault := _fault(row))]
    line, fault = wrong[0]
    column = len(rows[line][: fault.start].decode()) + 1
    byte = rows[line][fault.start]
    letter = bytes([byte]).decode("cp1252", "replace")
    more = f", and {others} more line{'s' if others > 1 else ''} like this" if (others := len(wrong) - 1) else ""
    meant = f" ({shown(letter)} in Latin-1)" if letter.isprintable() else ""
    message = f"the file is not UTF-8: byte 0x{byte:02X}{meant}{more}"
    return error(
        "yaml-encoding",
        Span(path, line + 1, column, line + 1, column + 1),
        message,
        help=f"saved as Latin-1? Then {_SAVE}",
    )


def _fault(row: bytes) -> UnicodeDecodeError | None:
    try:
        row.decode()
    except UnicodeDecodeError as fault:
        return fault
    return None
