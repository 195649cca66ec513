"""Names that come out of a file of unknown origin, made harmless: they stay in their folder, and print as one line."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

import click

LONGEST = 120  # bytes of one step of a path; file systems take 255
_FORBIDDEN = frozenset('<>:"|?*')  # by Windows
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def printable(text: str) -> str:
    """The text on one line, without what could steer a terminal."""
    return "".join(each if each.isprintable() else "�" for each in text)


def inside(folder: Path, paths: Iterable[str]) -> Iterator[Path]:
    """A place in the folder for each path, all different, however the paths look.

    A usage error where a link in the folder would lead out of it.
    """
    taken: set[str] = set()
    for path in paths:
        steps = [step for each in re.split(r"[/\\]", normalize("NFC", path)) if (step := _harmless(each))]
        place = folder.joinpath(*steps or ["unnamed"])
        number = 1
        while str(place).casefold() in taken:
            number += 1
            place = place.with_name(f"{number}-{(steps or ['unnamed'])[-1]}")
        taken.add(str(place).casefold())
        if not place.parent.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"a link in {click.format_filename(folder)} leads out of it")
        yield place


def _harmless(step: str) -> str:
    """One step of a path as a name that every system takes; empty where nothing is left."""
    kept = "".join(each if each.isprintable() and each not in _FORBIDDEN else "_" for each in step).strip(". ")
    kept = kept.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore")
    return f"_{kept}" if _DEVICES.fullmatch(kept) else kept
