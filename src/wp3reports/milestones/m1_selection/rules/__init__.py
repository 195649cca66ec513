"""The rules of milestone 1, in the order in which the milestone is worked: described, weighed, proposed, decided.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.m1_selection.rules.clusters import (
    cluster_twice,
    shared_not_mirrored,
    shared_unknown_metropolis,
    shared_with_itself,
)
from wp3reports.milestones.m1_selection.rules.consequences import (
    consequence_for_itself,
    consequence_missing,
    consequence_twice,
    consequence_unknown_metropolis,
)
from wp3reports.milestones.m1_selection.rules.decision import (
    decision_event,
    decision_metropolis_missing,
    decision_metropolis_twice,
    decision_unknown_metropolis,
)
from wp3reports.milestones.m1_selection.rules.proposal import (
    proposal_cluster_twice,
    proposal_count,
    proposal_ranks,
    proposal_unknown_cluster,
)
from wp3reports.milestones.m1_selection.rules.selection import (
    decision_differs,
    decision_unknown_cluster,
    selection_cluster_twice,
    selection_count,
)
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    cluster_twice,
    shared_unknown_metropolis,
    shared_with_itself,
    shared_not_mirrored,
    consequence_unknown_metropolis,
    consequence_for_itself,
    consequence_twice,
    consequence_missing,
    proposal_count,
    proposal_ranks,
    proposal_unknown_cluster,
    proposal_cluster_twice,
    decision_event,
    decision_unknown_metropolis,
    decision_metropolis_missing,
    decision_metropolis_twice,
    decision_unknown_cluster,
    decision_differs,
    selection_count,
    selection_cluster_twice,
)
