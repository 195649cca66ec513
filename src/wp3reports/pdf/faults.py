"""The exceptions of this package: faults of the system, of the templates, or of a PDF that is read; never of inputs."""


class MissingLibrariesError(RuntimeError):
    """The engine cannot run on this system; `missing` names the libraries that do not load."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        """Say which, in plain words."""
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"native libraries not found: {', '.join(self.missing)}"


class DanglingLinkError(ValueError):
    """A link of a volume leads to a place that the volume lacks."""


class NotOursError(Exception):
    """A PDF from which no files can be unpacked; the message says why, beginning with "it"."""
