"""The thematic groups: how each is set up, who sits in it, and what was analysed for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.milestones.m2_swot.model import tools_of
from wp3reports.milestones.m3_themes.merge.handed import Handed, handed
from wp3reports.milestones.m3_themes.model import Expert, Group, ThematicGroups, ThemeAnalysis
from wp3reports.model import Dossier, Entry, ThematicGroup, entries, grouped


@dataclass(frozen=True)
class Analysed:
    """An analysis with the names of its tools."""

    of: Handed[ThemeAnalysis]
    tools: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A thematic group of the project; `set_up` is what the co-ordinator says of it, `experts` are by metropolis."""

    group: ThematicGroup
    set_up: tuple[Entry[Group], ...]
    experts: Mapping[str, tuple[Handed[Expert], ...]]
    analyses: tuple[Analysed, ...]

    def seats(self, kind: ActorKind) -> int:
        """How many experts come from organisations of this kind."""
        return sum(each.record.kind is kind for experts in self.experts.values() for each in experts)

    def analysed(self, metropolis: str) -> tuple[Analysed, ...]:
        """The analyses of one metropolis."""
        return self._by_metropolis.get(metropolis, ())

    @cached_property
    def _by_metropolis(self) -> Mapping[str, tuple[Analysed, ...]]:
        return grouped(self.analyses, lambda each: [each.of.partner.id])


def themes(dossier: Dossier) -> tuple[Theme, ...]:
    """The groups of the project in their order, then whatever else was taken for a group: nothing is lost."""
    set_up = tuple(entries(dossier.of(ThematicGroups), "groups", Group))
    experts = tuple(handed(dossier, "experts", Expert))
    analyses = tuple(_analysed(dossier))
    groups = {group.id: group for group in dossier.project.thematic_groups}
    named = (
        [each.record.theme for each in set_up],
        [each.record.theme for each in experts],
        [each.of.record.theme for each in analyses],
    )
    for theme in chain(*named):
        groups.setdefault(theme, ThematicGroup(id=theme, title=theme))
    seats = grouped(experts, lambda each: [(each.partner.id, each.record.theme)])
    return tuple(
        Theme(
            group,
            tuple(each for each in set_up if each.record.theme == theme),
            {partner.id: seats.get((partner.id, theme), ()) for partner in dossier.partners},
            tuple(each for each in analyses if each.of.record.theme == theme),
        )
        for theme, group in groups.items()
    )


def _analysed(dossier: Dossier) -> tuple[Analysed, ...]:
    tools = tools_of(dossier)

    def name(author: str, tool: str) -> str:
        known = tools.get((author, tool))
        return known.record.name if known else tool

    return tuple(
        Analysed(each, tuple(name(each.partner.id, tool) for tool in each.record.tools))
        for each in handed(dossier, "analyses", ThemeAnalysis)
    )
