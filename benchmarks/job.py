"""Our side: a copy of the project, and the commands that a user types in it."""

import re
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.clock import Timing, timed
from wp3reports.pipeline import compile_reports
from wp3reports.volume import Volume
from wp3reports.workspace import read

ISSUED = date(2007, 12, 14)
EDITED = "inputs/m2_swot/riga.yaml"
TOUCHED = ("local/m2_swot/riga", "milestone/m2_swot", "final", "final-annex")  # what that hand-in stands in
_STATEMENT = re.compile(r"^( +(?:- )?statement: [A-Z].*?)(?: Edit \d+\.)?$", re.MULTILINE)


class Job:
    """One project folder; `targets` are the reports to be made, all without any."""

    def __init__(self, project: Path, folder: Path, targets: Sequence[str]) -> None:
        """Copy the project's inputs, and its own templates if it has any, into a new folder."""
        self.folder, self._targets = folder, tuple(targets)
        self._edits = 0
        for name in ("inputs", "templates"):
            if (project / name).is_dir():
                shutil.copytree(project / name, folder / name)

    def volumes(self) -> tuple[Volume, ...]:
        """What is to be printed."""
        snapshot, _ = read(self.folder)
        made = compile_reports(snapshot, ISSUED).volumes
        return tuple(volume for volume in made if not self._targets or volume.name in self._targets)

    def touched(self) -> tuple[str, ...]:
        """The reports that the edit touches, of those to be made."""
        return tuple(name for name in TOUCHED if not self._targets or name in self._targets)

    def cold(self) -> Timing:
        """Everything, with nothing there."""
        shutil.rmtree(self.folder / "build", ignore_errors=True)
        return self._run("build", *self._targets)

    def unchanged(self) -> Timing:
        """Everything again."""
        return self._run("build", *self._targets)

    def edited(self) -> Timing:
        """A partner changes a statement of milestone 2, and what it stands in is brought up to date."""
        self._edits += 1
        path = self.folder / EDITED
        text, number = _STATEMENT.subn(rf"\1 Edit {self._edits}.", path.read_text(encoding="utf-8"), count=1)
        if not number:
            raise ValueError(f"{EDITED} has no statement to edit")
        path.write_text(text, encoding="utf-8")
        return self._run("build", *self.touched())

    def released(self) -> Timing:
        """Everything as a release, after its draft."""
        self._run("build", *self._targets)
        return self._run("build", "--final", *self._targets)

    def checked(self) -> Timing:
        """All findings, and nothing printed."""
        return self._run("check", "--quiet")

    def _run(self, command: str, *arguments: str) -> Timing:
        return timed([sys.executable, "-m", "wp3reports", command, "--issued", f"{ISSUED}", *arguments], self.folder)
