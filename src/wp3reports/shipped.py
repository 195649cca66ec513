"""What comes with the program: its templates, with the style sheet and the fonts, and the rule book."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of the shipped templates: inside the package when installed, beside `src` in a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def templates_by_path() -> dict[str, bytes]:
    """The shipped templates by the paths that a project's own ones would have."""
    folder = templates()
    found = (path for path in folder.rglob("*") if path.is_file())
    return {f"templates/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def cases() -> Path:
    """The folder of the rule book's documents: inside the package when installed, among the tests in a checkout."""
    installed = _PACKAGE / "cases"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "tests" / "cases"


def template(name: str) -> bytes:
    """One file of that folder; FileNotFoundError, which says that the program is incomplete, when it is not there."""
    path = templates() / name
    if not path.is_file():
        raise FileNotFoundError(f"the program is incomplete: templates/{name} is missing")
    return path.read_bytes()
