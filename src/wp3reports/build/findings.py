"""What laying out, binding and storing found, as findings at their places in the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wp3reports import pdf
from wp3reports.build.endings import REACHED
from wp3reports.diagnostics import Diagnostic, Span, error, warning
from wp3reports.volume import Part, Volume

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.pipeline import Compilation

_CHANGE = "change the text or the template at this place"
_REFUSED = "a release refuses what cannot be printed whole"
_UNWRITTEN = "no volume that holds this part was written"
_FAILED = f"{_UNWRITTEN}; if the text is not to blame, please report it"
_DISK = "if this comes again, look after the disk"
_BINDING = "the old file stays as it was; mend the template that makes the link, or report it as a bug"


def of_part(part: Part, printed: pdf.Printed, compilation: "Compilation", *, is_final: bool) -> Iterator[Diagnostic]:
    """What the layout of a part found. Where content is lost, a release refuses and a draft warns."""
    has_failed = not printed.pages
    for flaw in printed.flaws:
        if flaw.code in REACHED:
            yield _of_limit(flaw, part, compilation)
            continue
        stops = flaw.fatal and (is_final or has_failed)
        yield (error if stops else warning)(
            flaw.code,
            _place(flaw.source, part, compilation),
            f"{flaw.message} (in {part.name})",
            help=_FAILED if has_failed else _remedy(flaw),
        )


def _remedy(flaw: pdf.Flaw) -> str:
    """What to do about a flaw, and what comes of it if nothing is done."""
    what = flaw.remedy or _CHANGE
    return f"{what}; {_REFUSED}" if flaw.fatal else what


def _of_limit(flaw: pdf.Flaw, part: Part, compilation: "Compilation") -> Diagnostic:
    """A part whose layout took too much: at the heaviest of its sections, which is most likely to blame."""
    from wp3reports.build.sections import heaviest  # noqa: PLC0415 - loads lxml, and is hardly ever asked

    section = heaviest(part.html)
    heaviest_is = f'; most of it stands under "{section.heading}"' if section.heading else ""
    return error(
        flaw.code,
        _place(section.source, part, compilation),
        f"{flaw.message}{heaviest_is} (in {part.name})",
        help=f"shorten it, or raise `{REACHED[flaw.code]}` under `limits` in inputs/project.yaml; {_UNWRITTEN}",
    )


def _place(pointer: str, part: Part, compilation: "Compilation") -> Span:
    """Where the pointer leads; without one the hand-in that the part is of, if it is of one."""
    hand_in = f"inputs/{part.name}.yaml"
    return compilation.place(pointer) if pointer else Span(hand_in if hand_in in compilation.sources else "inputs")


def of_binding(volume: Volume, fault: Exception) -> Diagnostic:
    """A volume whose parts could not be joined."""
    reason = str(fault) or type(fault).__name__
    return error("pdf-not-bound", Span("inputs"), f"{volume.name} cannot be bound: {reason}", help=_BINDING)


def of_numbering(volume: str) -> Diagnostic:
    """A volume in which each round of layout moved the pages again."""
    message = f"the page numbers in the contents of {volume} do not settle; some may be wrong"
    return error("pdf-unsettled", Span("inputs"), message, help="shorten or lengthen a heading, and report it as a bug")


def of_engine(differences: Sequence[str]) -> Iterator[Diagnostic]:
    """An engine that is not the one whose inside we know: said once, not for each part."""
    if differences:
        message = (
            f"the engine is not the one that is known, so tags say less and pages are not judged: {differences[0]}"
        )
        yield warning("pdf-unseen", Span("inputs"), message, help="wp3reports doctor")


def of_store(own: Path, damaged: Iterable[Path]) -> Iterator[Diagnostic]:
    """Entries that were found damaged, in the own store or behind it; nothing that was built is."""
    for path in damaged:
        is_own = path.is_relative_to(own)
        yield warning(
            "store-damaged",
            Span(_shown(path, own)),
            f"a stored part was damaged; it was {'removed and is laid out again' if is_own else 'left where it is'}",
            help=_DISK if is_own else "tell whoever keeps that store",
        )


def of_manifest(path: Path, store: Path) -> Diagnostic:
    """A manifest that is not as it was written."""
    message = "the record of what was built cannot be used; it was written anew"
    return warning("manifest-damaged", Span(_shown(path, store)), message, help=_DISK)


def _shown(path: Path, store: Path) -> str:
    """A path from the project's root, which holds the build folder, which holds the store; another one as it is."""
    root = store.parents[1]
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
