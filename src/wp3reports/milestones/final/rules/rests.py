"""What must hold of each thing that a recommendation rests on: that it was handed in.

Nothing is said where the hand-in that should hold it is not there: that it is owed has its own finding.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from wp3reports.diagnostics import Diagnostic, Note, Span, error
from wp3reports.milestones.final.model import FinalText
from wp3reports.milestones.m3_themes.model import ThemesReport, theme_proposals
from wp3reports.milestones.m4_concepts.model import PracticesReport, TransnationalConcepts, concepts_of, practices_of
from wp3reports.milestones.m5_programmes.model import JointProgrammes, programmes_of
from wp3reports.model import COORDINATOR, Dossier, Entry, HandIn, meant, nearest


def recommendation_unknown_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """A recommendation rests on proposals that the metropolises named with them made in milestone 3.

    Why: the report says whose proposal it is and leads to it. Nothing is said while that metropolis has not handed in.

    What to do: use the id of the metropolis in inputs/partners.yaml and of the proposal in its file of milestone 3.
    """
    yield from _unknown(dossier, "proposals", ThemesReport, theme_proposals(dossier))


def recommendation_unknown_practice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A recommendation rests on best practices that the metropolises named with them described in milestone 4.

    Why: the report says who did it and leads to it. Nothing is said while that metropolis has not handed in.

    What to do: use the id of the metropolis in inputs/partners.yaml and of the practice in its file of milestone 4.
    """
    yield from _unknown(dossier, "practices", PracticesReport, practices_of(dossier))


def recommendation_unknown_concept(dossier: Dossier) -> Iterator[Diagnostic]:
    """A recommendation rests on transnational concepts of milestone 4.

    Why: the report names the concept and leads to it. Nothing is said while the co-ordinator has not handed in the
    concepts.

    What to do: use the id of a concept in inputs/m4_concepts/coordinator.yaml.
    """
    yield from _unknown(dossier, "concepts", TransnationalConcepts, _common(concepts_of(dossier)))


def recommendation_unknown_programme(dossier: Dossier) -> Iterator[Diagnostic]:
    """A recommendation rests on joint programmes of milestone 5.

    Why: the report names the programme and leads to it. Nothing is said while the co-ordinator has not handed in the
    programmes.

    What to do: use the id of a programme in inputs/m5_programmes/coordinator.yaml.
    """
    yield from _unknown(dossier, "programmes", JointProgrammes, _common(programmes_of(dossier)))


class _Rest(NamedTuple):
    """An id that a recommendation names, whose it is (empty: the co-ordinator's), and the places of both."""

    author: str
    word: str
    author_at: Span
    at: Span


def _rests(dossier: Dossier, many: str) -> Iterator[_Rest]:
    """Everything of one kind that recommendations rest on."""
    for delivery in dossier.of(FinalText):
        for number, each in enumerate(delivery.submission.recommendations):
            for index, named in enumerate(getattr(each.rests_on, many)):
                place = ("recommendations", number, "rests_on", many, index)
                if isinstance(named, str):
                    yield _Rest("", named, delivery.at(*place), delivery.at(*place))
                else:
                    one = many.removesuffix("s")
                    at = delivery.at(*place, "metropolis"), delivery.at(*place, one)
                    yield _Rest(named.metropolis, getattr(named, one), *at)


def _unknown(
    dossier: Dossier, many: str, kind: type[HandIn], known: Mapping[tuple[str, str], Entry[Any]]
) -> Iterator[Diagnostic]:
    """Metropolises that are none, and ids that the hand-in lacks which should hold them."""
    code, cities = f"final-recommendation-unknown-{many.removesuffix('s')}", [each.id for each in dossier.partners]
    for rest in _rests(dossier, many):
        held = dossier.one(kind, rest.author or COORDINATOR)
        if rest.author not in ("", *cities):
            yield error(
                code,
                rest.author_at,
                f'"{rest.author}" is no metropolis of this project',
                label="not known",
                near=meant(rest.author, cities),
                help=f"the metropolises are {', '.join(cities)}",
            )
        elif held is not None and (rest.author, rest.word) not in known:
            whose = f" of {dossier.name(rest.author)}" if rest.author else ""
            own = {word: entry for (author, word), entry in known.items() if author == rest.author}
            near = nearest(rest.word, own)
            yield error(
                code,
                rest.at,
                f'a recommendation rests on "{rest.word}", which is none of the {many}{whose}',
                label="not handed in",
                notes=[
                    Note(own[near].at("id"), "did you mean this one?")
                    if near
                    else Note(held.source.key_at(many), f"the {many}{whose}")
                ],
                instead=meant(rest.word, own),
            )


def _common(known: Mapping[str, Entry[Any]]) -> Mapping[tuple[str, str], Entry[Any]]:
    """What the co-ordinator handed in, with no author beside its id."""
    return {("", word): entry for word, entry in known.items()}
