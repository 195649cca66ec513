"""What a build is asked for."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from wp3reports.build import Places, request
from wp3reports.snapshot import Snapshot
from wp3reports.workspace import build_folder


class Wish(NamedTuple):
    """Which reports of the project in `folder`, as of which day, in which language, as drafts or as a release.

    `output` is a folder for the PDFs in the place of the usual one.
    """

    folder: Path
    output: Path | None
    targets: tuple[str, ...]
    issued: date
    language: str
    is_final: bool

    @property
    def places(self) -> Places:
        """Where everything is kept."""
        return Places.below(build_folder(self.folder), self.output)

    def request(self, snapshot: Snapshot) -> str:
        """What `remembered` is asked by."""
        options = {"targets": self.targets, "language": self.language, "final": self.is_final}
        return request(snapshot, self.issued, options)
