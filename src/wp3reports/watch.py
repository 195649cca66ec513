"""Waiting for a settled change of what a project is made from."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

DEBOUNCE = 150  # milliseconds without a further change, after which it has settled
_LISTENS = 500  # milliseconds after which it is asked again whether to stop


class _Sources(DefaultFilter):
    """What results are made from; results themselves and editors' own files do not count."""

    def __init__(self, root: Path) -> None:
        """Of the project in that folder."""
        super().__init__()
        self._folders = tuple(str(root / folder) for folder in ("inputs", "templates"))

    def __call__(self, change: Change, path: str) -> bool:
        """Whether this change counts."""
        return path.startswith(self._folders) and super().__call__(change, path)


def changes(root: Path, debounce: int = DEBOUNCE, stop: Event | None = None) -> Iterator[None]:
    """One item for each settled change in `inputs/` or `templates/`; ends with KeyboardInterrupt, or when told to."""
    for _ in watch(root, watch_filter=_Sources(root), step=debounce, stop_event=stop, rust_timeout=_LISTENS):
        yield
