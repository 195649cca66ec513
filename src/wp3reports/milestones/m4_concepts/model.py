"""Milestone 4: best practices, technology priorities and roles of the metropolises; transnational concepts."""

from collections.abc import Mapping

from wp3reports.milestones.m2_swot.model import Member
from wp3reports.model import (
    Convened,
    Dossier,
    Entry,
    Grade,
    HandIn,
    Id,
    Labelled,
    Markdown,
    Quantity,
    Record,
    Text,
    entries,
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

    id: Id
    name: Text
    theme: Text
    cluster: Id
    tool: Id
    grade: Grade
    context: Markdown
    done: Markdown
    outcome: Markdown
    results: tuple[Quantity, ...] = ()
    conditions: Markdown


class TechnologyPriority(Record):
    """The weight of a technology for one selected cluster, and why."""

    technology: Technology
    cluster: Id
    weight: Weight
    reason: Text


class Role(Record):
    """The part that a metropolis plays in its country."""

    grade: Grade
    national: Markdown = Markdown("")  # in the national innovation system
    urban: Markdown = Markdown("")  # in the system of cities
    figures: tuple[Quantity, ...] = ()


class PracticesReport(HandIn):
    """`inputs/m4_concepts/<partner>.yaml`."""

    practices: tuple[BestPractice, ...]
    priorities: tuple[TechnologyPriority, ...]
    role: Role | None = None


class ProposalOf(Record):
    """A proposal of milestone 3, by its metropolis and id."""

    metropolis: Id
    proposal: Id


class ToolOf(Record):
    """A model or tool of milestone 2, by its metropolis and id."""

    metropolis: Id
    tool: Id


class PracticeOf(Record):
    """A best practice of milestone 4, by its metropolis and id."""

    metropolis: Id
    practice: Id


class Concept(Record):
    """A transnational concept of one theme: for which clusters, and on what it rests."""

    id: Id
    name: Text
    theme: Text
    grade: Grade
    members: tuple[Member, ...]
    proposals: tuple[ProposalOf, ...] = ()
    tools: tuple[ToolOf, ...] = ()
    practices: tuple[PracticeOf, ...] = ()
    description: Markdown


class Consideration(Record):
    """How the role of a metropolis was considered."""

    metropolis: Id
    how: Text


class JointPriority(Record):
    """A technology that several metropolises would take up together."""

    technology: Technology
    metropolises: tuple[Id, ...]
    reason: Text


class TechnologyConcept(Record):
    """The concept for technology priorities in relation to transnational co-operation."""

    grade: Grade
    text: Markdown
    joint: tuple[JointPriority, ...]
    considered: tuple[Consideration, ...] = ()


class TransnationalConcepts(Convened):
    """`inputs/m4_concepts/coordinator.yaml`."""

    concepts: tuple[Concept, ...]
    technologies: TechnologyConcept


def practices_of(dossier: Dossier) -> Mapping[tuple[str, str], Entry[BestPractice]]:
    """Every best practice, by metropolis and id."""
    found = entries(dossier.of(PracticesReport), "practices", BestPractice)
    return {(each.author, each.record.id): each for each in found}


def concepts_of(dossier: Dossier) -> Mapping[str, Entry[Concept]]:
    """Every transnational concept, by id."""
    return {each.record.id: each for each in entries(dossier.of(TransnationalConcepts), "concepts", Concept)}
