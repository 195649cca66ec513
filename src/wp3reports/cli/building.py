"""What `build` does when there is something to do: compile, then refuse, foretell, or lay out and bind."""

from collections.abc import Sequence
from typing import NamedTuple

from wp3reports.build import Ahead, Builder, Built, Times, Workers, only_build_in, remember
from wp3reports.cli.clustering import Asked, exporting
from wp3reports.cli.compiling import chosen, compiled
from wp3reports.cli.console import narration, say, show
from wp3reports.cli.language import require
from wp3reports.cli.progress import progress
from wp3reports.cli.project import WAITING
from wp3reports.cli.templates import keep_templates, take_templates
from wp3reports.cli.why import NotReadyError, outlooks_of, tell
from wp3reports.cli.wish import Wish
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.pdf import MissingLibrariesError
from wp3reports.pipeline import Compilation, Seen, unseen
from wp3reports.reasons import State, summary
from wp3reports.render import Editions
from wp3reports.reporters import REPORTERS, Report, counts
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder, changed

REASONS = 3  # that are shown of each report and part; `why` shows all


class Done(NamedTuple):
    """How a build ended; `built` is None where it was refused, `remarks` are findings that are no errors."""

    has_failed: bool
    built: Built | None = None
    remarks: int = 0


class _Made(NamedTuple):
    """What the inputs give; `errors` are some of the findings."""

    snapshot: Snapshot
    compilation: Compilation
    findings: Sequence[Diagnostic]

    @property
    def errors(self) -> list[Diagnostic]:
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def show(self, findings: Sequence[Diagnostic]) -> None:
        show(REPORTERS["text"](Report(findings, self.snapshot, self.compilation.partners)))


def foretell(wish: Wish, store: Store, style: str) -> Done:
    """Say what a build would do, and why; what is up to date stays out of the text."""
    made = _made(wish, unseen)
    if _is_refused(wish, made):
        return Done(has_failed=True)
    outlooks = outlooks_of(made.compilation, _chosen(wish, made), wish.places, store, is_final=wish.is_final)
    shown = outlooks if style == "json" else [each for each in outlooks if each.state is not State.UP_TO_DATE]
    tell(shown, style, most=REASONS)
    narration().print(f"{summary(outlooks)}; nothing was done")
    return Done(has_failed=False)


def carry_out(wish: Wish, store: Store, workers: Workers, helpers: Asked, times: Times) -> Done:
    """Bring the reports up to date, and show what stands in the way of some."""
    made = _made(wish, unseen if helpers.address else Ahead(store, workers.start, times))
    if _is_refused(wish, made):
        return Done(has_failed=True)
    volumes, said = _chosen(wish, made), narration()
    workers.limits = made.compilation.limits
    try:
        with (
            only_build_in(build_folder(wish.folder), lambda: said.print(WAITING)),
            exporting(workers, helpers, made.compilation.limits) as export,
            progress(said) as report,
        ):
            asked = wish.request(made.snapshot)
            builder = Builder(
                made.compilation,
                wish.places,
                wish.is_final,
                export,
                report,
                workers.bind,
                store,
                asked="" if made.errors else asked,
            )
            built = builder.run(volumes)
            keep_templates(wish.folder)
            times.write(wish.places.times)
            found = [*made.errors, *built.diagnostics, *changed(wish.folder, made.snapshot)]
            if not found and built.is_whole:
                remember(wish.places, asked, built, len(made.findings))
    except MissingLibrariesError as lacking:
        raise NotReadyError(f"{lacking}; see: wp3reports doctor") from None
    if found:
        made.show(found)
    return Done(bool(made.errors) or not built.is_whole, built, len(made.findings) - len(made.errors))


def _made(wish: Wish, seen: Seen) -> _Made:
    """What the project gives; a usage error for a language without labels."""
    take_templates(wish.folder)
    editions = Editions(wish.language, wish.targets)
    made = _Made(*compiled(wish.folder, wish.issued, editions=editions, asked=wish.targets, seen=seen))
    require(wish.language, made.snapshot)
    return made


def _is_refused(wish: Wish, made: _Made) -> bool:
    """Whether nothing is made; then it is told why."""
    errors, dossier = made.errors, made.compilation.dossier
    if not errors or not (wish.is_final or dossier is None):
        return False
    made.show(errors)
    why = "a release is made only without errors" if dossier else "the project files have errors"
    say(f"refused: {why} ({counts(errors)}); see: wp3reports check")
    return True


def _chosen(wish: Wish, made: _Made) -> tuple[Volume, ...]:
    return chosen(made.compilation.volumes, wish.targets, made.compilation.targets, made.snapshot)
