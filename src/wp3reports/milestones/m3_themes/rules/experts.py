"""What must hold of the experts: one for each thematic group, each from a selected cluster, in the end with a name."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, info, warning
from wp3reports.milestones.m3_themes.model import Expert, ThemesReport
from wp3reports.milestones.m3_themes.rules.selected import unselected
from wp3reports.milestones.m3_themes.rules.themes import planned, title
from wp3reports.model import Dossier, entries, repeated, weighed


def expert_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each metropolis sends an expert to each thematic group of the project.

    Why: a group compares the cities that sit in it; one without an expert has no voice in the concepts of milestone 4.
    For an observer this is a warning.

    What to do: add an entry under `experts` with the id of the group. Where nobody is found yet, write the function
    and the organisation, and `to be named` as the name.
    """
    for delivery in dossier.of(ThemesReport):
        sent = {expert.theme for expert in delivery.submission.experts}
        for group, note in planned(dossier):
            if group.id not in sent:
                finding = error(
                    "m3-expert-missing",
                    delivery.source.key_at("experts"),
                    f'{dossier.name(delivery.author)} sends no expert to the group "{group.title}"',
                    label=f'nobody for "{group.id}"',
                    notes=[note],
                )
                yield weighed(finding, dossier.partner(delivery.author))


def expert_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """Experts come from clusters that were selected in milestone 1.

    Why: the groups work for the selected clusters, and an expert speaks for the one that is named. Nothing is said
    while there is no decision on the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml, or send somebody from a selected
    cluster.
    """
    found = entries(dossier.of(ThemesReport), "experts", Expert)
    yield from unselected(dossier, "m3-expert-unselected-cluster", found, lambda _: "sends an expert from")


def expert_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis sends one expert to a thematic group.

    Why: the plan gives each city one seat in each group. Two may be meant to share it, so this is a warning.

    What to do: keep the one who will come, or correct the group of the other.
    """
    for delivery in dossier.of(ThemesReport):
        experts = delivery.submission.experts
        for index, first in repeated(expert.theme for expert in experts):
            yield warning(
                "m3-expert-twice",
                delivery.at("experts", index, "theme"),
                f"{dossier.name(delivery.author)} sends a second expert to the group "
                f"{title(dossier, experts[index].theme)}",
                label="again",
                notes=[Note(delivery.at("experts", first, "theme"), "the first one")],
            )


def expert_unnamed(dossier: Dossier) -> Iterator[Diagnostic]:
    """An expert has a name once the day is past on which the hand-ins are due.

    Why: a group can invite persons only. The function and the organisation are enough to plan with, so this is a
    remark, one for each city.

    What to do: replace `to be named` by the name, or leave it if there is none on record: the report says so.
    """
    for delivery in dossier.of(ThemesReport):
        period = dossier.project.period(delivery.milestone)
        unnamed = [index for index, expert in enumerate(delivery.submission.experts) if not expert.is_named]
        if period and dossier.issued > period.due and unnamed:
            themes = dict.fromkeys(delivery.submission.experts[index].theme for index in unnamed)
            yield info(
                "m3-expert-unnamed",
                delivery.at("experts", unnamed[0], "name"),
                f"{dossier.name(delivery.author)} has yet to name its expert for "
                f"{', '.join(title(dossier, theme) for theme in themes)}",
                label="no name yet",
                notes=[Note(delivery.at("experts", index, "name"), "nor here") for index in unnamed[1:]],
            )
