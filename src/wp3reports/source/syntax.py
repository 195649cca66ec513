"""What libyaml complains about, in the words of a person who never saw YAML, at the place where a person would look.

libyaml names the place where it could not go on: for a quote or bracket that is never closed that is the end of the
file, for a colon that is missing the line after. The explanations are tried in order, the first that fits is told.
"""

import re
from typing import Final, NamedTuple

import yaml

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.events import second_document
from wp3reports.source.scalar import MAX_RUN, indentation, longest_run, unbroken
from wp3reports.source.text import Text, shown

MAX_KEY: Final = 1024  # libyaml looks no further for the colon after a name

_FIELD: Final = re.compile(r"""[ ]*(?:-[ ]+)*(?:[^\s:#"'\[{][^:#]*:[ ]+)?(?P<value>.*)""")
_GLUED: Final = re.compile(r"[ ]*(?:- +)*(?P<name>[\w-]+):(?=\S)")
_SIGNS: Final = "@%`&*!|>?[]{},"


class Complaint(NamedTuple):
    """libyaml's error, its two places as line and column from 0, and the last text that was read before it."""

    problem: str
    context: str
    place: tuple[int, int]
    opened: tuple[int, int]
    last: yaml.ScalarEvent | None


def explain(fault: yaml.YAMLError, last: yaml.ScalarEvent | None, text: Text) -> Diagnostic:
    """The one error for what libyaml could not read."""
    complaint = _complaint(fault, last, text)
    explanations = (_indented, _overlong, _document, _quote, _colon, _character, _bracket, _value, _shifted)
    found = next((said for tell in explanations if (said := tell(complaint, text))), None)
    return found or _syntax(
        text,
        complaint.place,
        f"this cannot be read: {complaint.problem}",
        'look at this line and the one above: a field is written "name: text", and text with special signs in quotes',
    )


def _complaint(fault: yaml.YAMLError, last: yaml.ScalarEvent | None, text: Text) -> Complaint:
    end = len(text.lines) - 1
    places = [
        (min(mark.line, end), mark.column) if mark else (0, 0)
        for mark in (getattr(fault, "problem_mark", None), getattr(fault, "context_mark", None))
    ]
    problem = getattr(fault, "problem", None) or "not YAML"
    return Complaint(problem, getattr(fault, "context", None) or "", places[0], places[1], last)


def _syntax(text: Text, place: tuple[int, int], message: str, advice: str) -> Diagnostic:
    return error("yaml-syntax", text.span(*place), message, help=advice)


def _indented(said: Complaint, text: Text) -> Diagnostic | None:
    """A tab or no-break space in the line, the line above, or where the name began."""
    near = {said.place[0], max(0, said.place[0] - 1)} | ({said.opened[0]} if "simple key" in said.context else set())
    wrong = (
        indentation(text.lines[number], number, text) for number in sorted(near, key=lambda n: (n != said.place[0], n))
    )
    return next(filter(None, wrong), None)


def _overlong(said: Complaint, text: Text) -> Diagnostic | None:
    """A name so long that its colon was not found."""
    number = said.opened[0] if "simple key" in said.context else said.place[0]
    line = text.lines[number]
    blanks = len(line) - len(line.lstrip(" "))
    if len(line) <= MAX_KEY or not ("mapping values" in said.problem or "expected ':'" in said.problem):
        return None
    run = longest_run(line)
    if run > MAX_RUN:
        return unbroken(text.span(number, blanks), run)
    message = f"the name of a field is too long: at most {MAX_KEY:,} characters"
    advice = "shorten the name; if this is text, put quotes round it"
    return error("yaml-text-too-long", text.span(number, blanks), message, help=advice)


def _document(said: Complaint, text: Text) -> Diagnostic | None:
    """Directives, and text after the end."""
    for number in (said.opened[0], said.place[0]):
        if text.lines[number].startswith("%") and ("directive" in said.context or "document start" in said.problem):
            message = "a line that begins with % is an instruction to the reader, and none is taken"
            advice = 'delete the line, or put quotes round text that begins with "%"'
            return error("yaml-directive", text.span(number, 0, len(text.lines[number])), message, help=advice)
    if "document start" in said.problem:
        line = text.lines[said.place[0]]
        return second_document(text.span(*said.place, len(line) - said.place[1]))
    return None


