"""What must hold of that on which a concept rests: proposals of milestone 3, tools of milestone 2, best practices."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, Span, error, info, warning
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import Concept, TransnationalConcepts
from wp3reports.milestones.m4_concepts.rules.concepts import concepts
from wp3reports.milestones.m4_concepts.rules.handed_in import PRACTICES, PROPOSALS, TOOLS
from wp3reports.model import Dossier, Entry


def concept_without_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concept rests on at least one proposal of milestone 3.

    Why: concepts grow from what the cities proposed; one that nobody proposed has nobody to carry it out.

    What to do: list under `proposals` what it takes up, by metropolis and id, or leave the concept out.
    """
    for concept in concepts(dossier):
        if not concept.record.proposals:
            yield error(
                "m4-concept-without-proposal",
                _place(concept, "proposals"),
                f'the concept "{concept.record.id}" rests on no proposal',
                label="who proposed it?",
            )


def concept_without_practice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concept rests on at least one best practice.

    Why: a practice is the evidence that it can work. There may be none yet, so this is a warning.

    What to do: list under `practices` where something like it was done, by metropolis and id.
    """
    for concept in concepts(dossier):
        if not concept.record.practices:
            yield warning(
                "m4-concept-without-practice",
                _place(concept, "practices"),
                f'the concept "{concept.record.id}" rests on no best practice',
                label="where was it tried?",
            )


def concept_unknown_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """The proposals on which a concept rests were handed in at milestone 3 by the metropolis named with them.

    Why: the report shows who proposed what a concept takes up. Nothing is said while that city has not handed in
    milestone 3.

    What to do: use the id of the proposal in inputs/m3_themes/<partner>.yaml.
    """
    for concept in concepts(dossier):
        for index, each in enumerate(concept.record.proposals):
            if absent := PROPOSALS.absent(dossier, each.metropolis, each.proposal):
                yield error(
                    "m4-concept-unknown-proposal",
                    concept.at("proposals", index, "proposal"),
                    f'{dossier.name(each.metropolis)} made no proposal "{each.proposal}" '
                    f'for the concept "{concept.record.id}"',
                    **absent,
                )


def concept_unknown_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """The tools on which a concept rests were handed in at milestone 2 by the metropolis named with them.

    Why: the inventory of milestone 2 says what a tool is and whether it can be transferred. Nothing is said while
    that city has not handed in milestone 2.

    What to do: use the id of the tool in inputs/m2_swot/<partner>.yaml.
    """
    for concept in concepts(dossier):
        for index, each in enumerate(concept.record.tools):
            if absent := TOOLS.absent(dossier, each.metropolis, each.tool):
                yield error(
                    "m4-concept-unknown-tool",
                    concept.at("tools", index, "tool"),
                    f'{dossier.name(each.metropolis)} has no tool "{each.tool}" for the concept "{concept.record.id}"',
                    **absent,
                )


def concept_unknown_practice(dossier: Dossier) -> Iterator[Diagnostic]:
    """The best practices on which a concept rests are handed in by the metropolis named with them.

    Why: a practice is evidence only where a reader can find it. Nothing is said while that city has not handed in.

    What to do: use the id of the practice in inputs/m4_concepts/<partner>.yaml.
    """
    for concept in concepts(dossier):
        for index, each in enumerate(concept.record.practices):
            if absent := PRACTICES.absent(dossier, each.metropolis, each.practice):
                yield error(
                    "m4-concept-unknown-practice",
                    concept.at("practices", index, "practice"),
                    f'{dossier.name(each.metropolis)} tells of no practice "{each.practice}" '
                    f'for the concept "{concept.record.id}"',
                    **absent,
                )


def concept_other_theme(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concept takes up proposals of its own theme.

    Why: concepts are worked out by the group of their theme, which knows the proposals made to it.

    What to do: move the proposal to a concept of its theme; leave it if both groups agreed.
    """
    proposals = theme_proposals(dossier)
    for concept in concepts(dossier):
        for index, each in enumerate(concept.record.proposals):
            proposal = proposals.get((each.metropolis, each.proposal))
            if proposal and proposal.record.theme != concept.record.theme:
                yield warning(
                    "m4-concept-other-theme",
                    concept.at("proposals", index, "proposal"),
                    f'the concept "{concept.record.id}" takes up "{each.proposal}" of {dossier.name(each.metropolis)}, '
                    "a proposal of another theme",
                    label="another theme",
                    notes=[Note(proposal.at("theme"), "proposed for this theme")],
                )


def concept_proposal_not_member(dossier: Dossier) -> Iterator[Diagnostic]:
    """The metropolises whose proposals a concept takes up are among its members.

    Why: who proposed a thing should have a part in it.

    What to do: add a cluster of that city under `members`, or leave its proposal out.
    """
    for concept in concepts(dossier):
        members = {member.metropolis for member in concept.record.members}
        for index, each in enumerate(concept.record.proposals):
            if dossier.partner(each.metropolis) and each.metropolis not in members:
                yield warning(
                    "m4-concept-proposal-not-member",
                    concept.at("proposals", index, "metropolis"),
                    f'the concept "{concept.record.id}" takes up a proposal of {dossier.name(each.metropolis)}, '
                    "which is no member",
                    label="no member",
                    notes=[Note(concept.key_at("members"), "the members")],
                )


def proposal_unused(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every proposal of milestone 3 is taken up by a concept.

    Why: the city that made it will ask what became of it. Not everything can be taken up, so this is a remark.

    What to do: list it under `proposals` of a concept, or say in the summary why it rests.
    """
    delivery = dossier.one(TransnationalConcepts)
    if delivery is None:
        return
    used = {(each.metropolis, each.proposal) for concept in concepts(dossier) for each in concept.record.proposals}
    for (metropolis, wanted), proposal in theme_proposals(dossier).items():
        if (metropolis, wanted) not in used:
            yield info(
                "m4-proposal-unused",
                delivery.source.key_at("concepts"),
                f'no concept takes up the proposal "{wanted}" of {dossier.name(metropolis)}',
                label=f'"{wanted}" of {dossier.name(metropolis)} rests',
                notes=[Note(proposal.at("id"), "proposed here")],
            )


def _place(concept: Entry[Concept], key: str) -> Span:
    """The key of a list; where it was left out, the concept's id."""
    return concept.key_at(key) if key in concept.record.model_fields_set else concept.at("id")
