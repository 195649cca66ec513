"""What must hold of the ids that a hand-in uses: its sources, its themes and the clusters of its figures."""

import re
from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, Span, error, warning
from wp3reports.model import (
    CITATION,
    PROJECT_FILE,
    Delivery,
    Dossier,
    HandIn,
    Markdown,
    Path,
    Rule,
    indexed,
    meant,
    repeated,
)

_Use = tuple[str, Path, re.Match[str] | None]


def source_unknown(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every source that a hand-in names, as `source`, under `sources` or as `[@id]` in its text, is in its list.

    Why: the report prints a number in its place; without an entry the claim has no evidence that a reader could follow.

    What to do: add the source under `sources` of the same file, or correct the id. Lists of other files do not count.
    """
    for delivery, named in _named(dossier):
        known = [reference.id for reference in delivery.submission.sources]
        for source, path, cited in named:
            if source not in known:
                yield error(
                    "source-unknown",
                    _place(delivery, path, cited),
                    f'the source "{source}" is not in the list of this hand-in',
                    label="not listed",
                    near=meant(source, known),
                    notes=[Note(delivery.source.key_at("sources"), "the sources of this hand-in")] if known else (),
                )


def source_unused(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every listed source is used: by a figure, a statement, a tool, or cited as `[@id]`.

    Why: the list at the end of the report shows what its claims rest on; a source that none rests on misleads.

    What to do: cite it where it is the evidence, or remove it.
    """
    for delivery, named in _named(dossier):
        known = {source for source, *_ in named}
        for index, reference in enumerate(delivery.submission.sources):
            if reference.id not in known:
                yield warning(
                    "source-unused",
                    delivery.at("sources", index, "id"),
                    f'nothing in this hand-in rests on the source "{reference.id}"',
                    label="never cited",
                )


def source_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each source of a hand-in has an id of its own.

    Why: with two sources of one id nobody can tell on which a claim rests.

    What to do: give one of the two another id, or remove it if they are the same source.
    """
    for delivery in dossier.of(HandIn):
        sources = delivery.submission.sources
        for index, first in repeated(reference.id for reference in sources):
            yield error(
                "source-twice",
                delivery.at("sources", index, "id"),
                f'two sources have the id "{sources[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("sources", first, "id"), "first used here")],
            )


def theme_unknown(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every theme that a hand-in names is a thematic group of the project.

    Why: milestones 3 and 4 are printed group by group; what belongs to none of them has no place.

    What to do: use the id of the group under `thematic_groups` in inputs/project.yaml.
    """
    known = [group.id for group in dossier.project.thematic_groups]
    for delivery in dossier.of(HandIn):
        for path, value in delivery.leaves:
            if path[-1] == "theme" and value not in known:
                yield error(
                    "theme-unknown",
                    delivery.at(*path),
                    f'"{value}" is no thematic group of this project',
                    label="not known",
                    near=meant(value, known),
                    notes=[Note(dossier.frame[PROJECT_FILE].key_at("thematic_groups"), "the thematic groups")],
                )


def figure_unknown_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A figure that names a cluster names one that the same hand-in is about.

    Why: it is printed with that cluster; for an unknown one there is no place.

    What to do: correct the id, or leave `cluster` out: then the figure follows the summary.
    """
    for delivery in dossier.of(HandIn):
        named = [(index, figure) for index, figure in enumerate(delivery.submission.figures) if figure.cluster]
        known = list(dict.fromkeys(_clusters(delivery))) if named else []
        for index, figure in named:
            if figure.cluster not in known:
                yield error(
                    "figure-unknown-cluster",
                    delivery.at("figures", index, "cluster"),
                    f'the figure belongs to "{figure.cluster}", which is not a cluster of this hand-in',
                    label="not known here",
                    near=meant(figure.cluster, known),
                    help=f"the clusters here are {', '.join(known)}" if known else "",
                )


@indexed
def _named(dossier: Dossier) -> tuple[tuple[Delivery[HandIn], tuple[_Use, ...]], ...]:
    """Every hand-in with its uses of sources."""
    return tuple((delivery, tuple(_uses(delivery))) for delivery in dossier.of(HandIn))


def _uses(delivery: Delivery[HandIn]) -> Iterator[_Use]:
    """Every use of a source: which, in what value, and where in it if it is cited in a text."""
    for path, value in delivery.leaves:
        if isinstance(value, Markdown):
            yield from ((cited[1], path, cited) for cited in CITATION.finditer(value))
        elif (path[-1] == "source" or path[-2:-1] == ("sources",)) and isinstance(value, str) and value:
            yield value, path, None


def _place(delivery: Delivery[HandIn], path: Path, cited: re.Match[str] | None) -> Span:
    """The place of the id, alone or in a citation."""
    if cited is None:
        return delivery.at(*path)
    first = delivery.source.within(*path, offset=cited.start(1))
    last = delivery.source.within(*path, offset=cited.end(1) - 1)
    return Span(first.path, first.line, first.column, last.end_line, last.end_column)


def _clusters(delivery: Delivery[HandIn]) -> Iterator[str]:
    """The clusters that a hand-in of any milestone is about."""
    for path, value in delivery.leaves:
        match path:
            case ("figures", *_):
                pass
            case ("clusters", int(), "id") | (_, int(), *_, "cluster"):
                yield value


RULES: tuple[Rule, ...] = (source_unknown, source_unused, source_twice, theme_unknown, figure_unknown_cluster)
