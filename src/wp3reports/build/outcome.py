"""Where a build writes, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wp3reports.diagnostics import Diagnostic, Severity

WRITTEN, KEPT, FAILED = "written", "kept", "failed"


@dataclass(frozen=True)
class Places:
    """Where a build writes: the PDFs, their maps, and beside them HTML of parts, the store, fonts, and the manifest."""

    pdf: Path
    maps: Path
    html: Path
    store: Path
    fonts: Path
    manifest: Path

    @classmethod
    def below(cls, folder: Path, output: Path | None = None) -> "Places":
        """All in one folder, maps beside their PDFs; a folder of the user's own for the PDFs gets nothing else."""
        if output is None:
            pdf, maps, manifest = folder / "pdf", folder / "pdf", folder / "manifest.json"
        else:
            name = sha256(bytes(output.resolve())).hexdigest()[:16]
            pdf, maps, manifest = output, folder / "maps" / name, folder / "manifests" / f"{name}.json"
        return cls(pdf, maps, folder / "html", folder / "store", folder / "fonts", manifest)

    @property
    def record(self) -> Path:
        """Where the last build that left nothing to say is remembered."""
        return self.manifest.with_suffix(".last")

    @property
    def proof(self) -> Path:
        """Where a draft leaves what its release can be bound from."""
        return self.manifest.with_suffix(".proof")

    @property
    def times(self) -> Path:
        """Where it stands how long the layout of parts took."""
        return self.manifest.with_suffix(".times")

    def files(self, volume: str) -> tuple[Path, Path]:
        """The PDF of a volume and its map."""
        return self.pdf / f"{volume}.pdf", self.maps / f"{volume}.map.json"


@dataclass(frozen=True)
class Built:
    """The outcome of a build: volumes by what happened to them, parts laid out, and what was found on the way.

    `pages` are those of the volumes that are up to date now.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    failed: tuple[str, ...]
    laid_out: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all volumes are up to date and nothing stands against their release."""
        return not self.failed and all(each.severity is not Severity.ERROR for each in self.diagnostics)


def named(outcomes: Mapping[str, str], outcome: str) -> tuple[str, ...]:
    """The volumes to which this happened."""
    return tuple(name for name, each in outcomes.items() if each == outcome)
