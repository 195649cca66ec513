"""What must hold of each analysis by theme and cluster: a selected cluster, and tools of milestone 2 that foster it."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m2_swot.model import SwotReport, tools_of
from wp3reports.milestones.m3_themes.model import ThemeAnalysis, ThemesReport
from wp3reports.milestones.m3_themes.rules.selected import unselected
from wp3reports.milestones.m3_themes.rules.themes import title
from wp3reports.model import Dossier, Entry, entries, meant, repeated, weighed


def analysis_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """Models and tools are analysed for clusters that were selected in milestone 1.

    Why: the groups compare the selected clusters; an analysis of another one stands beside nothing. Nothing is said
    while there is no decision on the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml.
    """
    yield from unselected(dossier, "m3-analysis-unselected-cluster", _analyses(dossier), lambda _: "analyses tools of")


def analysis_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis analyses each of its clusters once for a theme.

    Why: two analyses of one cluster in one theme may contradict each other, and the table of the theme has one row for
    both.

    What to do: bring the two together, or correct the theme or the cluster of one.
    """
    for delivery in dossier.of(ThemesReport):
        analyses = delivery.submission.analyses
        for index, first in repeated((analysis.theme, analysis.cluster) for analysis in analyses):
            theme, cluster = analyses[index].theme, analyses[index].cluster
            yield error(
                "m3-analysis-twice",
                delivery.at("analyses", index, "cluster"),
                f'{dossier.name(delivery.author)} analyses "{cluster}" twice for {title(dossier, theme)}',
                label="again",
                notes=[Note(delivery.at("analyses", first, "cluster"), "first analysed here")],
            )


def analysis_without_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """An analysis is about at least one model or tool.

    Why: the plan asks for a deeper analysis of models and tools; what is said without one cannot be taken up elsewhere.
    There may be no tool in truth, so this is a warning; for observers it is a remark.

    What to do: name under `tools` those of milestone 2 that the analysis is about. If there is none, say under
    `missing` what it should be.
    """
    for each in _analyses(dossier):
        if not each.record.tools:
            finding = warning(
                "m3-analysis-without-tool",
                each.key_at("tools"),
                f'{dossier.name(each.author)} analyses "{each.record.cluster}" for '
                f"{title(dossier, each.record.theme)} without a model or tool",
                label="none is named",
            )
            yield weighed(finding, dossier.partner(each.author))


def analysis_unknown_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """The tools of an analysis are those that the same metropolis handed in at milestone 2.

    Why: milestone 3 goes deeper into what was described there; of another tool nobody knows owner and purpose. Nothing
    is said while the metropolis has no hand-in of milestone 2.

    What to do: use the id of the tool in the city's file of milestone 2, or describe the tool there.
    """
    tools = tools_of(dossier)
    for each, position, tool in _named_tools(dossier):
        described = dossier.one(SwotReport, each.author)
        if described and (each.author, tool) not in tools:
            own = [name for city, name in tools if city == each.author]
            yield error(
                "m3-analysis-unknown-tool",
                each.at("tools", position),
                f'{dossier.name(each.author)} analyses the tool "{tool}", which it did not hand in at milestone 2',
                label="not handed in",
                near=meant(tool, own),
                notes=[Note(described.source.key_at("tools"), f"the tools of {dossier.name(each.author)}")],
            )


def analysis_foreign_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """A tool is analysed for a cluster that it fosters by the city's own word in milestone 2.

    Why: two hand-ins of one city contradict each other when a tool that fosters one cluster is judged by another. The
    tool may have been taken up since, so this is a warning.

    What to do: correct the tool or the cluster, or add the cluster to `clusters` of the tool in milestone 2.
    """
    tools = tools_of(dossier)
    for each, position, name in _named_tools(dossier):
        tool = tools.get((each.author, name))
        if tool and each.record.cluster not in tool.record.clusters:
            yield warning(
                "m3-analysis-foreign-tool",
                each.at("tools", position),
                f'{dossier.name(each.author)} analyses the tool "{name}" for "{each.record.cluster}", '
                "which it does not foster by milestone 2",
                label=f'not a tool of "{each.record.cluster}"',
                notes=[Note(tool.key_at("clusters"), "what it fosters")],
            )


def _analyses(dossier: Dossier) -> Iterator[Entry[ThemeAnalysis]]:
    return entries(dossier.of(ThemesReport), "analyses", ThemeAnalysis)


def _named_tools(dossier: Dossier) -> Iterator[tuple[Entry[ThemeAnalysis], int, str]]:
    """Each analysis with each of its tools, and where that stands in the list."""
    for each in _analyses(dossier):
        for position, tool in enumerate(each.record.tools):
            yield each, position, tool
