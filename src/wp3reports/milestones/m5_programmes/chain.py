"""The evidence chain of a joint programme: from its proposals down to the clusters that were selected in milestone 1.

Nothing is concluded from a hand-in that is missing: what would lead through it is neither a chain nor a gap.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from wp3reports.diagnostics import Span
from wp3reports.milestones.m1_selection.model import clusters_of
from wp3reports.milestones.m1_selection.rules.decided import Decided, decided_for
from wp3reports.milestones.m2_swot.model import Answerable, Quadrant, SwotReport, answerable
from wp3reports.milestones.m3_themes.model import ThemeProposal, ThemesReport, theme_proposals
from wp3reports.milestones.m4_concepts.model import Concept, TransnationalConcepts, concepts_of
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme, joint_proposals
from wp3reports.model import Dossier, Entry


class Link(NamedTuple):
    """One link of a chain: whose it is, what it is called, where it was handed in, and its anchor in an annex.

    What the co-ordinator hands in has no anchor: no annex prints it.
    """

    milestone: str
    author: str
    name: str
    pointer: str
    anchor: str


class Chain(NamedTuple):
    """A whole chain: a joint proposal, what it rests on, and at the end the cluster that was selected."""

    joint: Link
    concept: Link
    theme: Link  # the proposal of milestone 3
    statement: Link
    quadrant: Quadrant
    cluster: Link


class Gap(NamedTuple):
    """Where a chain breaks off: after how many links, what is missing, and where it should stand."""

    depth: int
    missing: str
    place: Span


class Evidence(NamedTuple):
    """The whole chains of a programme; where there is none, the gap nearest to the clusters, if that can be told."""

    chains: tuple[Chain, ...]
    gap: Gap | None


_Found = Iterator[Chain | Gap | None]  # None: a hand-in that it would lead through is missing
_Trail = tuple[Entry[JointProposal], Entry[Concept], Entry[ThemeProposal]]


def evidence(dossier: Dossier, programme: Entry[Programme]) -> Evidence:
    """All that the known proposals of a programme rest on, in their order."""
    found = tuple(_of_programme(dossier, programme))
    chains = tuple(dict.fromkeys(each for each in found if isinstance(each, Chain)))
    gaps = [each for each in found if isinstance(each, Gap)]
    is_told = not chains and None not in found
    return Evidence(chains, max(gaps, key=lambda gap: gap.depth) if gaps and is_told else None)


def _of_programme(dossier: Dossier, programme: Entry[Programme]) -> _Found:
    proposals = joint_proposals(dossier)
    for each in programme.record.proposals:
        joint = proposals.get((each.metropolis, each.proposal))
        if joint is not None:
            yield from _of_joint(dossier, programme, joint)


def _of_joint(dossier: Dossier, programme: Entry[Programme], joint: Entry[JointProposal]) -> _Found:
    concept = concepts_of(dossier).get(joint.record.concept)
    whose = f'the proposal "{joint.record.id}" of {dossier.name(joint.author)}'
    if concept is not None:
        yield from _of_concept(dossier, programme, joint, concept)
    elif not joint.record.concept:
        yield Gap(1, f"{whose} rests on no concept", joint.at("id"))
    elif dossier.one(TransnationalConcepts) is None:
        yield None
    else:
        missing = f'{whose} rests on "{joint.record.concept}", which is no concept of milestone 4'
        yield Gap(1, missing, joint.at("concept"))


def _of_concept(
    dossier: Dossier, programme: Entry[Programme], joint: Entry[JointProposal], concept: Entry[Concept]
) -> _Found:
    themes, partners = theme_proposals(dossier), programme.record.partners
    cited = [(index, each) for index, each in enumerate(concept.record.proposals) if each.metropolis in partners]
    whose = f'the concept "{concept.record.id}" rests on'
    if not cited:
        yield Gap(2, f"{whose} no proposal of milestone 3 of its partners", _list_at(concept, "proposals"))
    for index, each in cited:
        theme = themes.get((each.metropolis, each.proposal))
        if theme is not None:
            yield from _of_theme(dossier, (joint, concept, theme))
        elif dossier.one(ThemesReport, each.metropolis) is None:
            yield None
        else:
            missing = f'{whose} "{each.proposal}", which {dossier.name(each.metropolis)} did not propose in milestone 3'
            yield Gap(2, missing, concept.at("proposals", index, "proposal"))


def _of_theme(dossier: Dossier, trail: _Trail) -> _Found:
    *_, theme = trail
    statements, city = answerable(dossier), dossier.name(theme.author)
    whose = f'the proposal "{theme.record.id}" of {city} answers'
    if not theme.record.answers:
        yield Gap(3, f"{whose} no SWOT statement", _list_at(theme, "answers"))
    for index, answer in enumerate(theme.record.answers):
        said = statements.get((theme.author, answer))
        if said is not None:
            yield _of_statement(dossier, trail, said)
        elif dossier.one(SwotReport, theme.author) is None:
            yield None
        else:
            missing = f'{whose} "{answer}", which is no SWOT statement of {city}'
            yield Gap(3, missing, theme.at("answers", index))


def _of_statement(dossier: Dossier, trail: _Trail, said: Answerable) -> Chain | Gap | None:
    selection = decided_for(dossier, said.entry.author)
    if selection is None:
        return None
    if said.cluster not in selection.selection.selected:
        missing = f'"{said.cluster}" of {dossier.name(said.entry.author)} was not selected in milestone 1'
        return Gap(4, missing, selection.key_at("selected"))
    joint, concept, theme = trail
    return Chain(
        joint=_link(dossier, joint, joint.record.name, "proposal", joint.record.id),
        concept=_link(dossier, concept, concept.record.name),
        theme=_link(dossier, theme, theme.record.name, "proposal", theme.record.id),
        statement=_link(dossier, said.entry, said.entry.record.statement, said.cluster),
        quadrant=said.quadrant,
        cluster=_selected(dossier, selection, said.cluster),
    )


def _link(dossier: Dossier, entry: Entry[Any], name: str, *place: str) -> Link:
    milestone, author = entry.delivery.milestone, entry.author
    return Link(milestone, author, name, entry.pointer(), _anchor(dossier, milestone, author, *place))


def _selected(dossier: Dossier, selection: Decided, cluster: str) -> Link:
    milestone, metropolis = selection.delivery.milestone, selection.selection.metropolis
    known = clusters_of(dossier).get((metropolis, cluster))
    place = selection.selection.selected.index(cluster)
    pointer = selection.delivery.pointer("decision", "selections", selection.index, "selected", place)
    anchor = _anchor(dossier, milestone, metropolis, cluster)
    return Link(milestone, metropolis, known.name if known else cluster, pointer, anchor)


def _anchor(dossier: Dossier, milestone: str, author: str, *place: str) -> str:
    period = dossier.project.period(milestone)
    return "-".join((f"m{period.number}", author, *place)) if period and place else ""


def _list_at(entry: Entry[Any], key: str) -> Span:
    """The place of a list that may have been left out."""
    return entry.key_at(key) if key in entry.record.model_fields_set else entry.at("id")
