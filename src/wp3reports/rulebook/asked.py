"""What the work package asks for, milestone by milestone and of all hand-ins, in our own words: why there are rules."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Asked(NamedTuple):
    """A heading of the rule book, and what is asked for under it."""

    title: str
    text: str


READING: Final = Asked(
    "Reading a file",
    "Hand-ins are typed by people in eleven cities, with whatever editor each of them has. A file is read exactly as "
    "it stands: nothing is guessed, and nothing that was typed is lost without a word.",
)
FIELDS: Final = Asked(
    "Fields, values and file names",
    "All metropolises answer the same questions, so that their answers can be laid side by side: the same fields, the "
    "same words to choose from, one file for each city and milestone.",
)
FOLDER: Final = Asked(
    "The project's folder",
    "The files of a project go from disk to disk among its partners, and its reports must come out the same on each.",
)
PRINTED: Final = Asked(
    "Texts, pictures and templates",
    "The texts of all cities are printed in one layout, on paper and as accessible PDF. What cannot be printed as it "
    "is meant is printed as typed, and told.",
)
COMMON: Final = Asked(
    "Every hand-in",
    "In each milestone every metropolis hands in an analysis by the day of the plan, and the co-ordinator of the work "
    "package adds the common part and reports the meetings. What is claimed has a source; the plan is never taken for "
    "what happened.",
)
PAPER: Final = Asked(
    "Pages and PDFs",
    "The reports are documents of public bodies: they must print everywhere, be readable by everyone, and be kept.",
)

ASKED: Final[Mapping[str, Asked]] = MappingProxyType(
    {
        "m1_selection": Asked(
            "Milestone 1: selection of clusters",
            "Until June 2005 each metropolis describes the clusters that it has in a pre-phase, says what would "
            "follow if they were introduced in the others, and proposes three. The project management meeting decides "
            "on three for each region, on the basis of these reports.",
        ),
        "m2_swot": Asked(
            "Milestone 2: strengths, weaknesses, maturity and tools",
            "Until December 2005 each metropolis analyses the strengths, weaknesses, opportunities and threats of "
            "exactly the clusters selected in milestone 1, says how mature each is, and describes and judges the "
            "models and tools that foster them. The co-ordinator defines in common what a cluster of transnational "
            "interest is.",
        ),
        "m3_themes": Asked(
            "Milestone 3: thematic groups",
            "Until June 2006 each metropolis sends an expert from a selected cluster to each thematic group, looks "
            "deeper into the models and tools of its clusters for each theme, and proposes how to develop clusters and"
            " what to do together. The co-ordinator sets up the groups and reports their meetings in Oslo and "
            "Stockholm.",
        ),
        "m4_concepts": Asked(
            "Milestone 4: transnational concepts",
            "Until December 2006 the groups work out best practices and tools, and the metropolises state their "
            "technology priorities and their role in the national innovation and urban system. The co-ordinator "
            "reports the workshops in Malmö, Berlin and Helsinki and writes the concepts, which consider those roles.",
        ),
        "m5_programmes": Asked(
            "Milestone 5: joint programmes",
            "Until June 2007 each metropolis makes concrete proposals, commits itself to some, and tells others of the"
            " results. Joint programmes are initiated on this ground; the co-ordinator reports the workshop in Warsaw "
            "and the presentation in Copenhagen.",
        ),
        "final": Asked(
            "The final report",
            "At the end of 2007 the co-ordinator draws the conclusions and recommends what follows from them; each "
            "recommendation rests on what the milestones brought, and says whom it is for.",
        ),
    }
)
