"""The final report: what the WP co-ordinator adds to the merged milestones."""

from wp3reports.model import HandIn, Markdown


class FinalText(HandIn):
    """`inputs/final/coordinator.yaml`; `summary` is the executive summary."""

    background: Markdown
    method: Markdown
