"""The files of the templates that every part may fetch."""

from collections.abc import Mapping

from wp3reports.snapshot import Snapshot

FOLDER = "templates/"


def fetched(snapshot: Snapshot) -> Mapping[str, bytes]:
    """Style sheet and fonts by the names that parts know them by."""
    return {path.removeprefix(FOLDER): data for path, data in snapshot.under("templates/static")}
