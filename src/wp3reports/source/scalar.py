"""What is looked at in every single text: its length, its characters, and what a comment took from it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, Edit, Span, error, warning
from wp3reports.source.characters import fault
from wp3reports.source.mark import Place, begin, end
from wp3reports.source.node import Scalar
from wp3reports.source.text import Text, shown

MAX_BYTES: Final = 64 * 1024
MAX_RUN: Final = 400

# There are tens of thousands of texts, and a named tuple made by its own function takes three times as long.
_place: Final = partial(tuple.__new__, Span)
_node: Final = partial(tuple.__new__, Scalar)

_BLOCK: Final = ("|", ">")
_LOST: Final = re.compile(r"[ \t]+(?P<comment>#[^\s#].*)")
# The next three are for runs of characters that are very long: compiled when there is one.
_BLANKS: Final = "[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+"
# Where a line may be broken inside a run: at hyphens, dashes and strokes before a letter, and between ideographs.
_BREAKS: Final = "[-\u00ad\u2010\u2013\u2014/](?=\\w)|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
# Addresses get break hints when they are printed.
_ADDRESS: Final = r"[/?&=.,;:%#+~_-](?=[^\W_])"


def scalar(event: yaml.ScalarEvent, text: Text) -> Scalar:
    """The text of an event in NFC with its place."""
    start, stop, block = event.start_mark, event.end_mark, event.style in _BLOCK
    if start and stop and start.line == stop.line < len(text.lines) and start.column < stop.column and not block:
        line = start.line + 1
        span = _place((text.path, line, start.column + 1, line, stop.column + 1))
    else:  # a few in a hundred
        span = _span(event, text)
    return _node((unicodedata.normalize("NFC", event.value), span, not event.style, block))


def _span(event: yaml.ScalarEvent, text: Text) -> Span:
    """The first line of a text, the header of one that begins below it; an empty value stands at the sign before it."""
    start = text.inside(begin(event))
    if event.style in _BLOCK:
        return text.span(*start, len(text.lines[start.line]) - start.column)
    stop = text.inside(end(event))
    return text.between(start, stop) if start != stop else text.span(start.line, start.column - 1)


def faults(event: yaml.ScalarEvent, node: Scalar) -> tuple[Diagnostic, ...]:
    """What is wrong with one text, wherever it stands."""
    long = tuple(_too_long(node)) if len(node.text) > MAX_RUN else ()
    if event.style != '"':
        return long
    wrong = fault(node.text)  # raw characters are checked in the lines; here come those written as \u200b
    if not wrong:
        return long
    return (*long, error("yaml-character", node.span, f"{wrong.message}, written as an escape", help=wrong.advice))


def lost(node: Scalar, stop: Place, text: Text) -> tuple[Diagnostic, ...]:
    """What a ` #` took from an unquoted text; a blank after the sign shows that a comment was meant."""
    found = _LOST.match(text.lines[stop.line], stop.column)
    if not found:
        return ()
    comment = found["comment"].strip()
    whole = f"{node.text} {comment}".strip()
    message = f"the rest of the line is a comment: {shown(comment)} is not part of the text"
    span = text.span(stop.line, found.start("comment"), len(comment))
    advice = f'to keep it, put quotes round the text: {shown(whole)}; for a comment, type a blank after the "#"'
    return (warning("yaml-comment-eats-text", span, message, help=advice, fix=_quoted(node, span, text)),)


def _quoted(node: Scalar, comment: Span, text: Text) -> tuple[Edit, ...]:
    """Quotes round a text and what a comment took from it, where both stand on one line."""
    if node.span.line != comment.line:
        return ()
    whole = text.lines[comment.line - 1][node.span.column - 1 : comment.end_column - 1]
    place = Span(comment.path, comment.line, node.span.column, comment.line, comment.end_column)
    return (Edit(place, "'" + whole.replace("'", "''") + "'"),)


def _too_long(node: Scalar) -> Iterator[Diagnostic]:
    size = len(node.text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        message = f"the text is too long: {size:,} bytes, at most {MAX_BYTES:,}"
        yield error("yaml-text-too-long", node.span, message, help="split it over several fields, or shorten it")
    run = longest_run(node.text)
    if run > MAX_RUN:
        yield unbroken(node.span, run)


def unbroken(span: Span, run: int) -> Diagnostic:
    """The error for a run of characters that no line can hold."""
    message = f"{run:,} characters without a break, at most {MAX_RUN}"
    advice = "put blanks between the words; tables and pictures do not belong into a text field"
    return error("yaml-unbroken-run", span, message, help=advice)


def longest_run(text: str) -> int:
    """The length of the longest stretch in which no line can be broken; addresses count by their parts."""
    longest = 0
    long = (words for words in text.split(" ") if len(words) > MAX_RUN)  # hardly ever any, and quickly seen
    for run in (run for words in long for run in re.split(_BLANKS, words)):
        if len(run) > MAX_RUN:
            parts = re.split(_ADDRESS if "://" in run else _BREAKS, run)
            longest = max(longest, *map(len, parts))
    return longest
