"""Lines that begin in the wrong column, and hyphens of a list that are none: what one sees, and YAML does not say."""

import re
from typing import Final

from wp3reports.diagnostics import Diagnostic
from wp3reports.source.complaint import Complaint
from wp3reports.source.mark import Place
from wp3reports.source.refusals import nameless

_BULLET: Final = re.compile("[ ]*(?P<sign>[–—−‐‑―•·▪●○◦‣►→*+])[ \t\u00a0]")
_GLUED: Final = re.compile(r"[ ]*-[^\W\d_]")
_EXPECTED: Final = "did not find expected"


def hyphen(said: Complaint) -> Diagnostic | None:
    """A bullet, a dash or a sign of Markdown where the hyphen of a list is wanted; a hyphen without its blank."""
    wrong = said.problem.startswith((_EXPECTED, "mapping values", "could not find expected ':'", "while scanning"))
    for number in dict.fromkeys((said.stopped.line, said.quoted[0].line, max(said.stopped.line - 1, 0))):
        line = said.text.lines[number]
        bullet, glued = _BULLET.match(line), _GLUED.match(line)
        if bullet and (wrong or number == said.opened.line):
            advice = "begin each entry of the list with a hyphen and a blank"
            place = Place(number, bullet.start("sign"))
            return said.syntax(place, f'a list is written with hyphens, not with "{bullet["sign"]}"', advice)
        if glued and said.problem.startswith(_EXPECTED) and number == said.stopped.line:
            place = Place(number, len(line) - len(line.lstrip(" ")))
            return said.syntax(place, "a blank is missing after the hyphen", f"write - {line.strip()[1:]}")
    return None


def shifted(said: Complaint) -> Diagnostic | None:
    """A line that begins in no column that is open."""
    line, column = said.line, said.stopped.column
    if not said.problem.startswith(_EXPECTED) or line[:column].strip(" -"):
        return None
    if line[column : column + 1] == ":":
        return nameless(said.text.span(*said.stopped), "the name of a field is missing before the colon")
    is_entry, in_list = line[column:].startswith("- "), "'-'" in said.problem
    begun = _begun(said) if in_list else said.opened.line + 1
    if is_entry and in_list:
        message = f"this hyphen does not stand below the others of its list (since line {said.opened.line + 1})"
        return said.syntax(said.stopped, message, "begin all entries of a list in the same column, with blanks")
    if is_entry or (in_list and column <= said.opened.column):
        message = f"items of a list and fields are mixed here; line {begun} began the others"
        return said.syntax(said.stopped, message, "give the list a name of its own, and indent all its dashes alike")
    if said.quote in ("|", ">") and said.quoted[1].line == said.stopped.line:
        message = f'this line is indented less than the text that begins below the "{said.quote}"'
        return said.syntax(said.stopped, message, "indent all lines of the text alike, with blanks")
    message = f"this line does not begin in the same column as the fields it belongs with (since line {begun})"
    return said.syntax(said.stopped, message, "indent it exactly like the other fields of its group, with blanks")


def _begun(said: Complaint) -> int:
    """The line in which the entry of a list begins that a line seems to belong to."""
    dash = " " * said.opened.column + "-"
    above = range(said.stopped.line - 1, said.opened.line, -1)
    return next((number for number in above if said.text.lines[number].startswith(dash)), said.opened.line) + 1
