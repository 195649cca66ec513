"""The rules of milestone 5: proposals rest on concepts and partners who commit themselves, programmes on evidence.

Each rule is one function with one code; its docstring is the page that `wp3reports explain` prints.
"""

from wp3reports.milestones.m5_programmes.rules.commitments import (
    commitment_not_partner,
    commitment_to_itself,
    commitment_twice,
    commitment_unknown_metropolis,
    commitment_unknown_proposal,
    proposal_partner_uncommitted,
)
from wp3reports.milestones.m5_programmes.rules.dissemination import (
    dissemination_twice,
    dissemination_unknown_event,
    dissemination_unrecorded,
    local_dissemination_dated_ahead,
)
from wp3reports.milestones.m5_programmes.rules.partners import (
    proposal_lead_no_partner,
    proposal_not_in_concept,
    proposal_one_partner,
    proposal_partner_twice,
    proposal_unknown_partner,
    proposal_unselected_cluster,
    proposal_without_author,
)
from wp3reports.milestones.m5_programmes.rules.programmes import (
    programme_lead_no_partner,
    programme_one_partner,
    programme_twice,
    programme_unknown_partner,
    programme_without_step,
)
from wp3reports.milestones.m5_programmes.rules.proposals import (
    proposal_activity_backwards,
    proposal_twice,
    proposal_unknown_concept,
    proposal_without_activity,
    proposal_without_concept,
)
from wp3reports.milestones.m5_programmes.rules.taken_up import (
    programme_chain_broken,
    programme_partner_without_proposal,
    programme_unknown_proposal,
    programme_without_proposal,
    proposal_unused,
)
from wp3reports.model import Rule

RULES: tuple[Rule, ...] = (
    proposal_twice,
    proposal_without_concept,
    proposal_unknown_concept,
    proposal_without_activity,
    proposal_activity_backwards,
    proposal_one_partner,
    proposal_unknown_partner,
    proposal_partner_twice,
    proposal_without_author,
    proposal_lead_no_partner,
    proposal_unselected_cluster,
    proposal_not_in_concept,
    proposal_partner_uncommitted,
    commitment_unknown_metropolis,
    commitment_unknown_proposal,
    commitment_to_itself,
    commitment_twice,
    commitment_not_partner,
    programme_twice,
    programme_one_partner,
    programme_unknown_partner,
    programme_lead_no_partner,
    programme_without_step,
    programme_without_proposal,
    programme_unknown_proposal,
    programme_partner_without_proposal,
    proposal_unused,
    programme_chain_broken,
    dissemination_unknown_event,
    dissemination_twice,
    dissemination_unrecorded,
    local_dissemination_dated_ahead,
)
