"""Files below `inputs/` that nobody reads: a wrong name is the usual reason why a hand-in seems to be missing."""

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from wp3reports.diagnostics import Diagnostic, Span, warning
from wp3reports.model import Dossier, did_you_mean
from wp3reports.snapshot import Snapshot

_HAND_INS = (
    "a hand-in is inputs/<milestone>/<partner>.yaml, with the ids of inputs/partners.yaml, "
    "or inputs/<milestone>/coordinator.yaml"
)
_OTHERS = (
    'a picture is declared under "figures" of a hand-in in the same folder, one for the covers under "logos" of '
    "inputs/project.yaml; other files do not belong here"
)


def strays(snapshot: Snapshot, dossier: Dossier, expected: frozenset[str]) -> Iterator[Diagnostic]:
    """A warning for each file that is neither expected, nor a declared picture, nor a README."""
    declared = {f"inputs/{logo.file}" for logo in dossier.project.logos} | {
        f"inputs/{delivery.milestone}/{figure.file}"
        for delivery in dossier.deliveries
        for figure in delivery.submission.figures
    }
    # The figures of a hand-in that cannot be used are not known, so pictures beside it are not judged.
    unsure = tuple(f"{PurePosixPath(path).parent}/" for path in dossier.rejected)
    for path, _ in snapshot.under("inputs"):
        if unicodedata.normalize("NFC", path) in expected | declared or PurePosixPath(path).stem == "README":
            continue
        if ".yaml" in path.casefold() or ".yml" in path.casefold():
            message = "no hand-in is expected under this name, so the file is not read"
            yield warning(
                "file-unexpected", Span(path), message, label=_meant(path, expected, snapshot), help=_HAND_INS
            )
        elif not path.startswith(unsure):
            yield warning("file-unexpected", Span(path), "nothing refers to this file, so it is not used", help=_OTHERS)


def _meant(path: str, expected: frozenset[str], snapshot: Snapshot) -> str:
    """The hand-in of the same folder that is not there and has nearly this name."""
    here = PurePosixPath(path)
    absent = [PurePosixPath(each) for each in sorted(expected) if each not in snapshot.files]
    return did_you_mean(here.name.casefold(), [each.name for each in absent if each.parent == here.parent])
