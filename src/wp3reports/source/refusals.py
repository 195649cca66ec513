"""The features of YAML that a hand-in does not need, and what to do instead."""

from collections.abc import Iterator
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, Note, Span, error
from wp3reports.source.node import Scalar
from wp3reports.source.text import shown

_QUOTES: Final = 'if it is meant as text that begins with "{}", put quotes round it'


def features(event: yaml.NodeEvent, span: Span) -> Iterator[Diagnostic]:
    """Anchors, aliases and tags, none of which is taken."""
    if isinstance(event, yaml.AliasEvent):
        message = f'"*{event.anchor}" refers to another place of the file, which is not supported'
        yield error("yaml-alias", span, message, help=_QUOTES.format("*") + "; else write the values out")
    elif event.anchor:
        message = f'"&{event.anchor}" names a place for later use, which is not supported'
        yield error("yaml-alias", span, message, help=_QUOTES.format("&") + "; else delete it")
    if getattr(event, "tag", None):
        advice = "delete it, all values are text already; " + _QUOTES.format("!")
        yield error("yaml-tag", span, 'a word that begins with "!" gives a type, which is not supported', help=advice)


def directive(span: Span) -> Diagnostic:
    """The error for `%YAML` and its like."""
    message = 'a line that begins with "%" is an instruction to the reader, and none is taken'
    return error("yaml-directive", span, message, help="delete the line; " + _QUOTES.format("%"))


def second_document(span: Span) -> Diagnostic:
    """The error for what follows after the end of a document."""
    advice = 'delete the line "---" or "..." if all this belongs together; else use a file of its own'
    return error("yaml-second-document", span, "a second document begins here; a file holds one", help=advice)


def too_deep(span: Span, most: int) -> Diagnostic:
    """The error for lists in lists in lists."""
    advice = "look for brackets that are not closed, and for lines that are indented ever more"
    return error("yaml-too-deep", span, f"nested too deeply: more than {most} levels", help=advice)


def too_many(span: Span, most: int) -> Diagnostic:
    """The error for more values than anybody reads."""
    advice = "leave out what nobody will read, or hand it in as a table of its own"
    return error("yaml-too-many-nodes", span, f"too many values: more than {most:,} in one file", help=advice)


def nameless(span: Span, message: str) -> Diagnostic:
    """The error for a key that is not text."""
    advice = 'a field is written "name: text"; put quotes round text that begins with "?", "[" or "{"'
    return error("yaml-key-not-text", span, message, help=advice)


def key(name: Scalar, first: Span) -> tuple[Diagnostic, ...]:
    """What is wrong with the name of a field; `first` is where the same name stands first."""
    if name.plain and name.text == "<<":
        message = 'the field "<<" copies other fields, which is not supported'
        return (error("yaml-merge-key", name.span, message, help="write the fields out"),)
    if name.plain and not name.text:
        return (nameless(name.span, "the name of a field is missing before the colon"),)
    if first is name.span:
        return ()
    message = f"the field {shown(name.text)} is given twice, first in line {first.line}"
    notes = [Note(first, "given first here")]
    advice = "keep one of the two, or join their texts; a new entry of a list begins with a hyphen"
    return (error("yaml-duplicate-key", name.span, message, label="given again", notes=notes, help=advice),)
