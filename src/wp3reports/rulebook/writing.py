"""Pages of the rule book as text for a terminal and as Markdown, with their samples. Nothing is printed here."""

from collections.abc import Iterator
from dataclasses import replace
from textwrap import fill

from wp3reports.diagnostics import Diagnostic
from wp3reports.reporters import REPORTERS, Report
from wp3reports.reporters.text import printable
from wp3reports.rulebook.codes import GROUPS, PAGES, Group, Page, asked_by
from wp3reports.rulebook.sample import Excerpt, Sample, sample
from wp3reports.snapshot import Snapshot

_TAB, _SEEN = "\t", "→   "  # a tab as a reader of a sample sees it
MOST = 110  # characters of a sample's line in Markdown
_GUTTER = 6  # columns before it

_INTRODUCTION = """\
Every finding of the program has a name, and each name a page: what must hold, why, what to do, and a sample. The
samples are cases that the tests run, and what is said of the wrong ones is what `wp3reports check` says.
`wp3reports explain NAME` shows one page."""


def text(page: Page, width: int) -> str:
    """One page for a terminal of that width."""
    asked = asked_by(page.code)
    prose = (page.rule, *page.paragraphs, f"Asked for: {asked.title}. {asked.text}")
    blocks = [page.code, *(_wrapped(each, width) for each in prose)]
    for title, *shown in _samples(page.code, width - _GUTTER):
        blocks += [_wrapped(title, width), *shown]
    return "\n\n".join(blocks)


def markdown() -> str:
    """All pages."""
    blocks = ["# The rule book of wp3reports", _INTRODUCTION]
    for group in GROUPS:
        blocks += [f"## {group.asked.title}", _wrapped(group.asked.text)]
        for page in group.pages:
            blocks += [f"### {page.code}", *(_wrapped(each) for each in (page.rule, *page.paragraphs))]
            for title, *shown in _samples(page.code, MOST):
                blocks += [_wrapped(title), *(f"```text\n{each}\n```" for each in shown)]
    return "\n\n".join(blocks) + "\n"


def listing(width: int | None = None) -> str:
    """All codes by group, each with what must hold; wrapped to a width, or one code a line."""
    longest = max(len(page.code) for group in GROUPS for page in group.pages)
    return "\n\n".join("\n".join(_listed(group, longest, width)) for group in GROUPS)


def _listed(group: Group, longest: int, width: int | None) -> Iterator[str]:
    yield f"== {group.asked.title}"
    for page in group.pages:
        line = f"{page.code:{longest}}  {page.rule}"
        hanging = "    " if width and width < 2 * longest else " " * (longest + 2)
        yield _wrapped(line, width, hanging) if width else line


def _samples(code: str, most: int) -> Iterator[tuple[str, ...]]:
    """Each sample of a code: words, and then the lines that they introduce, as blocks."""
    found = sample(code)
    said = REPORTERS["text"](Report([_brief(found.found[0])], Snapshot(found.case.files)))
    about = f" Meanwhile {found.case.meanwhile}." if found.case.meanwhile else ""
    yield f"Wrong: {found.case.title}.{about}", *(_excerpt(each, most) for each in found.wrong), said
    if found.right:
        yield f"Right: {found.case.right or 'this takes its place'}.", *(_excerpt(each, most) for each in found.right)
    else:
        yield (f"Right: {_otherwise(found)}.",)


def _otherwise(found: Sample) -> str:
    """How it is right where no lines show it."""
    if found.case.meanwhile:
        return "the same, when that does not happen"
    return "without these lines" if any(each.lines for each in found.wrong) else "without it"


def _brief(finding: Diagnostic) -> Diagnostic:
    """The finding without a help that the page has given already."""
    page = PAGES[finding.code]
    return replace(finding, help="") if any(finding.help in each for each in page.paragraphs) else finding


def _excerpt(excerpt: Excerpt, most: int) -> str:
    """Some lines of a file as a code frame has them, without a mark."""
    gutter = max((2, *(len(str(number)) for number, _ in excerpt.lines)))
    shown = [f"{'':{gutter}}--> {excerpt.path}" + (f" {excerpt.instead}" if excerpt.instead else "")]
    last = 0
    for number, line in excerpt.lines:
        if last and number > last + 1:
            shown.append(f"{'…':>{gutter}}")
        cut = line if len(line) <= most else line[: most - 1] + "…"
        shown.append(f"{number:>{gutter}} | {printable(cut.replace(_TAB, _SEEN))}".rstrip())
        last = number
    return "\n".join(shown)


def _wrapped(words: str, width: int | None = 120, hanging: str = "") -> str:
    return fill(words, width or 120, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
