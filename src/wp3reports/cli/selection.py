"""Which findings a command shows: by path or target, by code, by their weight."""

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

import click

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.model import did_you_mean
from wp3reports.pipeline import inputs_of
from wp3reports.workspace import shown

LEAST = {"error": Severity.ERROR, "warning": Severity.WARNING}  # of `--fail-on`; `never` has none


def places(folder: Path, given: Iterable[str], targets: Sequence[str]) -> list[str]:
    """The files and folders, as findings have them, that paths and targets mean; a usage error for what is neither."""
    return [place for each in given for place in _places(folder, each, targets)]


def _places(folder: Path, given: str, targets: Sequence[str]) -> list[str]:
    whole = Path(os.path.abspath(given))  # noqa: PTH100 - resolve() would follow a link, which is what is asked about
    place = whole.parent.resolve() / whole.name
    if os.path.lexists(place):
        if not place.is_relative_to(folder):
            raise click.UsageError(f"{click.format_filename(given)} lies outside the project, which is in {folder}")
        return [shown(PurePosixPath(place.relative_to(folder)))]
    meant = [target for target in targets if fnmatchcase(target, given)]
    if not meant:
        question = did_you_mean(given, targets)
        raise click.UsageError(f"there is no {click.format_filename(given)}{'; ' if question else ''}{question}")
    return [inputs_of(target) for target in meant]


def concerns(finding: Diagnostic, wanted: Sequence[str]) -> bool:
    """Whether a finding, or its other end, lies in one of the places; anything does when there are none."""
    found = [finding.span.path, *(note.span.path for note in finding.notes)]
    return not wanted or any(f"{place}/".startswith(f"{path}/" if path else "") for place in found for path in wanted)


def by_code(findings: Iterable[Diagnostic], select: Sequence[str], ignore: Sequence[str]) -> list[Diagnostic]:
    """The findings whose codes are selected, all without any, and not ignored; `*` and `?` stand for any text.

    A usage error for a name that no finding has.
    """
    kept = list(findings)
    if not select and not ignore:
        return kept
    from wp3reports.rulebook import PAGES  # noqa: PLC0415 - every page of the rule book, for a name typed by hand

    known = {*PAGES, *(finding.code for finding in kept)}
    for name in (*select, *ignore):
        if not any(fnmatchcase(code, name) for code in known) and not set(name) & set("*?"):
            question = did_you_mean(name, sorted(known))
            raise click.UsageError(f"no finding is called {name!r}{'; ' if question else ''}{question}")
    return [
        each
        for each in kept
        if (not select or any(fnmatchcase(each.code, name) for name in select))
        and not any(fnmatchcase(each.code, name) for name in ignore)
    ]


def fails(findings: Iterable[Diagnostic], least: str) -> bool:
    """Whether any finding weighs as much as `--fail-on` says."""
    return least in LEAST and any(finding.severity <= LEAST[least] for finding in findings)
