"""What is looked at in every single text: its length, its characters, and what a comment took from it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, Span, error, warning
from wp3reports.source.characters import fault
from wp3reports.source.node import Scalar
from wp3reports.source.text import Text, shown

MAX_BYTES: Final = 64 * 1024
MAX_RUN: Final = 400

NO_BREAK: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_QUOTES: Final = 'put quotes round the text: "{}"'
_INDENT: Final = re.compile(rf"[ \t]*([\t{NO_BREAK}])")
_AFTER_SIGN: Final = re.compile(rf"[ ]*(?:- +)*(?:[^\s\"']+:|-)([{NO_BREAK}])")
_LOST: Final = re.compile(r"[ \t]+(?P<comment>#[^\s#].*)")
_BLANKS: Final = re.compile("[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
# Where a line may be broken inside a run: at hyphens, dashes and strokes before a letter, and between ideographs.
_BREAKS: Final = re.compile("[-\u00ad\u2010\u2013\u2014/](?=\\w)|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Addresses get break hints when they are printed.
_ADDRESS: Final = re.compile(r"[/?&=.,;:%#+~_-](?=[^\W_])")


def scalar(event: yaml.ScalarEvent, text: Text) -> Scalar:
    """The text of an event in NFC with its place; an empty value is placed at the sign before it."""
    start, end = _marks(event)
    span = text.between(start, end) if start != end else text.span(start[0], start[1] - 1)
    block = event.style in ("|", ">")
    if block:
        line, column = start
        span = text.span(line, column, len(text.lines[line]) - column)
    return Scalar(unicodedata.normalize("NFC", event.value), span, event.style is None or event.style == "", block)


def faults(event: yaml.ScalarEvent, node: Scalar, text: Text) -> Iterator[Diagnostic]:
    """What is wrong with one text."""
    size = len(node.text) if node.text.isascii() else len(node.text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        yield error(
            "yaml-text-too-long",
            node.span,
            f"the text is too long: {size:,} bytes, at most {MAX_BYTES:,}",
            help="split it over several fields, or shorten it",
        )
    run = longest_run(node.text)
    if run > MAX_RUN:
        yield unbroken(node.span, run)
    if event.style == '"':
        wrong = fault(node.text)  # raw characters are checked in the lines; here come those written as \u200b
        if wrong:
            yield error("yaml-character", node.span, f"{wrong.message}, written as an escape", help=wrong.advice)
    if node.plain:
        yield from _indents(event, text)
        yield from _lost(event, node, text)


def unbroken(span: Span, run: int) -> Diagnostic:
    """The error for a run of characters that no line can hold."""
    return error(
        "yaml-unbroken-run",
        span,
        f"{run:,} characters without a break, at most {MAX_RUN}",
        help="put blanks between the words; tables and pictures do not belong into a text field",
    )


def longest_run(text: str) -> int:
    """The length of the longest stretch in which no line can be broken; addresses count by their parts."""
    if len(text) <= MAX_RUN:
        return 0
    longest = 0
    for run in _BLANKS.split(text):
        if len(run) > MAX_RUN:
            parts = (_ADDRESS if "://" in run else _BREAKS).split(run)
            longest = max(longest, *map(len, parts))
    return longest


def indentation(line: str, number: int, text: Text) -> Diagnostic | None:
    """The error for a tab or no-break space where blanks must stand, or after a colon or dash."""
    found = _INDENT.match(line)
    if found and found[1] == "\t":
        return error(
            "yaml-tab",
            text.span(number, found.start(1)),
            "a tab in the indentation",
            help="indent with blanks: two for each step; most editors can turn tabs into blanks",
        )
    found = found or _AFTER_SIGN.match(line)
    if found:
        message = f"a no-break space (U+{ord(found[1]):04X}) where a blank must stand"
        return error(
            "yaml-no-break-space",
            text.span(number, found.start(1)),
            message,
            help="delete it and type a blank; it comes along when text is copied from Word or a web page",
        )
    return None


def _indents(event: yaml.ScalarEvent, text: Text) -> Iterator[Diagnostic]:
    """Tabs and no-break spaces before the lines of an unquoted text that YAML took for part of it."""
    (line, column), (last, _) = _marks(event)
    opens_line = not text.lines[line][:column].strip(" -\t")
    for number in range(line if opens_line else line + 1, last + 1):
        row = text.lines[number]
        wrong = indentation(row if number == line else row[: len(row) - len(row.lstrip())], number, text)
        if wrong:
            yield wrong


def _lost(event: yaml.ScalarEvent, node: Scalar, text: Text) -> Iterator[Diagnostic]:
    """What a ` #` took from an unquoted text; a blank after the sign shows that a comment was meant."""
    line, column = _marks(event)[1]
    found = _LOST.match(text.lines[line], column)
    if found:
        comment = found["comment"].strip()
        whole = f"{node.text} {comment}".strip()
        message = f"the rest of the line is a comment: {shown(comment)} is not part of the text"
        span = text.span(line, found.start("comment"), len(comment))
        advice = f'to keep it, put quotes round the text: {shown(whole)}; for a comment, type a blank after the "#"'
        yield warning("yaml-comment-eats-text", span, message, help=advice)


def _marks(event: yaml.Event) -> tuple[tuple[int, int], tuple[int, int]]:
    """Start and end as line and column from 0."""
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column), (end.line, end.column)
