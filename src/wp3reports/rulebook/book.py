"""The documents of the rule book: the given project, and the cases that change it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from wp3reports import shipped
from wp3reports.rulebook.case import Case
from wp3reports.rulebook.markdown import case, cases, opening

README = "README"
# The documents that open with what they add to the given project, each on top of those before it.
LATER = ("m3_themes", "m4_concepts", "m5_programmes", "final")
# The documents about what shows only when a folder is read from a disk, or when pages are laid out, bound and stored.
DISK, PAPER = "disk", "paper"


@dataclass(frozen=True)
class Book:
    """Documents by name."""

    documents: Mapping[str, str]

    def given(self, document: str = README) -> Case:
        """The project that every case of a document starts from.

        What stands before the first case of a later milestone is added to what was given for those before it.
        """
        given = case(README, "The given project", self.documents[README], {})
        for each in LATER[: LATER.index(document) + 1] if document in LATER else ():
            given = case(each, "The given project", opening(self.documents[each]), given.lines)
        return given

    def cases(self) -> Iterator[Case]:
        """All cases of all documents."""
        for document in sorted(self.documents.keys() - {README}):
            yield from cases(document, self.documents[document], self.given(document).lines)


@cache
def book() -> Book:
    """The rule book that comes with the program."""
    return Book({path.stem: path.read_text(encoding="utf-8") for path in sorted(shipped.cases().glob("*.md"))})
