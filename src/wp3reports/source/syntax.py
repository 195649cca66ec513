"""What libyaml complains about, in the words of a person who never saw YAML, at the place where a person would look.

libyaml names the place where it could not go on: for a quote or bracket that is never closed that is the end of the
file, for a colon that is missing the line after. The explanations are tried in order, the first that fits is told.
"""

import re
from collections.abc import Callable
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.columns import hyphen, shifted
from wp3reports.source.complaint import Complaint, complaint
from wp3reports.source.indent import Indents
from wp3reports.source.mark import Place
from wp3reports.source.refusals import directive, second_document
from wp3reports.source.scalar import MAX_RUN, longest_run, unbroken
from wp3reports.source.signs import bracket, escape, first_sign, quote
from wp3reports.source.text import Text, shown

MAX_KEY: Final = 1024  # libyaml looks no further for the colon after a name

_GLUED: Final = re.compile(r"[ ]*(?:- +)*(?P<name>[\w-]+):(?=\S)")


def explain(fault: yaml.YAMLError, last: yaml.ScalarEvent | None, text: Text, indents: Indents) -> Diagnostic:
    """The one error for what libyaml could not read."""
    said = complaint(fault, last, text, indents)
    advice = (
        'look at this line and the one above: a field is written "name: text", and text with special signs in quotes'
    )
    found = next((explained for tell in _EXPLANATIONS if (explained := tell(said))), None)
    return found or said.syntax(said.stopped, f"this cannot be read: {said.problem}", advice)


def _indented(said: Complaint) -> Diagnostic | None:
    """A tab or no-break space in the line, or where the name began; the line above may be prose."""
    begun = [said.opened.line] if "simple key" in said.context else []
    return said.indents.near(said.stopped.line, *begun)


def _overlong(said: Complaint) -> Diagnostic | None:
    """A name so long that its colon was not looked for."""
    number = said.opened.line if "simple key" in said.context else said.stopped.line
    line = said.text.lines[number]
    if len(line) <= MAX_KEY or not ("mapping values" in said.problem or "expected ':'" in said.problem):
        return None
    span = said.text.span(number, len(line) - len(line.lstrip(" ")))
    run = longest_run(line)
    if run > MAX_RUN:
        return unbroken(span, run)
    message = f"the name of a field is too long: at most {MAX_KEY:,} characters"
    return error("yaml-text-too-long", span, message, help="shorten the name; if this is text, put quotes round it")


def _document(said: Complaint) -> Diagnostic | None:
    """Directives, and text after the end; without an end that is written out, a line only begins too far left."""
    outside = "document start" in said.problem
    for number in (said.opened.line, said.stopped.line):
        line = said.text.lines[number]
        if line.startswith("%") and (outside or "directive" in said.context):
            return directive(said.text.span(number, 0, len(line)))
    ended = outside and any(line.startswith("...") for line in said.text.lines[: said.stopped.line])
    return second_document(said.text.span(*said.stopped, len(said.line))) if ended else None


def _colon_too_much(said: Complaint) -> Diagnostic | None:
    """Two colons in a line, or a field whose line does not begin where it should."""
    if "mapping values" not in said.problem:
        return None
    if said.quoted[0].line == said.stopped.line:
        advice = 'put quotes round text with ": " inside, as in: title: "Riga: a city"'
        return said.syntax(said.stopped, 'a second colon: text with ": " inside needs quotes', advice)
    message = "a field stands here, but the line is read as part of the text above"
    advice = 'begin the line in the column of the fields it belongs with; or put quotes round text with ": " inside'
    return said.syntax(said.stopped, message, advice)


def _colon_missing(said: Complaint) -> Diagnostic | None:
    """A line without a colon, or with one that no blank follows."""
    if "expected ':'" not in said.problem:
        return None
    line = said.text.lines[said.opened.line]
    glued = _GLUED.match(line)
    if glued:
        advice = f"write {shown(glued['name'] + ': ' + line[glued.end() :])}"
        return said.syntax(Place(said.opened.line, glued.end() - 1), "a blank is missing after the colon", advice)
    advice = 'a field is written "name: text"; text over several lines is indented below its name'
    return said.syntax(said.opened, "a colon is missing: this line is no field", advice)


_EXPLANATIONS: Final[tuple[Callable[[Complaint], Diagnostic | None], ...]] = (
    _indented,
    _overlong,
    _document,
    escape,
    quote,
    hyphen,
    _colon_too_much,
    _colon_missing,
    bracket,
    first_sign,
    shifted,
)
