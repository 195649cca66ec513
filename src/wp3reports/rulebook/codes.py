"""Every code that the program can emit, with its page: what must hold, why, and what to do.

A page is the docstring of the rule, or the text of the same form beside what emits the code. Nothing is said twice.
"""

import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc, getdoc
from types import MappingProxyType
from typing import NamedTuple

from wp3reports.check import INDEX
from wp3reports.load.codes import PAGES as LOAD
from wp3reports.milestones import MILESTONES
from wp3reports.pdf.codes import PAGES as PDF
from wp3reports.render.codes import PAGES as RENDER
from wp3reports.rulebook.asked import ASKED, COMMON, FIELDS, FOLDER, PAPER, PRINTED, READING, Asked
from wp3reports.source.codes import PAGES as SOURCE
from wp3reports.workspace.codes import PAGES as WORKSPACE

RULES: Mapping[str, str] = MappingProxyType({code: getdoc(rule) or "" for code, rule in INDEX.items()})
TEXTS: Mapping[str, str] = MappingProxyType(
    {code: cleandoc(text) for texts in (SOURCE, LOAD, WORKSPACE, RENDER, RULES, PDF) for code, text in texts.items()}
)


class Page(NamedTuple):
    """What is to be said of a code: a sentence of what must hold, then why, and what to do."""

    code: str
    rule: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, code: str, text: str) -> "Page":
        """The page from the text of a docstring, whose paragraphs are joined to one line each."""
        rule, *others = (" ".join(each.split()) for each in re.split(r"\n\s*\n", cleandoc(text)))
        return cls(code, rule, tuple(others))


class Group(NamedTuple):
    """Pages that belong together, and what the work package asks for there."""

    asked: Asked
    pages: tuple[Page, ...]


def _group(asked: Asked, texts: Mapping[str, str]) -> Group:
    return Group(asked, tuple(Page.of(code, text) for code, text in texts.items()))


def _groups() -> Iterator[Group]:
    """In the order in which a hand-in passes them."""
    yield _group(READING, SOURCE)
    yield _group(FIELDS, LOAD)
    yield _group(FOLDER, WORKSPACE)
    yield _group(PRINTED, RENDER)
    leads = {milestone.name: f"{milestone.name.partition('_')[0]}-" for milestone in MILESTONES}
    yield _group(COMMON, {code: text for code, text in RULES.items() if not code.startswith(tuple(leads.values()))})
    for name, lead in leads.items():
        yield _group(ASKED[name], {code: text for code, text in RULES.items() if code.startswith(lead)})
    yield _group(PAPER, PDF)


GROUPS: tuple[Group, ...] = tuple(_groups())
PAGES: Mapping[str, Page] = MappingProxyType({page.code: page for group in GROUPS for page in group.pages})


def asked_by(code: str) -> Asked:
    """What the work package asks for where this code can come up."""
    return next(group.asked for group in GROUPS if any(page.code == code for page in group.pages))
