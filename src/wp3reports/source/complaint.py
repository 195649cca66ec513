"""libyaml's error as plain values, for those who explain it."""

from typing import NamedTuple

import yaml

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.indent import Indents
from wp3reports.source.mark import Place, begin, end, place
from wp3reports.source.text import Text


class Complaint(NamedTuple):
    """What libyaml said: where it stopped, where what it was reading began, and the last text before that."""

    text: Text
    indents: Indents
    problem: str
    context: str
    stopped: Place
    opened: Place
    quote: str
    quoted: tuple[Place, Place]

    @property
    def line(self) -> str:
        """The line at which it stopped."""
        return self.text.lines[self.stopped.line]

    def syntax(self, where: Place, message: str, advice: str) -> Diagnostic:
        """The error for it."""
        return error("yaml-syntax", self.text.span(*where), message, help=advice)


def complaint(fault: yaml.YAMLError, last: yaml.ScalarEvent | None, text: Text, indents: Indents) -> Complaint:
    """The error's parts, with places inside the file."""
    return Complaint(
        text,
        indents,
        getattr(fault, "problem", None) or "not YAML",
        getattr(fault, "context", None) or "",
        text.inside(place(getattr(fault, "problem_mark", None))),
        text.inside(place(getattr(fault, "context_mark", None))),
        (last.style or "") if last else "",
        (text.inside(begin(last)), text.inside(end(last))) if last else (Place(0, 0), Place(0, 0)),
    )
