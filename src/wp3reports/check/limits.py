"""What must hold of the limits that the project sets to the layout of a part."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.model import PROJECT_FILE, RANGES, Dossier, Rule


def limit_out_of_range(dossier: Dossier) -> Iterator[Diagnostic]:
    """A limit to the layout of a part lets usual parts pass and ends what would take a machine down.

    Why: with too low a limit no report is printed; with too high a one, a hand-in that goes wrong holds up all others
    for hours or takes the memory of the whole machine. Until it is mended the nearest sensible limit is used.

    What to do: correct the number under `limits` in inputs/project.yaml, or leave it out.
    """
    for name, (least, most) in RANGES.items():
        given = getattr(dossier.project.limits, name)
        if not least <= given <= most:
            yield error(
                "limit-out-of-range",
                dossier.frame[PROJECT_FILE].at("limits", name),
                f"a limit of {given} {name} makes no sense",
                label=f"{least} to {most}",
            )


RULES: tuple[Rule, ...] = (limit_out_of_range,)
