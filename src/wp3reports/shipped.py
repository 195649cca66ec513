"""What comes with the program: its templates, with the style sheet and the fonts."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of the shipped templates: inside the package when installed, beside `src` in a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def template(name: str) -> bytes:
    """One file of that folder; FileNotFoundError, which says that the program is incomplete, when it is not there."""
    path = templates() / name
    if not path.is_file():
        raise FileNotFoundError(f"the program is incomplete: templates/{name} is missing")
    return path.read_bytes()
