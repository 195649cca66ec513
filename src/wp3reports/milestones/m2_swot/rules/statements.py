"""What must hold of the statements in the four lists of a SWOT analysis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wp3reports.diagnostics import Diagnostic, Note, Span, error, warning
from wp3reports.milestones.m2_swot.model import Quadrant, SwotReport
from wp3reports.model import Delivery, Dossier, indexed, repeated, weighed

_NO_WORD = re.compile(r"[\W_]+")


def quadrant_empty(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each of the four lists of a SWOT analysis has at least one statement.

    Why: a list without statements means that the question was not asked; no cluster is without weaknesses or threats.
    For an observer this is a warning.

    What to do: write at least one statement under `strengths`, `weaknesses`, `opportunities` and `threats`.
    """
    for delivery in dossier.of(SwotReport):
        for index, analysis in enumerate(delivery.submission.analyses):
            for quadrant in Quadrant:
                if not analysis.lines(quadrant):
                    is_there = quadrant.value in analysis.model_fields_set
                    place = delivery.source.key_at if is_there else delivery.at
                    finding = error(
                        "m2-quadrant-empty",
                        place("analyses", index, quadrant.value if is_there else "cluster"),
                        f'{dossier.name(delivery.author)} names no {quadrant.value} of "{analysis.cluster}"',
                        label=f"no {quadrant.value}",
                    )
                    yield weighed(finding, dossier.partner(delivery.author))


def quadrants_overlap(dossier: Dossier) -> Iterator[Diagnostic]:
    """No statement stands in two of the four lists of an analysis; capitals, spaces and punctuation do not count.

    Why: strengths and weaknesses are inside the cluster, opportunities and threats outside; what helps does not harm.
    A statement in two lists says nothing.

    What to do: decide on one list, or say in each what exactly helps and what harms.
    """
    for line, first in _again(dossier):
        if line.analysis == first.analysis and line.quadrant is not first.quadrant:
            yield error(
                "m2-quadrants-overlap",
                line.span,
                f"{dossier.name(line.delivery.author)} gives the same statement under {first.quadrant.value} "
                f"and {line.quadrant.value}",
                label=f"under {line.quadrant.value}",
                notes=[Note(first.span, f"under {first.quadrant.value}")],
            )


def statement_repeated(dossier: Dossier) -> Iterator[Diagnostic]:
    """No statement is made twice, within a list, in two analyses or in two cities.

    Why: a sentence that fits two cities says little about either, and the synthesis would print it twice. Capitals,
    spaces and punctuation do not count.

    What to do: say what is particular to this cluster in this city.
    """
    for line, first in _again(dossier):
        if line.analysis != first.analysis or line.quadrant is first.quadrant:
            yield warning(
                "m2-statement-repeated",
                line.span,
                f"{dossier.name(line.delivery.author)} repeats a statement"
                + (f" of {dossier.name(first.delivery.author)}" if line.delivery is not first.delivery else ""),
                label="the same statement",
                notes=[Note(first.span, "first made here")],
            )


def statement_id_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each id of a statement is used once in the hand-in of a metropolis.

    Why: proposals of milestone 3 name the statements that they answer by their ids; of two with the same one nobody
    can tell which is meant.

    What to do: give one of the two another id. A statement that no proposal answers needs none.
    """
    lines = tuple(line for line in _lines(dossier) if line.id)
    for index, first in repeated((line.delivery.author, line.id) for line in lines):
        line = lines[index]
        yield error(
            "m2-statement-id-twice",
            line.at("id"),
            f'{dossier.name(line.delivery.author)} gives the id "{line.id}" to two statements',
            label="the same id again",
            notes=[Note(lines[first].at("id"), "first used here")],
        )


@dataclass(frozen=True)
class _Line:
    """A statement, and where it is made."""

    delivery: Delivery[SwotReport]
    index: int
    quadrant: Quadrant
    position: int
    statement: str
    id: str

    @property
    def analysis(self) -> tuple[str, int]:
        """Which analysis it belongs to."""
        return self.delivery.author, self.index

    @property
    def span(self) -> Span:
        """The place of the statement."""
        return self.at("statement")

    def at(self, key: str) -> Span:
        """The place of a value beside the statement."""
        return self.delivery.at("analyses", self.index, self.quadrant.value, self.position, key)


@indexed
def _lines(dossier: Dossier) -> tuple[_Line, ...]:
    return tuple(
        _Line(delivery, index, quadrant, position, line.statement, line.id)
        for delivery in dossier.of(SwotReport)
        for index, analysis in enumerate(delivery.submission.analyses)
        for quadrant in Quadrant
        for position, line in enumerate(analysis.lines(quadrant))
    )


@indexed
def _again(dossier: Dossier) -> tuple[tuple[_Line, _Line], ...]:
    """Each statement that was made before, and where it was made first."""
    worded = [(wording, line) for line in _lines(dossier) if (wording := _wording(line.statement))]
    again = repeated(wording for wording, _ in worded)
    return tuple((worded[index][1], worded[first][1]) for index, first in again)


def _wording(statement: str) -> str:
    """A statement without what makes no difference: capitals, spaces, punctuation."""
    return _NO_WORD.sub("", statement.casefold())
