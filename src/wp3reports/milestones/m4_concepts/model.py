"""Milestone 4: best practices, technology priorities and roles of the metropolises; transnational concepts."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from wp3reports.milestones.m2_swot.model import Member
from wp3reports.model import (
    Convened,
    Dossier,
    Entry,
    Graded,
    HandIn,
    Id,
    Ids,
    Labelled,
    Markdown,
    Metropolis,
    OwnCluster,
    Quantity,
    Record,
    Text,
    Theme,
    asks,
    entries,
    indexed,
)


class Technology(Labelled):
    """Technologies that a priority may name; the list is ours, drawn from the selected clusters."""

    MOBILE_SERVICES = "mobile_services", "Mobile and broadband services"
    DIGITAL_CONTENT = "digital_content", "Digital content"
    SOFTWARE = "software", "Software and embedded systems"
    DRUG_DEVELOPMENT = "drug_development", "Drug development"
    DIAGNOSTICS = "diagnostics", "Diagnostics"
    MEDICAL_DEVICES = "medical_devices", "Medical devices"
    HEALTH_INFORMATICS = "health_informatics", "Health informatics"
    LASERS = "lasers", "Lasers and photonics"
    MICROSYSTEMS = "microsystems", "Microsystems and sensors"
    TELEMATICS = "telematics", "Traffic telematics"
    FREIGHT = "freight", "Freight and port technology"
    MARINE = "marine", "Marine technology"
    ENERGY_SYSTEMS = "energy_systems", "Energy systems"
    WATER_WASTE_AIR = "water_waste_air", "Water, waste and air"


class Weight(Labelled):
    """How much a metropolis gives to a technology, in order."""

    HIGH = "high", "high"
    MEDIUM = "medium", "medium"
    LOW = "low", "low"


class BestPractice(Record):
    """What was done with a tool of milestone 2, what came of it, and what another metropolis would need."""

    id: Annotated[Id, asks("A short name that concepts refer to", "members-pay")]
    name: Annotated[Text, asks("Its name as it is printed", "Members pay")]
    theme: Theme
    cluster: OwnCluster
    tool: Annotated[Id, asks("The tool of milestone 2 that was used", "science-park", ids=Ids.TOOLS)]
    grade: Graded
    context: Annotated[Markdown, asks("How things stood before", "There was no body.")]
    done: Annotated[Markdown, asks("What was done", "Firms paid fees.")]
    outcome: Annotated[Markdown, asks("What came of it", "They still do.")]
    results: Annotated[tuple[Quantity, ...], asks("Numbers that show it")] = ()
    conditions: Annotated[Markdown, asks("What another metropolis would need", "A dozen firms.")]


class TechnologyPriority(Record):
    """The weight of a technology for one selected cluster, and why."""

    technology: Annotated[Technology, asks("The technology")]
    cluster: OwnCluster
    weight: Annotated[Weight, asks("How much it matters; not all alike")]
    reason: Annotated[Text, asks("Why", "The firms live on it.")]


class Role(Record):
    """The part that a metropolis plays in its country."""

    grade: Graded
    national: Annotated[Markdown, asks("Its part in the national innovation system", "Half the research.")] = Markdown(
        ""
    )
    urban: Annotated[Markdown, asks("Its part in the system of cities", "It has no rival.")] = Markdown("")
    figures: Annotated[tuple[Quantity, ...], asks("Numbers that show it")] = ()


class PracticesReport(HandIn):
    """`inputs/m4_concepts/<partner>.yaml`."""

    practices: Annotated[tuple[BestPractice, ...], asks("Best practices, at least one for each thematic group")]
    priorities: Annotated[tuple[TechnologyPriority, ...], asks("Which technologies matter to which cluster")]
    role: Annotated[Role | None, asks("The part that the metropolis plays in its country")] = None


class ProposalOf(Record):
    """A proposal of milestone 3, by its metropolis and id."""

    metropolis: Metropolis
    proposal: Annotated[Id, asks("The proposal, by its id in the file of that city", "common-list", ids=Ids.PROPOSALS)]


class ToolOf(Record):
    """A model or tool of milestone 2, by its metropolis and id."""

    metropolis: Metropolis
    tool: Annotated[Id, asks("The tool, by its id in the file of that city", "science-park", ids=Ids.TOOLS)]


class PracticeOf(Record):
    """A best practice of milestone 4, by its metropolis and id."""

    metropolis: Metropolis
    practice: Annotated[Id, asks("The practice, by its id there", "members-pay", ids=Ids.PRACTICES)]


class Concept(Record):
    """A transnational concept of one theme: for which clusters, and on what it rests."""

    id: Annotated[Id, asks("A short name that milestone 5 refers to", "clinical-chain")]
    name: Annotated[Text, asks("Its name as it is printed", "Clinical chain")]
    theme: Theme
    grade: Graded
    members: Annotated[tuple[Member, ...], asks("The clusters that it is for, of at least two cities")]
    proposals: Annotated[tuple[ProposalOf, ...], asks("The proposals of milestone 3 that it takes up")] = ()
    tools: Annotated[tuple[ToolOf, ...], asks("The tools of milestone 2 that it uses")] = ()
    practices: Annotated[tuple[PracticeOf, ...], asks("The best practices that it rests on")] = ()
    description: Annotated[Markdown, asks("What is to be done together", "Trials in three cities.")]


class Consideration(Record):
    """How the role of a metropolis was considered."""

    metropolis: Metropolis
    how: Annotated[Text, asks("What its role means for the priorities", "It tests, others build.")]


class JointPriority(Record):
    """A technology that several metropolises would take up together."""

    technology: Annotated[Technology, asks("The technology")]
    metropolises: Annotated[
        tuple[Id, ...], asks("The cities that would take it up", ["oslo", "riga"], ids=Ids.PARTNERS)
    ]
    reason: Annotated[Text, asks("Why together", "Goods pass both.")]


class TechnologyConcept(Record):
    """The concept for technology priorities in relation to transnational co-operation."""

    grade: Graded
    text: Annotated[Markdown, asks("The concept for technology priorities across borders", "Freight comes first.")]
    joint: Annotated[tuple[JointPriority, ...], asks("Technologies that several cities would take up together")]
    considered: Annotated[tuple[Consideration, ...], asks("How the role of each metropolis was considered")] = ()


class TransnationalConcepts(Convened):
    """`inputs/m4_concepts/coordinator.yaml`."""

    concepts: Annotated[tuple[Concept, ...], asks("The transnational concepts, at least one for each theme")]
    technologies: Annotated[TechnologyConcept, asks("The concept for technology priorities")]


@indexed
def practices_of(dossier: Dossier) -> Mapping[tuple[str, str], Entry[BestPractice]]:
    """Every best practice, by metropolis and id."""
    found = entries(dossier.of(PracticesReport), "practices", BestPractice)
    return {(each.author, each.record.id): each for each in found}


@indexed
def concepts_of(dossier: Dossier) -> Mapping[str, Entry[Concept]]:
    """Every transnational concept, by id."""
    return {each.record.id: each for each in entries(dossier.of(TransnationalConcepts), "concepts", Concept)}


def joint_of(dossier: Dossier) -> Iterator[Entry[JointPriority]]:
    """Every joint priority, in the order of the co-ordinator."""
    for delivery in dossier.of(TransnationalConcepts):
        for index, joint in enumerate(delivery.submission.technologies.joint):
            yield Entry(delivery, ("technologies", "joint", index), joint)


def considered_of(dossier: Dossier) -> Iterator[Entry[Consideration]]:
    """How the role of each metropolis was considered, in the order of the co-ordinator."""
    for delivery in dossier.of(TransnationalConcepts):
        for index, each in enumerate(delivery.submission.technologies.considered):
            yield Entry(delivery, ("technologies", "considered", index), each)
