"""The rules of milestone 4: practices, priorities and roles of the cities, and the concepts that rest on them.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.m4_concepts.rules.concepts import (
    concept_one_member,
    concept_twice,
    concept_unknown_metropolis,
    concept_unselected_cluster,
    theme_without_concept,
)
from wp3reports.milestones.m4_concepts.rules.joint import (
    joint_one_metropolis,
    joint_unknown_metropolis,
    joint_without_priority,
)
from wp3reports.milestones.m4_concepts.rules.practices import (
    practice_other_cluster,
    practice_twice,
    practice_unknown_tool,
    practice_unselected_cluster,
    theme_without_practice,
)
from wp3reports.milestones.m4_concepts.rules.priorities import (
    cluster_without_priority,
    priorities_all_alike,
    priority_twice,
    priority_unselected_cluster,
)
from wp3reports.milestones.m4_concepts.rules.roles import (
    considered_twice,
    considered_unknown_metropolis,
    role_missing,
    role_not_considered,
    role_not_handed_in,
)
from wp3reports.milestones.m4_concepts.rules.support import (
    concept_other_theme,
    concept_proposal_not_member,
    concept_unknown_practice,
    concept_unknown_proposal,
    concept_unknown_tool,
    concept_without_practice,
    concept_without_proposal,
    proposal_unused,
)
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    practice_twice,
    practice_unselected_cluster,
    practice_unknown_tool,
    practice_other_cluster,
    theme_without_practice,
    priority_unselected_cluster,
    priority_twice,
    cluster_without_priority,
    priorities_all_alike,
    role_missing,
    concept_twice,
    concept_unknown_metropolis,
    concept_unselected_cluster,
    concept_one_member,
    theme_without_concept,
    concept_without_proposal,
    concept_without_practice,
    concept_unknown_proposal,
    concept_unknown_tool,
    concept_unknown_practice,
    concept_other_theme,
    concept_proposal_not_member,
    proposal_unused,
    role_not_considered,
    role_not_handed_in,
    considered_unknown_metropolis,
    considered_twice,
    joint_unknown_metropolis,
    joint_without_priority,
    joint_one_metropolis,
)
