"""One reason why something is made anew, as a value; its words stand here and nowhere else."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What kind of thing has changed."""

    FIELD = "field"  # of a hand-in or a project file: `what` is the file, `where` the field
    FILE = "file"  # any other input, or one whose old text is not known any more
    TEMPLATE = "template"
    SHEET = "style sheet"
    FONT = "font"
    PICTURE = "picture"
    ENGINE = "engine"  # a library: `what` is its name, `how` the versions
    PROGRAM = "program"
    DAY = "day of issue"
    MARK = "draft or release"
    PART = "part"  # one that the volume did not have, or has no longer
    FRAME = "frame"  # title, running heads, metadata
    NUMBERS = "page numbers"
    STORE = "store"
    OUTPUT = "output"  # the file of the volume itself


class Reason(NamedTuple):
    """`what` has changed, `where` in it, and `how`: a verb, or the old and the new value."""

    kind: Kind
    what: str
    how: str = "changed"
    where: str = ""

    def __str__(self) -> str:
        """In one line, to follow `because`."""
        match self.kind:
            case Kind.FIELD:
                return f"{self.what} → {self.where} {self.how}"
            case Kind.TEMPLATE | Kind.SHEET | Kind.FONT | Kind.PICTURE | Kind.PART:
                return f"{self.kind} {self.what} {self.how}"
            case Kind.DAY:
                return f"the day of issue is {self.how}"
            case _:
                return f"{self.what} {self.how}"


def of_file(path: str, how: str) -> Reason:
    """The reason that a whole file is, by what it is."""
    if path.endswith(".j2"):
        return Reason(Kind.TEMPLATE, path, how)
    if path.endswith(".css"):
        return Reason(Kind.SHEET, path, how)
    if path.endswith(".woff2"):
        return Reason(Kind.FONT, path, how)
    if path.endswith((".yaml", ".yml")):
        return Reason(Kind.FILE, path, how)
    return Reason(Kind.PICTURE, path, how)
