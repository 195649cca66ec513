"""`check --fix` and `--diff`: the safe fixes of findings, written into hand-ins or shown."""

from collections.abc import Callable, Sequence
from pathlib import Path

from wp3reports.diagnostics import Diagnostic
from wp3reports.fixing import difference, fixed
from wp3reports.snapshot import Snapshot
from wp3reports.store import write_atomically

ROUNDS = 5  # a fix may bring to light another one, but not for ever

Look = Callable[[], tuple[Snapshot, Sequence[Diagnostic]]]


def mend(folder: Path, look: Look) -> tuple[str, ...]:
    """Fix what can be fixed safely until nothing is left to fix; the files that changed.

    A file that changed since it was looked at is left alone. OSError when the disk refuses.
    """
    mended: dict[str, None] = {}
    for _ in range(ROUNDS):
        snapshot, findings = look()
        changed = {
            path: data
            for path, data in fixed(findings, snapshot).items()
            if (folder / path).read_bytes() == snapshot.files[path]
        }
        if not changed:
            break
        for path, data in changed.items():
            write_atomically(folder / path, data)
            mended[path] = None
    return tuple(mended)


def shown(snapshot: Snapshot, findings: Sequence[Diagnostic]) -> str:
    """What `mend` would change at first, as a unified diff."""
    return difference(fixed(findings, snapshot), snapshot)
