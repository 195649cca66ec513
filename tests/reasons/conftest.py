"""The given project, built by a stub of the engine, and what a build would do after an edit."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build import Builder, Places
from wp3reports.build.orders import one_by_one
from wp3reports.pipeline import compile_reports
from wp3reports.reasons import Outlook, plan
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.volume import Part


@dataclass
class Project:
    """Files that are edited, and a folder to build in."""

    files: dict[str, bytes]
    folder: Path
    issued: date = date(2008, 1, 31)
    exported: list[str] = field(default_factory=list)

    @property
    def places(self) -> Places:
        return Places.below(self.folder / "build")

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.files[path].decode()
        assert old in text
        self.files[path] = text.replace(old, new, 1).encode()

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            self.exported.append(part.name)
            yield part, pdf.Printed(part.html.encode(), 1, sizes=(pdf.Size(595, 842),))

    def build(self, *targets: str, is_final: bool = False) -> None:
        self.exported.clear()
        compilation = compile_reports(Snapshot(self.files), self.issued)
        volumes = [volume for volume in compilation.volumes if volume.name in targets]
        assert len(volumes) == len(targets)
        builder = Builder(
            compilation, self.places, is_final, self.export, lambda *_: None, one_by_one(lambda *_, **__: b"pdf")
        )
        assert not builder.run(volumes).failed

    def outlook(self, target: str, *, is_final: bool = False) -> Outlook:
        compilation = compile_reports(Snapshot(self.files), self.issued)
        volumes = [volume for volume in compilation.volumes if volume.name == target]
        store = Store(self.places.store, untouched=True)
        (found,) = plan(compilation, volumes, self.places, store, is_final=is_final)
        return found


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def project(given: Mapping[str, str], templates: Mapping[str, bytes], tmp_path: Path) -> Project:
    return Project({**templates, **{path: text.encode() for path, text in given.items()}}, tmp_path)
