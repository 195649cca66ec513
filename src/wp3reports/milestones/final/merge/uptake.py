"""What became of the proposals of milestone 3: the concepts that took them up, and what rests on these."""

from collections.abc import Mapping
from dataclasses import dataclass

from wp3reports.milestones.m3_themes.model import ThemeProposal, theme_proposals
from wp3reports.milestones.m4_concepts.model import Concept, concepts_of
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme, joint_proposals, programmes_with
from wp3reports.model import Dossier, Entry, grouped

Key = tuple[str, str]  # a metropolis and the id of something that it handed in


@dataclass(frozen=True)
class Uptake:
    """A concept with the proposals behind it and what rests on it; None: what stands without a concept."""

    concept: Entry[Concept] | None
    proposals: tuple[Entry[ThemeProposal], ...]
    activities: tuple[Entry[JointProposal], ...]
    programmes: tuple[Entry[Programme], ...]


def uptakes(dossier: Dossier) -> tuple[Uptake, ...]:
    """The concepts in their order; then, if there are any, the proposals and activities that stand without one."""
    proposals, activities = theme_proposals(dossier), joint_proposals(dossier)
    named = {
        word: {(each.metropolis, each.proposal) for each in entry.record.proposals}
        for word, entry in concepts_of(dossier).items()
    }
    resting = grouped(activities.items(), lambda held: [held[1].record.concept])
    order = {key: place for place, key in enumerate(proposals)}
    found = [
        _uptake(
            dossier,
            entry,
            {key: proposals[key] for key in sorted(named[word] & order.keys(), key=order.__getitem__)},
            dict(resting.get(word, ())),
        )
        for word, entry in concepts_of(dossier).items()
    ]
    taken = {key for keys in named.values() for key in keys}
    alone = _uptake(
        dossier,
        None,
        {key: each for key, each in proposals.items() if key not in taken},
        {key: each for key, each in activities.items() if each.record.concept not in named},
    )
    return (*found, *([alone] if alone.proposals or alone.activities else ()))


def _uptake(
    dossier: Dossier,
    concept: Entry[Concept] | None,
    proposals: Mapping[Key, Entry[ThemeProposal]],
    activities: Mapping[Key, Entry[JointProposal]],
) -> Uptake:
    programmes = programmes_with(dossier, activities)
    return Uptake(concept, tuple(proposals.values()), tuple(activities.values()), programmes)
