"""The rule book: the page of every code, and the cases that show each of them, as `explain` prints and tests run them.

Pages stand beside what emits the codes, cases in `tests/cases`, which travel with the program. Prints nothing.
"""

from wp3reports.rulebook.book import DISK, LATER, PAPER, Book, book
from wp3reports.rulebook.case import Announced, Case
from wp3reports.rulebook.codes import GROUPS, PAGES, TEXTS, Group, Page
from wp3reports.rulebook.judging import findings, judged

__all__ = [
    "DISK",
    "GROUPS",
    "LATER",
    "PAGES",
    "PAPER",
    "TEXTS",
    "Announced",
    "Book",
    "Case",
    "Group",
    "Page",
    "book",
    "findings",
    "judged",
]
