"""The pictures that hand-ins name: found below the milestone's folder and drawn anew, or missed and told so."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar
from unicodedata import normalize

from wp3reports.diagnostics import Diagnostic, Span, error, ordered
from wp3reports.model import PROJECT_FILE, Dossier, did_you_mean
from wp3reports.render.drawn import judge, redrawn
from wp3reports.render.redrawing import UnusablePictureError
from wp3reports.snapshot import Snapshot

T = TypeVar("T")
_REMEDY = "save it anew as PNG or JPEG with at most 10 megapixels and 5 MB"


def pictures(snapshot: Snapshot, dossier: Dossier) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The pictures of all hand-ins and the logos by their paths in the project, and what is wrong with others."""
    assets: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for name, found in _each(snapshot, dossier, redrawn):
        if isinstance(found, Diagnostic):
            findings.append(found)
        else:
            assets[name] = found
    return assets, ordered(findings)


def unusable(snapshot: Snapshot, dossier: Dossier) -> tuple[Diagnostic, ...]:
    """The same findings; no picture is drawn for them."""
    return ordered(found for _, found in _each(snapshot, dossier, judge) if isinstance(found, Diagnostic))


def _each(snapshot: Snapshot, dossier: Dossier, draw: Callable[[bytes], T]) -> Iterator[tuple[str, T | Diagnostic]]:
    """Each picture that is named somewhere, with what is drawn of it or why there is nothing."""
    there: dict[str, Mapping[str, bytes]] = {}
    for folder, file, place in _declared(dossier):
        if folder not in there:
            there[folder] = {normalize("NFC", known): data for known, data in snapshot.under(folder)}
        found = _file(there[folder], folder, file, place)
        yield f"{folder}/{file}", found if isinstance(found, Diagnostic) else _drawn(found, file, place, draw)


def _declared(dossier: Dossier) -> Iterator[tuple[str, str, Span]]:
    """Each picture that is named somewhere: its folder, its path below it, and where it is named."""
    for index, logo in enumerate(dossier.project.logos):
        yield "inputs", logo.file, dossier.frame[PROJECT_FILE].at("logos", index, "file")
    for delivery in dossier.deliveries:
        for index, figure in enumerate(delivery.submission.figures):
            yield f"inputs/{delivery.milestone}", figure.file, delivery.at("figures", index, "file")


def _file(there: Mapping[str, bytes], folder: str, file: str, place: Span) -> bytes | Diagnostic:
    """The file as it was handed in, or why there is none."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file or path.as_posix() != file:
        message = f'"{file}" is no path below {folder}/'
        remedy = f"put the picture into {folder}/ and write its name, with the folders before it parted by /"
        return error("figure-unusable", place, message, label="leads elsewhere", help=remedy)
    data = there.get(f"{folder}/{file}")
    if data is None:
        near = did_you_mean(file, [known.removeprefix(f"{folder}/") for known in there if not known.endswith(".yaml")])
        message, remedy = f'there is no file "{file}" in {folder}/', "put the picture there, or correct its name"
        return error("figure-missing", place, message, label=near or "no such file", help=remedy)
    return data


def _drawn(data: bytes, file: str, place: Span, draw: Callable[[bytes], T]) -> T | Diagnostic:
    try:
        return draw(data)
    except UnusablePictureError as why:
        message = f'the picture "{file}" cannot be printed: {why}'
        return error("figure-unusable", place, message, label="left out", help=_REMEDY)
