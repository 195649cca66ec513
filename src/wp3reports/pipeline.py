"""From a Snapshot to volumes: source, load, check, merge, render. Pure, total, no I/O.

The whole promise of the program is `compile_reports`; what prints, stores or serves comes after it. `examine` finds all
that is wrong with the hand-ins in a fraction of the time, because it asks no template; `sketch` makes what is wanted in
a fraction of that, because it runs no rule.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from wp3reports.check import check, settled
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.milestones import MILESTONES, merged
from wp3reports.model import Dossier, Limits, Milestone, Partner, hand_in_path
from wp3reports.render import ENGLISH, Editions, Wanted, render, unprintable
from wp3reports.snapshot import Snapshot
from wp3reports.source import Source

if TYPE_CHECKING:  # `check` makes no volumes and must not wait for what describes them
    from wp3reports.standing import Matrix
    from wp3reports.volume import Volume

Seen = Callable[["Volume", Limits], None]


def unseen(_: "Volume", __: Limits) -> None:
    """Nobody looks at volumes before all are made."""


@dataclass(frozen=True)
class Compilation:
    """The volumes of one run and everything that was found on the way; `sources` are the files by path.

    `dossier` is absent where the project files cannot be used.
    """

    volumes: "tuple[Volume, ...]"
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    partners: tuple[Partner, ...] = ()
    dossier: Dossier | None = None
    snapshot: Snapshot = field(default_factory=Snapshot, repr=False)  # what it was made from
    editions: Editions = ENGLISH  # the languages that its local reports are in

    @property
    def limits(self) -> Limits:
        """What the layout of each part may take."""
        return _limits(self.dossier) if self.dossier else Limits()

    @property
    def targets(self) -> tuple[str, ...]:
        """The names of all volumes that could be made, also of those that were not wanted."""
        return targets(self.dossier) if self.dossier else ()

    def place(self, pointer: str) -> Span:
        """The place that a pointer such as `inputs/m2_swot/riga.yaml#/analyses/0` means; the file where it is lost."""
        path, _, steps = pointer.partition("#/")
        source = self.sources.get(path)
        return source.at(*(_step(step) for step in steps.split("/"))) if source and steps else Span(path or "inputs")


def examine(snapshot: Snapshot, issued: date) -> Compilation:
    """All that is found in the inputs, and no volume."""
    dossier, found = _checked(snapshot, issued)
    if dossier is None:
        return Compilation((), found, {}, snapshot=snapshot)
    return _compilation(dossier, snapshot, (*found, *unprintable(dossier, snapshot)))


def compile_reports(
    snapshot: Snapshot,
    issued: date,
    wanted: Wanted = lambda _: True,
    editions: Editions = ENGLISH,
    seen: Seen = unseen,
) -> Compilation:
    """All volumes that the inputs give, or those that are wanted, and all findings, those in templates too.

    Each volume is `seen` as soon as it is made, with what the layout of its parts may take.
    """
    dossier, found = _checked(snapshot, issued)
    if dossier is None:
        return Compilation((), found, {}, snapshot=snapshot)
    volumes, faults = _printed(dossier, found, snapshot, wanted, editions, seen)
    made = _compilation(dossier, snapshot, (*found, *faults, *unprintable(dossier, snapshot)), volumes)
    return replace(made, editions=editions)


def sketch(snapshot: Snapshot, issued: date, wanted: Wanted) -> Compilation:
    """The volumes that are wanted, at once: nothing is checked, and found is only what stands against reading."""
    dossier, found = load(snapshot, issued)
    if dossier is None:
        return Compilation((), found, {}, snapshot=snapshot)
    volumes, faults = _printed(dossier, found, snapshot, wanted)
    return _compilation(dossier, snapshot, (*found, *faults), volumes)


def targets(dossier: Dossier) -> tuple[str, ...]:
    """The names of the volumes that `compile_reports` makes of a dossier, in their order."""
    return tuple(name for milestone in MILESTONES for name in _names(milestone, dossier))


def inputs_of(target: str) -> str:
    """What a volume is made from: a hand-in, the folder of a milestone, or everything."""
    match target.split("/"):
        case ["local", milestone, partner]:
            return hand_in_path(milestone, partner)
        case ["milestone", milestone]:
            return f"inputs/{milestone}"
        case _:
            return "inputs"


def _checked(snapshot: Snapshot, issued: date) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    dossier, found = load(snapshot, issued)
    return dossier, found if dossier is None else (*found, *check(dossier))


def _printed(  # noqa: PLR0913, PLR0917 - one parameter for each thing that reports depend on
    dossier: Dossier,
    found: Sequence[Diagnostic],
    snapshot: Snapshot,
    wanted: Wanted,
    editions: Editions = ENGLISH,
    seen: Seen = unseen,
) -> "tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]":
    reports = tuple(
        merged(milestone, dossier, period)
        for milestone in MILESTONES
        if (period := dossier.project.period(milestone.name)) is not None
        and any(map(wanted, _names(milestone, dossier)))
    )

    @cache
    def matrix() -> "Matrix":
        from wp3reports.standing import survey  # noqa: PLC0415 - `check` needs no matrix

        return survey(dossier, settled(dossier, found))  # what is found from here on is too late for the drafts

    limits = _limits(dossier)
    return render(dossier, reports, matrix, snapshot, wanted, editions, lambda volume: seen(volume, limits))


def _limits(dossier: Dossier) -> Limits:
    return dossier.project.limits.sensible()


def _compilation(
    dossier: Dossier, snapshot: Snapshot, found: Sequence[Diagnostic], volumes: "tuple[Volume, ...]" = ()
) -> Compilation:
    sources = {each.source.path: each.source for each in dossier.deliveries} | dict(dossier.frame)
    return Compilation(volumes, settled(dossier, found), sources, dossier.partners, dossier, snapshot)


def _names(milestone: Milestone, dossier: Dossier) -> Iterator[str]:
    if dossier.project.period(milestone.name) is None:
        return
    if milestone.local is None:
        yield from ("final", "final-annex")
        return
    handed_in = {each.author for each in dossier.deliveries if each.milestone == milestone.name}
    yield from (f"local/{milestone.name}/{partner.id}" for partner in dossier.partners if partner.id in handed_in)
    yield f"milestone/{milestone.name}"


def _step(step: str) -> str | int:
    return int(step) if step.isdigit() else step
