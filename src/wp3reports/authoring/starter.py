"""A project to start from: its plan, its partners, and what else lies in its folder. It checks and builds at once."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from wp3reports.authoring.catalogue import SCHEMAS
from wp3reports.authoring.schema import schema
from wp3reports.authoring.skeleton import skeleton
from wp3reports.milestones import MILESTONES
from wp3reports.model import PARTNERS_FILE, PROJECT_FILE, Ids, Partners, Project, slug

TITLES = {
    "m1_selection": "Selection of clusters",
    "m2_swot": "Strengths, weaknesses and tools",
    "m3_themes": "Thematic groups",
    "m4_concepts": "Transnational concepts",
    "m5_programmes": "Joint programmes",
    "final": "Final report",
}
_GROUPS = {
    "spatial_planning": "Clusters and spatial planning",
    "business_creation_procurement": "Business creation and public sector procurement",
    "division_of_labour": "Transnational forms of functional division of labour",
}
_MEETINGS = {
    "m1_selection": ("decision-meeting", "Project management meeting that decides on the clusters"),
    "m3_themes": ("thematic-groups-meeting", "Meeting of the thematic groups"),
    "m4_concepts": ("workshop", "Workshop of the thematic groups"),
    "m5_programmes": ("presentation", "Presentation of the joint programmes"),
    "final": ("final-conference", "Final conference"),
}
_DUE = 15  # the day of a milestone's last month on which hand-ins are due


class City(NamedTuple):
    """A partner as far as one knows it at the start; what stands here by default is to be corrected in the file."""

    name: str
    country: str = "XX"  # by ISO 3166 nobody's
    language: str = "en"
    latitude: str = "0"
    longitude: str = "0"


@dataclass(frozen=True)
class Start:
    """What a project begins with: its names, its cities, its first month and the months of each milestone."""

    acronym: str
    title: str
    cities: tuple[City, ...]
    first: date
    months: int = 6

    def month(self, number: int) -> date:
        """The first day of a month, counted from 0."""
        years, month = divmod(self.first.month - 1 + number, 12)
        return date(self.first.year + years, month + 1, 1)


def first_month(today: date, months: int = 6) -> date:
    """This year's January, or the next one's when the first hand-ins would be overdue already."""
    this = date(today.year, 1, 1)
    due = Start("", "", (), this, months).month(months - 1).replace(day=_DUE)
    return this if today <= due else date(today.year + 1, 1, 1)


def starter(start: Start) -> Mapping[str, str]:
    """The texts of a new project by their paths."""
    words = {Ids.MILESTONES.value: TITLES}
    modeline = f"# yaml-language-server: $schema=../{SCHEMAS}/"
    about = "# Identity of the project, words that every document carries, and the plan."
    who = "# Who is expected to hand in, in the order of all tables. One entry is one metropolis."
    return {
        PROJECT_FILE: f"{modeline}project.json\n{about}\n{skeleton(schema(Project, words), _project(start))}",
        PARTNERS_FILE: f"{modeline}partners.json\n{who}\n{skeleton(schema(Partners), _partners(start))}",
        ".gitignore": "/build/\n",
        "README.md": _readme(start),
    }


def _project(start: Start) -> Mapping[str, Any]:
    lead = f"City of {start.cities[0].name}"
    last = start.month(len(MILESTONES) * start.months - 1)
    return {
        "acronym": start.acronym,
        "title": start.title,
        "programme": "Own means",
        "start": str(start.first),
        "end": str(_last_day(last)),
        "lead_partner": lead,
        "coordinator": lead,
        "funding_statement": "The project is paid for by its partners",
        "disclaimer": "This publication gives the views of its authors only.",
        "dissemination": "PU",
        "keywords": ["clusters", "metropolises"],
        "copyright": f"The partners of {start.acronym}",
        "work_package": {
            "number": "3",
            "title": "Cluster Development",
            "coordinator": lead,
            "objective": "To prepare the clusters of the metropolises for work across borders.",
        },
        "milestones": [_period(start, number) for number in range(len(MILESTONES))],
        "thematic_groups": [{"id": name, "title": title} for name, title in _GROUPS.items()],
        "events": [_event(start, number) for number, each in enumerate(MILESTONES) if each.name in _MEETINGS],
        "abbreviations": [{"short": "SWOT", "long": "Strengths, weaknesses, opportunities and threats"}],
    }


def _period(start: Start, number: int) -> Mapping[str, str]:
    """The plan of the milestone of that number, counted from 0; the final report is due at its very end."""
    milestone = MILESTONES[number].name
    first, last = start.month(number * start.months), start.month((number + 1) * start.months - 1)
    due = last.replace(day=_DUE) if MILESTONES[number].local else _last_day(last)
    return {
        "milestone": milestone,
        "number": str(number + 1),
        "title": TITLES[milestone],
        "start": f"{first:%Y-%m}",
        "end": f"{last:%Y-%m}",
        "due": str(due),
        "deliverable": f"D3.{number + 1}",
    }


def _event(start: Start, number: int) -> Mapping[str, str]:
    milestone = MILESTONES[number].name
    name, title = _MEETINGS[milestone]
    planned = start.month((number + 1) * start.months - 1)
    return {"id": name, "title": title, "milestone": milestone, "planned": f"{planned:%Y-%m}"}


def _partners(start: Start) -> Mapping[str, Any]:
    return {"partners": [_partner(city) for city in start.cities]}


def _partner(city: City) -> Mapping[str, Any]:
    return {
        "id": slug(city.name),
        "metropolis": city.name,
        "country": city.country,
        "participation": "partner",
        "language": city.language,
        "latitude": city.latitude,
        "longitude": city.longitude,
        "organisations": [{"name": f"City of {city.name}"}],
        "contact": f"Local co-ordinator, City of {city.name}",
    }


def _last_day(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def _readme(start: Start) -> str:
    city = slug(start.cities[0].name)
    return f"""# {start.acronym}

Hand-ins, one YAML file for each milestone and metropolis, from which wp3reports makes the reports of the work package.

```sh
wp3reports new m1_selection --partner {city}   # a hand-in to fill in
wp3reports check                         # what is missing or does not fit
wp3reports build                         # the reports, in build/pdf
```

The plan stands in inputs/project.yaml, the partners in inputs/partners.yaml. The schemas in {SCHEMAS} help editors;
`wp3reports schema` renews them when plans, partners or ids have changed.
"""