def _quote(said: Complaint, text: Text) -> Diagnostic | None:
    """Quotes that are not closed, closed too late or too early, and what follows a backslash."""
    if "Unicode character" in said.problem:
        advice = "type the character itself instead of its code"
        message = "no such character: the code is half a surrogate pair or beyond Unicode"
        return error("yaml-character", text.span(*said.place), message, help=advice)
    if "quoted scalar" in said.context:
        if "escape" in said.problem or "hexdecimal" in said.problem:
            advice = "inside \"…\" write a backslash twice (\\\\), or use '…' instead"
            return _syntax(
                text, said.place, "a backslash inside double quotes, followed by what has no meaning", advice
            )
        return _syntax(text, said.opened, "this quote is never closed", "put the same quote at the end of the text")
    if said.last is None or said.last.style not in ("'", '"') or "flow" in said.context:
        return None
    start, end = said.last.start_mark, said.last.end_mark
    if end.line == said.place[0] and end.line > start.line:
        message = f"this quote is closed only in line {end.line + 1}"
        return _syntax(text, (start.line, start.column), message, "put the same quote at the end of the text")
    if end.line == said.place[0]:
        advice = "inside '…' write an apostrophe twice (''); inside \"…\" write \\\" for a quotation mark"
        return _syntax(text, said.place, "text goes on after the closing quote", advice)
    return None


def _colon(said: Complaint, text: Text) -> Diagnostic | None:
    """A colon too much, a colon that is missing, a colon without a blank."""
    number, column = said.place
    if "mapping values" in said.problem:
        before = text.lines[number][:column]
        if ": " in before or (
            said.last and said.last.start_mark.line == number and said.last.start_mark.column > 0 and ":" in before
        ):
            advice = 'put quotes round text with ": " inside, as in title: "Riga: a city"'
            return _syntax(text, said.place, 'a second colon in one line: text with ": " inside needs quotes', advice)
        message = "a field stands here, but the line is read as part of the text above"
        advice = 'begin the line in the column of the fields it belongs with; or put quotes round text with ": " inside'
        return _syntax(text, said.place, message, advice)
    if "expected ':'" not in said.problem:
        return None
    line = text.lines[said.opened[0]]
    glued = _GLUED.match(line)
    if glued:
        advice = f"write {shown(glued['name'] + ': ' + line[glued.end() :])}"
        return _syntax(text, (said.opened[0], glued.end() - 1), "a blank is missing after the colon", advice)
    advice = 'a field is written "name: text"; text over several lines is indented below its name'
    return _syntax(text, said.opened, "a colon is missing: this line is no field", advice)


def _character(said: Complaint, text: Text) -> Diagnostic | None:
    """A sign that no text may begin with."""
    number, column = said.place if said.context in ("", "while scanning for the next token") else said.opened
    sign = text.lines[number][column : column + 1]
    scanned = ("next token", "alias", "anchor", "tag", "block scalar", "block node")
    if any(word in said.context for word in scanned) and sign and sign in _SIGNS:
        return _begins(text, (number, column), sign)
    if "not allowed in this context" in said.problem and sign and sign in "-?":
        return _begins(text, (number, column), sign)
    return None


def _begins(text: Text, place: tuple[int, int], sign: str) -> Diagnostic:
    value = text.lines[place[0]][place[1] :].rstrip()
    advice = f'put quotes round text that begins with "{sign}": {shown(value, 40)}'
    if sign == "-":
        advice += "; a list begins in a line of its own"
    if sign in "|>":
        advice += f'; a text over several lines begins in the line after the "{sign}"'
    return _syntax(text, place, f'text cannot begin with "{sign}" unless it is in quotes', advice)


def _bracket(said: Complaint, text: Text) -> Diagnostic | None:
    """A bracket that is never closed."""
    if "flow" not in said.context:
        return None
    number, column = said.opened
    sign = text.lines[number][column : column + 1]
    close = "]" if sign == "[" else "}"
    eaten = re.search(r" #\S", text.lines[number])
    advice = f'close the list with "{close}", or put quotes round text that begins with "{sign}"'
    if eaten:
        advice += '; what follows a " #" is a comment'
    return _syntax(text, said.opened, f'this "{sign}" is never closed, or a comma is missing inside', advice)


def _value(said: Complaint, text: Text) -> Diagnostic | None:
    """Text that goes on after a value in brackets."""
    found = _FIELD.match(text.lines[said.place[0]])
    column = found.start("value") if found else 0
    if found and found["value"][:1] in ("[", "{") and column < said.place[1]:
        return _begins(text, (said.place[0], column), found["value"][0])
    return None


def _shifted(said: Complaint, text: Text) -> Diagnostic | None:
    """A line that begins in no column that is open."""
    number, column = said.place
    if not said.problem.startswith("did not find expected") or text.lines[number][:column].strip(" -"):
        return None
    begun = said.opened[0] + 1
    if text.lines[number][column:].startswith("- ") or "'-'" in said.problem:
        message = f"list items (begun with a dash) and fields are mixed here; line {begun} began the others"
        return _syntax(text, said.place, message, "give the list a name of its own, and indent all its dashes alike")
    message = f"this line does not begin in the same column as the fields it belongs with (since line {begun})"
    return _syntax(text, said.place, message, "indent it exactly like the other fields of its group, with blanks")
