"""Merge of milestone 3: the thematic groups, the proposals by field, who seeks whom, what the meetings leave to do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.milestones.m3_themes.merge.actions import Owed, owed
from wp3reports.milestones.m3_themes.merge.proposals import FieldProposals, Proposed, by_field, proposed
from wp3reports.milestones.m3_themes.merge.themes import Theme, themes
from wp3reports.milestones.m3_themes.merge.wishes import Match, Sought, matches, sought
from wp3reports.milestones.m3_themes.model import ThematicGroups, ThemesReport
from wp3reports.model import Delivery, Dossier, MilestoneReport, Period, grouped


@dataclass(frozen=True)
class ThemesMerge(MilestoneReport):
    """The merged milestone 3."""

    common: Delivery[ThematicGroups] | None
    themes: tuple[Theme, ...]
    proposals: tuple[Proposed, ...]
    fields: tuple[FieldProposals, ...]
    matches: tuple[Match, ...]  # by field, mutual ones first
    sought: Mapping[tuple[str, str], Sought]  # (who seeks, who is sought)
    owed: tuple[Owed, ...]  # by owner
    kinds: tuple[ActorKind, ...]

    @property
    def links(self) -> tuple[tuple[str, str, int], ...]:
        """The pairs of metropolises that seek each other, and in how many fields."""
        pairs = Counter((each.one.id, each.other.id) for each in self.matches if each.is_mutual)
        return tuple((*pair, number) for pair, number in pairs.items())

    def seeking(self, metropolis: str) -> tuple[str, ...]:
        """The names of the clusters for which a metropolis seeks others, each once."""
        return tuple(dict.fromkeys(name for _, each in self.sought_by.get(metropolis, ()) for name in each.clusters))

    @cached_property
    def proposals_of(self) -> Mapping[str, tuple[Proposed, ...]]:
        """The proposals of each metropolis, by its id."""
        return grouped(self.proposals, lambda each: [each.of.partner.id])

    @cached_property
    def sought_by(self) -> Mapping[str, tuple[tuple[str, Sought], ...]]:
        """Whom each metropolis seeks, by ids."""
        wished = ((who, (whom, each)) for (who, whom), each in self.sought.items())
        return {who: tuple(held for _, held in pairs) for who, pairs in grouped(wished, lambda pair: [pair[0]]).items()}


def merge(dossier: Dossier, period: Period) -> ThemesMerge:
    """What the metropolises analysed and proposed for the thematic groups, and how their wishes meet."""
    common = dossier.one(ThematicGroups)
    proposals = proposed(dossier)
    fields = by_field(dossier, proposals)
    found = matches(dossier.partners, fields)
    return ThemesMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(ThemesReport),
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
        themes=themes(dossier),
        proposals=proposals,
        fields=fields,
        matches=found,
        sought=sought(found),
        owed=owed(dossier),
        kinds=tuple(ActorKind),
    )
