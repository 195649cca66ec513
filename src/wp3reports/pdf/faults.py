"""The exceptions of this package: each is a fault of the system or of the templates, never of what partners wrote."""


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
