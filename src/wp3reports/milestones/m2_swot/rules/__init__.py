"""The rules of milestone 2: what was selected is analysed, judged with reasons, fostered by tools, grouped in fields.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.m2_swot.rules.analyses import (
    analysis_twice,
    cluster_not_selected,
    maturity_unjustified,
    swot_missing,
)
from wp3reports.milestones.m2_swot.rules.definition import (
    definition_criteria_empty,
    field_cluster_missing,
    field_cluster_twice,
    field_twice,
    field_unknown_cluster,
)
from wp3reports.milestones.m2_swot.rules.statements import (
    quadrant_empty,
    quadrants_overlap,
    statement_id_twice,
    statement_repeated,
)
from wp3reports.milestones.m2_swot.rules.tools import (
    cluster_without_tool,
    tool_twice,
    tool_unselected_cluster,
    tool_without_cluster,
)
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    cluster_not_selected,
    swot_missing,
    analysis_twice,
    maturity_unjustified,
    quadrant_empty,
    quadrants_overlap,
    statement_repeated,
    statement_id_twice,
    tool_twice,
    tool_unselected_cluster,
    tool_without_cluster,
    cluster_without_tool,
    definition_criteria_empty,
    field_twice,
    field_unknown_cluster,
    field_cluster_missing,
    field_cluster_twice,
)
