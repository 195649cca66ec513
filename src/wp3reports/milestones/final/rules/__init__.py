"""The rules of the final report: recommendations that rest on what was handed in, and words used in one sense.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.final.rules.recommendations import (
    recommendation_missing,
    recommendation_rests_on_nothing,
    recommendation_twice,
)
from wp3reports.milestones.final.rules.rests import (
    recommendation_unknown_concept,
    recommendation_unknown_practice,
    recommendation_unknown_programme,
    recommendation_unknown_proposal,
)
from wp3reports.milestones.final.rules.terms import abbreviation_written_otherwise, cluster_named_in_two_ways
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    recommendation_missing,
    recommendation_twice,
    recommendation_rests_on_nothing,
    recommendation_unknown_proposal,
    recommendation_unknown_practice,
    recommendation_unknown_concept,
    recommendation_unknown_programme,
    cluster_named_in_two_ways,
    abbreviation_written_otherwise,
)
