"""The rules of milestone 3: experts from selected clusters, analyses of handed-in tools, proposals that answer a SWOT.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.m3_themes.rules.analyses import (
    analysis_foreign_tool,
    analysis_twice,
    analysis_unknown_tool,
    analysis_unselected_cluster,
    analysis_without_tool,
)
from wp3reports.milestones.m3_themes.rules.answers import (
    proposal_other_cluster,
    proposal_unknown_statement,
    proposal_without_statement,
)
from wp3reports.milestones.m3_themes.rules.coverage import cluster_without_analysis, theme_without_analysis
from wp3reports.milestones.m3_themes.rules.experts import (
    expert_missing,
    expert_twice,
    expert_unnamed,
    expert_unselected_cluster,
)
from wp3reports.milestones.m3_themes.rules.groups import group_missing, group_twice
from wp3reports.milestones.m3_themes.rules.proposals import (
    proposal_missing,
    proposal_seeks_itself,
    proposal_seeks_nobody,
    proposal_twice,
    proposal_unknown_metropolis,
    proposal_unselected_cluster,
)
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    expert_missing,
    expert_unselected_cluster,
    expert_twice,
    expert_unnamed,
    analysis_unselected_cluster,
    analysis_twice,
    analysis_without_tool,
    analysis_unknown_tool,
    analysis_foreign_tool,
    theme_without_analysis,
    cluster_without_analysis,
    proposal_missing,
    proposal_twice,
    proposal_unselected_cluster,
    proposal_seeks_nobody,
    proposal_seeks_itself,
    proposal_unknown_metropolis,
    proposal_without_statement,
    proposal_unknown_statement,
    proposal_other_cluster,
    group_missing,
    group_twice,
)
