"""Signs that mean something to YAML and nothing to the person who typed them: quotes, brackets, `@`, `%`, `*`."""

import re
from typing import Final

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.complaint import Complaint
from wp3reports.source.mark import Place
from wp3reports.source.text import shown

_FIELD: Final = re.compile(r"""[ ]*(?:-[ ]+)*(?:[^\s:#"'\[{][^:#]*:[ ]+)?(?P<value>[\[{])""")
_SCANNED: Final = ("next token", "alias", "anchor", "tag", "block scalar", "block node")
_CLOSE: Final = {"[": "]", "{": "}"}
_SIGNS: Final = "@%`&*!|>?[]{},-"


def escape(said: Complaint) -> Diagnostic | None:
    """A backslash inside double quotes."""
    if "Unicode character" in said.problem:
        message = "no such character: the code is half a surrogate pair or beyond Unicode"
        advice = "type the character itself instead of its code"
        return error("yaml-character", said.text.span(*said.stopped), message, help=advice)
    if "quoted scalar" not in said.context or not ("escape" in said.problem or "hexdecimal" in said.problem):
        return None
    message = "a backslash inside double quotes, followed by what has no meaning"
    return said.syntax(said.stopped, message, "inside \"…\" write a backslash twice (\\\\), or use '…' instead")


def quote(said: Complaint) -> Diagnostic | None:
    """A quote that is never closed, closed too late or too early."""
    advice = "put the same quote at the end of the text"
    if "quoted scalar" in said.context:
        return said.syntax(said.opened, "this quote is never closed", advice)
    start, stop = said.quoted
    if said.quote not in ("'", '"') or "flow" in said.context or stop.line != said.stopped.line:
        return None
    if start.line < stop.line:
        return said.syntax(start, f"this quote is closed only in line {stop.line + 1}", advice)
    advice = "inside '…' write an apostrophe twice (''); inside \"…\" write \\\" for a quotation mark"
    return said.syntax(said.stopped, "text goes on after the closing quote", advice)


def bracket(said: Complaint) -> Diagnostic | None:
    """A bracket that is never closed, or text that goes on after one."""
    if "flow" in said.context:
        line, column = said.opened
        sign = said.text.lines[line][column : column + 1]
        if sign not in _CLOSE:  # inside a bracket: libyaml has forgotten where it was opened
            advice = "close what was opened with [ or {, and separate the values with commas; else use quotes"
            return said.syntax(said.opened, "a bracket is never closed, or a comma is missing", advice)
        close = _CLOSE[sign]
        advice = f'close it with "{close}", or put quotes round text that begins with "{sign}"'
        if re.search(r" #\S", said.text.lines[line]):
            advice += '; what follows a " #" is a comment'
        return said.syntax(said.opened, f'this "{sign}" is never closed, or a comma is missing inside', advice)
    found = _FIELD.match(said.line)
    if found and found.start("value") < said.stopped.column:
        return _begins(said, Place(said.stopped.line, found.start("value")))
    return None


def first_sign(said: Complaint) -> Diagnostic | None:
    """A sign that no text may begin with."""
    where = said.opened if any(word in said.context for word in _SCANNED) else said.stopped
    sign = said.text.lines[where.line][where.column : where.column + 1]
    told = where == said.opened or "not allowed in this context" in said.problem
    return _begins(said, where) if told and sign and sign in _SIGNS else None


def _begins(said: Complaint, where: Place) -> Diagnostic:
    value = said.text.lines[where.line][where.column :].rstrip()
    sign = value[:1]
    advice = f'put quotes round text that begins with "{sign}": {shown(value, 40)}'
    if sign == "-":
        advice += "; a list begins in a line of its own"
    if sign in "|>":
        advice += f'; a text over several lines begins in the line below the "{sign}"'
    return said.syntax(where, f'text cannot begin with "{sign}" unless it is in quotes', advice)
