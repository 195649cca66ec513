"""Safe fixes: the edits that findings carry, put into a text that stays as it is everywhere else, byte for byte."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import unified_diff

from wp3reports.diagnostics import Diagnostic, Edit
from wp3reports.snapshot import Snapshot

_MARK = "\ufeff"  # of byte order, which an editor does not count


def fixed(findings: Iterable[Diagnostic], snapshot: Snapshot) -> Mapping[str, bytes]:
    """The files that change, as they are with all fixes that do not touch each other."""
    edits: dict[str, set[Edit]] = defaultdict(set)
    for finding in findings:
        for edit in finding.fix:
            edits[edit.span.path].add(edit)
    changed = {path: _edited(snapshot.files[path], here) for path, here in sorted(edits.items())}
    return {path: data for path, data in changed.items() if data != snapshot.files[path]}


def difference(changed: Mapping[str, bytes], snapshot: Snapshot) -> str:
    """What changes, as a unified diff."""
    return "".join(
        line
        for path, data in changed.items()
        for line in unified_diff(_lines(snapshot.files[path]), _lines(data), f"a/{path}", f"b/{path}")
    )


def _edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The text with each edit that lies within one line and begins behind the one before."""
    text = data.decode()
    mark, lines = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    rows = lines.split("\n")
    for edit in _apart(edits):
        row = rows[edit.span.line - 1]
        before, marked, behind = (
            row[: edit.span.column - 1],
            row[edit.span.column - 1 : edit.span.end_column - 1],
            row[edit.span.end_column - 1 :],
        )
        if edit.typed in ("", marked, marked.strip("'\"")):  # the place of a character in folded text is not exact
            rows[edit.span.line - 1] = f"{before}{edit.text}{behind}"
    return (mark + "\n".join(rows)).encode()


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Those on one line that do not touch each other, from the end of the text to its beginning."""
    kept: list[Edit] = []
    for edit in sorted((each for each in edits if each.span.end_line == each.span.line), reverse=True):
        follows = kept[-1].span if kept else None
        if follows is None or (edit.span.line, edit.span.end_column) <= (follows.line, follows.column):
            kept.append(edit)
    return kept


def _lines(data: bytes) -> list[str]:
    return [f"{line}\n" for line in data.decode().removesuffix("\n").split("\n")]
