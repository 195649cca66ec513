"""A place in a hand-in, opened in the author's own editor; or the link that asks VS Code to.

Only files that were read as inputs of this project, whatever is asked for.
"""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from wp3reports.preview.app import Asked, NotDoneError
from wp3reports.preview.desk import Desk

SETTINGS = ("WP3_EDITOR", "LAUNCH_EDITOR", "VISUAL")  # the first that is set is asked
_FORMS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"), ("-g", "{place}")),
    **dict.fromkeys(("subl", "sublime_text", "zed", "hx", "micro", "mate"), ("{place}",)),
    **dict.fromkeys(("idea", "pycharm", "webstorm"), ("--line", "{line}", "--column", "{column}", "{file}")),
    **dict.fromkeys(("gedit", "emacsclient", "emacs", "gvim", "mvim"), ("+{line}", "{file}")),
    "kate": ("--line", "{line}", "--column", "{column}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
}
Start = Callable[[Sequence[str]], None]


class Place(NamedTuple):
    """Where to open a file."""

    file: Path
    line: int
    column: int


def start(command: Sequence[str]) -> None:
    """Start a program that outlives us; OSError where it is not there."""
    subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - the user's own editor


class Opening:
    """Opens what a browser asks for: `{"pointer": …}` as in `data-src`, or `{"path": …, "line": …, "column": …}`."""

    def __init__(self, desk: Desk, environment: Mapping[str, str] = os.environ, start: Start = start) -> None:
        """The desk knows the files; the environment names the editor."""
        self._desk, self._environment, self._start = desk, environment, start

    def open(self, asked: Asked) -> Asked:
        """What was opened and where; with a link to follow where no editor is named. NotDoneError in words."""
        place = self._place(asked)
        said = {"path": place.file.relative_to(self._desk.folder).as_posix(), "line": place.line}
        editor = next((value for name in SETTINGS if (value := self._environment.get(name, "").strip())), "")
        if not editor:
            return said | {"link": f"vscode://file{quote(place.file.as_posix())}:{place.line}:{place.column}"}
        try:
            self._start(command(editor, place))
        except (OSError, ValueError) as wrong:
            raise NotDoneError(f"the editor did not start: {wrong}") from None
        return said

    def _place(self, asked: Asked) -> Place:
        look = self._desk.look
        pointer = asked.get("pointer")
        if isinstance(pointer, str):
            path, line, column, *_ = look.compilation.place(pointer)
        else:
            path, line, column = str(asked.get("path")), _number(asked.get("line")), _number(asked.get("column"))
        if not path.startswith("inputs/") or path not in look.snapshot.files:
            raise NotDoneError("there is no such file among the inputs of this project")
        return Place(self._desk.folder / PurePosixPath(path), line, column)


def command(editor: str, place: Place) -> list[str]:
    """The command that opens a place: an editor that is known by its name, or one that says itself how."""
    program, *arguments = shlex.split(editor)
    shape = () if "{file}" in editor or "{place}" in editor else _FORMS.get(Path(program).stem.lower(), ("{file}",))
    spoken = {
        "{place}": f"{place.file}:{place.line}:{place.column}",
        "{file}": str(place.file),
        "{line}": str(place.line),
        "{column}": str(place.column),
    }
    return [program, *(_filled(argument, spoken) for argument in (*arguments, *shape))]


def _filled(argument: str, spoken: Mapping[str, str]) -> str:
    for name, value in spoken.items():
        argument = argument.replace(name, value)
    return argument


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 < value < 10**7 else 1
