"""The final report: what the WP co-ordinator adds to the merged milestones."""

from wp3reports.milestones.m4_concepts.model import PracticeOf, ProposalOf
from wp3reports.model import Grade, HandIn, Id, Markdown, Record, Text


class Basis(Record):
    """What a recommendation rests on, by milestone; at least one of the lists has an entry."""

    proposals: tuple[ProposalOf, ...] = ()  # of milestone 3
    practices: tuple[PracticeOf, ...] = ()  # of milestone 4
    concepts: tuple[Id, ...] = ()  # of milestone 4
    programmes: tuple[Id, ...] = ()  # of milestone 5


class Recommendation(Record):
    """What should be done, by whom, and what it rests on."""

    id: Id
    name: Text
    addressed_to: Text
    grade: Grade
    text: Markdown
    rests_on: Basis


class FollowUp(Record):
    """A later project and how it is linked with this one."""

    name: Text
    period: Text
    link: Text
    description: Text
    source: Id


class FinalText(HandIn):
    """`inputs/final/coordinator.yaml`; `summary` is the executive summary."""

    background: Markdown
    method: Markdown
    conclusions: Markdown
    recommendations: tuple[Recommendation, ...]
    lessons: Markdown
    outlook: Markdown
    follow_ups: tuple[FollowUp, ...]
