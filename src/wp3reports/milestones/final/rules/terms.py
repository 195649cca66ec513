"""What must hold of the words that all milestones share: one thing, one name.

Told only where two places cannot both be right; a text may speak of a thing as it likes.
"""

import re
from collections.abc import Iterator, Sequence

from wp3reports.diagnostics import Diagnostic, Note, Span, warning
from wp3reports.milestones.m1_selection.model import Cluster, ClusterReport
from wp3reports.model import PROJECT_FILE, Dossier, Entry, HandIn, Markdown, entries

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL = {"a", "an", "and", "for", "in", "of", "on", "the", "to"}  # words that an abbreviation passes over


def cluster_named_in_two_ways(dossier: Dossier) -> Iterator[Diagnostic]:
    """A cluster that two metropolises share has the same name in both hand-ins.

    Why: the tables over all milestones print the name that each metropolis gave; under two names one cluster reads
    as two, and the index lists it twice. Two clusters that only have the same id, and that nobody calls shared, may be
    named as each city likes.

    What to do: agree on one name, and write it in both files of milestone 1.
    """
    clusters = {(each.author, each.record.id): each for each in entries(dossier.of(ClusterReport), "clusters", Cluster)}
    order = [partner.id for partner in dossier.partners]
    for (author, cluster), each in clusters.items():
        for other in each.record.shared_with:
            found = clusters.get((other, cluster))
            is_first = other in order and order.index(other) < order.index(author)
            if found and found.record.name != each.record.name and (is_first or not _is_mutual(each, found)):
                yield warning(
                    "final-cluster-named-in-two-ways",
                    each.at("name"),
                    f'{dossier.name(author)} calls the shared cluster "{cluster}" {each.record.name}, '
                    f"{dossier.name(other)} calls it {found.record.name}",
                    label=f"in {dossier.name(author)}",
                    notes=[Note(found.at("name"), f"in {dossier.name(other)}")],
                )


def abbreviation_written_otherwise(dossier: Dossier) -> Iterator[Diagnostic]:
    """Where a text writes out an abbreviation of the project's list, it uses the words of the list.

    Why: the list stands at the head of every merged report; a reader who finds other words in a chapter asks whether
    another thing is meant. Only what is beyond doubt counts: words right before the abbreviation in brackets, whose
    first letters spell it, as in "Small and Micro Enterprises (SME)". Capitals, hyphens and the plural do not count.

    What to do: use the words of the list, or correct the list under `abbreviations` in inputs/project.yaml.
    """
    for delivery in dossier.of(HandIn):
        for path, value in delivery.leaves:
            if not isinstance(value, Markdown) or "(" not in value:
                continue
            for index, term in enumerate(dossier.project.abbreviations):
                for start, end in _written_out(value, term.short):
                    ways = [_plain(way) for way in (term.long, *term.long.split(","))]
                    if _plain(value[start:end]) not in ways:
                        first = delivery.source.within(*path, offset=start)
                        last = delivery.source.within(*path, offset=end - 1)
                        yield warning(
                            "final-abbreviation-written-otherwise",
                            Span(first.path, first.line, first.column, last.end_line, last.end_column),
                            f"{term.short} is written out otherwise than in the project's list",
                            label="other words",
                            notes=[Note(dossier.frame[PROJECT_FILE].at("abbreviations", index, "long"), "the list")],
                        )


def _is_mutual(one: Entry[Cluster], other: Entry[Cluster]) -> bool:
    """Whether both say that they share it: then one finding tells both."""
    return other.author in one.record.shared_with and one.author in other.record.shared_with


def _written_out(text: str, short: str) -> Iterator[tuple[int, int]]:
    """Where the words before a bracketed abbreviation spell it with their first letters: start and end."""
    if f"({short}" in text and short.isalpha():  # looked for first: the expression is slow on long texts
        for found in re.finditer(rf"\b((?:{_WORD.pattern}\s+){{1,{3 * len(short)}}})\({short}s?\)", text):
            words = list(_WORD.finditer(text, found.start(1), found.end(1)))
            start = _spelling([word[0].lower() for word in words], short.lower())
            if start is not None:
                yield words[start].start(), words[-1].end()


def _spelling(words: Sequence[str], letters: str) -> int | None:
    """The index of the first of the last words whose initials are these letters, small words passed over."""
    wanted = len(letters)
    for index in range(len(words) - 1, -1, -1):
        if words[index][0] == letters[wanted - 1]:
            wanted -= 1
            if not wanted:
                return index
        elif words[index] not in _SMALL:
            return None
    return None


def _plain(text: str) -> list[str]:
    """The words without capitals, hyphens and the plural."""
    return [re.sub(r"ies$|s$", _singular, word) for word in re.findall(r"[^\W\d_]+", text.lower())]


def _singular(ending: re.Match[str]) -> str:
    return "y" if ending[0] == "ies" else ""
