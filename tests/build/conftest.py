"""A build without the engine: parts are laid out by a stub that counts them, volumes are joined by another.

Two cities with a hand-in each, a merged report that holds both, and contents that wait for page numbers.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wp3reports import pdf
from wp3reports.build import Builder, Built, Places
from wp3reports.build.orders import one_by_one
from wp3reports.pipeline import Compilation
from wp3reports.volume import Numbering, Part, Placement, Volume, late

ASSETS = {"static/report.css": b"css", "static/fonts/Sans.woff2": b"font"}
TEXTS = {"riga": "Riga", "oslo": "Oslo"}


@dataclass
class Engine:
    """Stands for the layout: a page for each `<p>`, an entry in `exported` for each call."""

    exported: list[str] = field(default_factory=list)
    bound: list[str] = field(default_factory=list)
    flaws: dict[str, pdf.Flaw] = field(default_factory=dict)  # by part
    dead: set[str] = field(default_factory=set)  # parts that fail
    unbindable: dict[str, Exception] = field(default_factory=dict)  # by volume

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            self.exported.append(part.name)
            flaws = (self.flaws[part.name],) if part.name in self.flaws else ()
            if part.name in self.dead:
                yield part, pdf.Printed(b"", 0, flaws=(pdf.Flaw("pdf-crash", "the process died"),))
            else:
                pages = max(1, part.html.count("<p>"))
                sizes = (pdf.Size(595.28, 841.89),) * pages
                fragment = pdf.Fragment(f"inputs/{part.name}.yaml#/summary", 0, 60.0, 700.0, 400.0, 80.0)
                shown: Any = {"destinations": ((part.name, 0),), "sizes": sizes, "fragments": (fragment,)}
                yield part, pdf.Printed(part.html.encode(), pages, flaws=flaws, **shown)

    def bind(self, volume: Volume, printed: Sequence[pdf.Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
        if volume.name in self.unbindable:
            raise self.unbindable[volume.name]
        self.bound.append(volume.name)
        heads = [(each.part.name, each.head, each.thumb) for each in volume.placements]
        files = [(each.name, each.sha256) for each in volume.provenance.attachments]
        head = json.dumps([volume.title, volume.issued.isoformat(), draft, heads, sorted(fonts), files])
        return b"\n".join([head.encode(), *(each.pdf for each in printed)])


def compiled(texts: Mapping[str, str] = TEXTS, *, issued: date = date(2005, 12, 31)) -> Compilation:
    """What the pipeline makes of these hand-ins."""
    parts = {city: Part(f"m2_swot/{city}", f"<h1>{text}</h1><p>", ASSETS) for city, text in texts.items()}

    def volume(name: str, held: Sequence[Part]) -> Volume:
        lines = "".join(f"<li>{late(part.name)}" for part in held)
        contents = Part(f"{name}/contents", f"<title>{name}</title><p>{lines} of {late('=pages')}", ASSETS)
        front = Placement(contents, "Contents", Numbering.ROMAN)
        placed = (front, *(Placement(part, part.name) for part in held))
        return Volume(name, name.title(), placed, issued, "author", "subject", ("key",), "foot")

    local = [volume(f"local/m2_swot/{city}", [part]) for city, part in parts.items()]
    return Compilation((*local, volume("milestone/m2_swot", list(parts.values()))), (), {})


@dataclass
class Project:
    """A folder to build in, and the engine that does it."""

    folder: Path
    engine: Engine = field(default_factory=Engine)

    @property
    def places(self) -> Places:
        return Places.below(self.folder / "build")

    def build(
        self,
        compilation: Compilation | None = None,
        *,
        is_final: bool = False,
        targets: Sequence[str] = (),
        places: Places | None = None,
    ) -> Built:
        """One build; what the engine did before is forgotten."""
        self.engine.exported.clear()
        self.engine.bound.clear()
        compilation = compilation or compiled()
        builder = Builder(
            compilation,
            places or self.places,
            is_final,
            self.engine.export,
            lambda *_: None,
            one_by_one(self.engine.bind),
        )
        return builder.run([each for each in compilation.volumes if not targets or each.name in targets])

    @property
    def files(self) -> dict[str, bytes]:
        """All files below the build folder."""
        return {
            path.relative_to(self.folder / "build").as_posix(): path.read_bytes()
            for path in sorted((self.folder / "build").rglob("*"))
            if path.is_file()
        }


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed process has written is there without it; only the power can be cut, which no test does."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def another(tmp_path: Path) -> Project:
    """A second folder, with a blank and a letter that is not ASCII."""
    return Project(tmp_path / "zwei ö")


@pytest.fixture(name="compiled")
def _compiled() -> Callable[..., Compilation]:
    return compiled


@pytest.fixture(scope="session")
def map_schema() -> Any:
    """What a source map may say."""
    schema = json.loads((Path(__file__).parents[2] / "docs/map.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema
