"""YAML text to plain text, lists and mappings, with a span for every node: the only door to PyYAML.

Constructs nothing: scalars stay text, the schema decides types. Never raises for bad input, whatever the bytes.
"""

import re
from itertools import islice
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.characters import characters, clean, mojibake
from wp3reports.source.events import Walker
from wp3reports.source.indent import Indents
from wp3reports.source.node import Listing, Mapping, Node, Scalar, Source
from wp3reports.source.syntax import explain
from wp3reports.source.text import MAX_SHOWN, Text, decode, failed, few

__all__ = ["Listing", "Mapping", "Node", "Scalar", "Source", "parse"]

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: |$)", re.MULTILINE)


def parse(path: str, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The tree of a file, or None where there is an error; warnings can come with either."""
    text = decode(path, data)
    if isinstance(text, Diagnostic):
        return None, (text,)
    raw = [*few(_conflict(text)), *few(characters(text))]
    root, read = _tree(text, damaged=bool(raw))
    findings = (*raw, *read, *islice(mojibake(text), MAX_SHOWN))
    if not isinstance(root, Mapping) or failed(findings):
        return None, findings
    return Source(path, root, text.lines), findings


def _conflict(text: Text) -> list[Diagnostic]:
    """The first marker that a version control system left."""
    found = _CONFLICT.search(text.whole) if any(7 * sign in text.whole for sign in "<>|=") else None
    if found is None:
        return []
    line = text.whole.count("\n", 0, found.start())
    advice = "decide which of the two versions holds, then delete the other and the three marked lines"
    span = text.span(line, 0, len(text.lines[line]))
    return [error("yaml-merge-conflict", span, "merge conflict left in the file", help=advice)]


def _tree(text: Text, *, damaged: bool) -> tuple[Node | None, list[Diagnostic]]:
    """What libyaml makes of the text. Of a damaged one only what the damage cannot have caused is told."""
    indents = Indents(text)
    walker = Walker(text, indents)
    reader = yaml.CSafeLoader(clean(text.whole) if damaged else text.whole)
    findings = few(walker.walk(iter(reader.get_event, None)))  # as yaml.parse does, which looks at each one twice
    if damaged:
        return None, findings
    if walker.fault:
        findings = few([*findings, explain(walker.fault, walker.last, text, indents)])
    elif not failed(findings) and not isinstance(walker.root, Mapping):
        findings.append(_top(walker.root, text))
    return walker.root, findings


def _top(root: Node | None, text: Text) -> Diagnostic:
    """The error for a file that holds no fields."""
    if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
        advice = "fill in the fields of the hand-in; a template shows which"
        return error("yaml-empty", text.span(0, 0), "the file is empty", help=advice)
    advice = 'a file begins with a field, written "name: text"; mind the blank after the colon'
    kind = "a list" if isinstance(root, Listing) else "a text"
    return error("yaml-not-a-mapping", root.span, f"the file is {kind}, not fields with their values", help=advice)
