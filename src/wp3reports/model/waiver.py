"""Findings that the WP co-ordinator waives: `inputs/waivers.yaml`, which need not be there."""

from datetime import date
from typing import Annotated

from wp3reports.model.asking import asks
from wp3reports.model.fields import Day, Record, Text

WAIVERS_FILE = "inputs/waivers.yaml"


class Waiver(Record):
    """A finding at a place that need not be mended until a day: who says so, and why."""

    finding: Annotated[Text, asks("The name of the finding, as check prints it", "hand-in-missing")]
    place: Annotated[Text, asks("The file, or a place in it", "inputs/m3_themes/oslo.yaml#/experts/0")]
    reason: Annotated[Text, asks("Why it need not be mended", "Oslo takes part as an observer.")]
    who: Annotated[Text, asks("Who says so", "WP co-ordinator")]
    until: Annotated[Day, asks("The last day on which this holds")]

    def holds(self, day: date) -> bool:
        """Whether it is in force on that day, its last one included."""
        return day <= self.until

    @property
    def path(self) -> str:
        """The file that the place lies in."""
        return self.place.partition("#")[0]

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The way to the place in its file; empty when the whole file is meant."""
        steps = self.place.partition("#")[2].strip("/")
        return tuple(int(step) if step.isdecimal() else step for step in steps.split("/")) if steps else ()


class Waivers(Record):
    """`inputs/waivers.yaml`."""

    waivers: Annotated[tuple[Waiver, ...], asks("The findings that are waived")] = ()
