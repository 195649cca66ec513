"""Recommendations with what they rest on: by name and city, and where it stands in the hand-ins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wp3reports.milestones.final.model import Basis, FinalText, Recommendation
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import concepts_of, practices_of
from wp3reports.milestones.m5_programmes.model import programmes_of
from wp3reports.model import Dossier, Entry


@dataclass(frozen=True)
class Rest:
    """One thing that a recommendation rests on."""

    kind: str  # "proposal"
    milestone: str  # in which it was handed in
    name: str  # its id when nobody handed it in
    metropolises: tuple[str, ...]  # names of those whose it is
    pointer: str  # empty when nobody handed it in


@dataclass(frozen=True)
class Recommended:
    """A recommendation, where it stands in the list, and what it rests on."""

    recommendation: Recommendation
    index: int
    rests: tuple[Rest, ...]


def recommended(dossier: Dossier) -> tuple[Recommended, ...]:
    """All recommendations in their order."""
    text = dossier.one(FinalText)
    return tuple(
        Recommended(each, index, tuple(_rests(dossier, each.rests_on)))
        for index, each in enumerate(text.submission.recommendations if text else ())
    )


def _rests(dossier: Dossier, basis: Basis) -> Iterator[Rest]:
    proposals, practices = theme_proposals(dossier), practices_of(dossier)
    concepts, programmes = concepts_of(dossier), programmes_of(dossier)

    def rest(kind: str, milestone: str, word: str, entry: Entry[Any] | None, metropolises: Iterable[str]) -> Rest:
        names = tuple(dossier.name(each) for each in dict.fromkeys(metropolises))
        return Rest(kind, milestone, entry.record.name if entry else word, names, entry.pointer() if entry else "")

    for proposal in basis.proposals:
        made = proposals.get((proposal.metropolis, proposal.proposal))
        yield rest("proposal", "m3_themes", proposal.proposal, made, [proposal.metropolis])
    for practice in basis.practices:
        done = practices.get((practice.metropolis, practice.practice))
        yield rest("best practice", "m4_concepts", practice.practice, done, [practice.metropolis])
    for word in basis.concepts:
        concept = concepts.get(word)
        members = [member.metropolis for member in concept.record.members] if concept else ()
        yield rest("concept", "m4_concepts", word, concept, members)
    for word in basis.programmes:
        programme = programmes.get(word)
        yield rest("programme", "m5_programmes", word, programme, programme.record.partners if programme else ())
