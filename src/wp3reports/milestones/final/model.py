"""The final report: what the WP co-ordinator adds to the merged milestones."""

from typing import Annotated

from wp3reports.milestones.m4_concepts.model import PracticeOf, ProposalOf
from wp3reports.model import Evidence, Graded, HandIn, Id, Ids, Markdown, Record, Text, asks


class Basis(Record):
    """What a recommendation rests on, by milestone; at least one of the lists has an entry."""

    proposals: Annotated[tuple[ProposalOf, ...], asks("Proposals of milestone 3")] = ()
    practices: Annotated[tuple[PracticeOf, ...], asks("Best practices of milestone 4")] = ()
    concepts: Annotated[tuple[Id, ...], asks("Concepts of milestone 4", ["clinical-chain"], ids=Ids.CONCEPTS)] = ()
    programmes: Annotated[tuple[Id, ...], asks("Programmes of milestone 5", ["test-users"], ids=Ids.PROGRAMMES)] = ()


class Recommendation(Record):
    """What should be done, by whom, and what it rests on."""

    id: Annotated[Id, asks("A short name", "buy-together")]
    name: Annotated[Text, asks("Its name as it is printed", "Buy together")]
    addressed_to: Annotated[Text, asks("Who should act", "City councils")]
    grade: Graded
    text: Annotated[Markdown, asks("What should be done", "Two cities tender as one.")]
    rests_on: Annotated[Basis, asks("What it rests on, at least one entry in one list")]


class FollowUp(Record):
    """A later project and how it is linked with this one."""

    name: Annotated[Text, asks("The name of the project", "StarDust")]
    period: Annotated[Text, asks("From when to when", "2010-2013")]
    link: Annotated[Text, asks("How it is linked with this one", "the same partners")]
    description: Annotated[Text, asks("What it does", "It tests joint services.")]
    source: Evidence


class FinalText(HandIn):
    """`inputs/final/coordinator.yaml`; `summary` is the executive summary."""

    background: Annotated[Markdown, asks("Why there was this work package", "Clusters end at borders.")]
    method: Annotated[Markdown, asks("How it was worked", "In five milestones.")]
    conclusions: Annotated[Markdown, asks("What was learnt about clusters", "Size is not enough.")]
    recommendations: Annotated[tuple[Recommendation, ...], asks("What should be done, by whom, and on what that rests")]
    lessons: Annotated[Markdown, asks("What was learnt about the work itself", "Dates first.")]
    outlook: Annotated[Markdown, asks("What comes next", "Programmes begin.")]
    follow_ups: Annotated[tuple[FollowUp, ...], asks("Later projects that build on this one")]
