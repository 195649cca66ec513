"""In which languages local reports are made. Merged reports are in one only, whatever the languages of their texts."""

from collections.abc import Iterable
from dataclasses import dataclass

from wp3reports.model import REPORTS, Partner

OWN = "own"  # each local report in the language of its metropolis


@dataclass(frozen=True)
class Editions:
    """The languages of local reports: one for all or `own`, and beside it those of the volumes that are named."""

    language: str = REPORTS
    named: tuple[str, ...] = ()  # such as `local/m2_swot/riga.lv`

    def of(self, target: str, partner: Partner, known: Iterable[str]) -> tuple[str, ...]:
        """The languages of one local report, each once; that of the merged reports for one that is not known."""
        asked = partner.language if self.language == OWN else self.language
        others = (name.rpartition(".")[2] for name in self.named if name.rpartition(".")[0] == target)
        found = (each if each in known else REPORTS for each in (asked, *others))
        return tuple(dict.fromkeys(found))


ENGLISH = Editions()


def edition(target: str, language: str) -> str:
    """The name of a report in a language: beside that of the merged reports, never in its place."""
    return target if language == REPORTS else f"{target}.{language}"


def city(partner: Partner, language: str) -> str:
    """A metropolis as it calls itself in its own language, by its first name there; elsewhere by the common one."""
    own = partner.own_name.partition(",")[0]
    return own if own and partner.language == language else partner.metropolis
