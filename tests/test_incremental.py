"""The key is complete and minimal: whatever is edited, a build gives the bytes of a clean one and does no more for it.

The pipeline is the real one. The engine is a stub whose pages depend on all that a real one's depend on, so that
anything that is missing in a key shows as a wrong byte.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from wp3reports import pdf, shipped
from wp3reports.build import Builder, Built, Places, Workers
from wp3reports.build.orders import one_by_one
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.rulebook import book
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part, Volume

RIGA, OSLO, PROJECT = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml", "inputs/project.yaml"
SHEET, TEMPLATE = "templates/static/report.css", "templates/m2_swot.html.j2"
FONT = "templates/static/fonts/SourceSerif4-Regular.ttf.woff2"
GIVEN = {**shipped.templates_by_path(), **book().given().files}
COMMENT = b"{# a comment #}"
LABELS = re.compile("[0-9ivx–]")  # of pages: another label makes no part longer
WORDS = st.sampled_from(["", "Once. ", "Twice. ", "Three times. "])


class Engine:
    """Pages that depend on the engine's version, the HTML and the files; and bound volumes, on all that is bound."""

    def __init__(self) -> None:
        self.version = "1"
        self.exported: list[str] = []

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            files = sorted((name, sha256(data).hexdigest()) for name, data in part.assets.items())
            content = json.dumps([self.version, part.html, files]).encode()
            self.exported.append(sha256(content).hexdigest())
            pages = 1 + len(LABELS.sub("", part.html)) % 3
            yield part, pdf.Printed(content, pages, destinations=((part.name, 0),), sizes=(pdf.Size(595, 842),) * pages)

    def bind(self, volume: Volume, printed: Sequence[pdf.Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
        bare = replace(volume, placements=())
        places = [(each.head, each.numbering, each.depth) for each in volume.placements]
        names = sorted((name, sha256(data).hexdigest()) for name, data in fonts.items())
        parts = b"".join(each.pdf for each in printed)
        return sha256(repr((self.version, bare, places, draft, names)).encode() + parts).hexdigest().encode()


def build(compilation: Compilation, folder: Path, engine: Any, *, is_final: bool = False) -> Built:
    assert compilation.volumes
    builder = Builder(
        compilation, Places.below(folder), is_final, engine.export, lambda *_: None, one_by_one(engine.bind)
    )
    return builder.run(compilation.volumes)


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "pdf").rglob("*.pdf")}


class Editing(RuleBasedStateMachine):
    """Someone edits anything and builds, again and again."""

    @initialize()
    def begin(self) -> None:
        self.stack = ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.stack.enter_context(patch.object(os, "fsync", lambda _: None))
        self.stack.enter_context(patch.object(pdf, "fingerprint", lambda: self.engine.version))
        self.engine, self.files, self.issued, self.is_final = Engine(), dict(GIVEN), date(2008, 1, 31), False
        self.laid_out: set[str] = set()
        self.built: tuple[Any, ...] = ()

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()

    @rule(path=st.sampled_from([RIGA, OSLO]), words=WORDS)
    def edit_a_hand_in(self, path: str, words: str) -> None:
        self.files[path] = GIVEN[path].replace(b"summary: ", b"summary: " + words.encode())

    @rule()
    def add_a_comment_that_reaches_no_page(self) -> None:
        self.files[TEMPLATE] += COMMENT

    @rule(words=WORDS)
    def edit_the_project(self, words: str) -> None:
        self.files[PROJECT] = GIVEN[PROJECT].replace(b"acronym: ", b"acronym: " + words.encode())

    @rule(words=WORDS)
    def edit_a_template(self, words: str) -> None:
        self.files[TEMPLATE] = GIVEN[TEMPLATE].replace(b"<p>", b"<p>" + words.encode())

    @rule(path=st.sampled_from([SHEET, FONT]), words=WORDS)
    def edit_the_style_sheet_or_a_font(self, path: str, words: str) -> None:
        self.files[path] = GIVEN[path] + words.encode()

    @rule(version=st.sampled_from("12"))
    def change_the_engine(self, version: str) -> None:
        self.engine.version = version

    @rule(day=st.integers(29, 31))
    def issue_on_another_day(self, day: int) -> None:
        self.issued = date(2008, 1, day)

    @rule()
    def release_or_not(self) -> None:
        self.is_final = not self.is_final

    @rule()
    def turn_the_order_of_files(self) -> None:
        self.files = dict(reversed(self.files.items()))

    @rule(seconds=st.sampled_from([0, 4_000_000_000]))
    def touch_everything_that_was_built(self, seconds: int) -> None:
        for path in self.folder.rglob("*"):
            os.utime(path, (seconds, seconds))

    @rule()
    def lose_the_store(self) -> None:
        shutil.rmtree(self.folder / "store", ignore_errors=True)
        self.laid_out.clear()
        self.built = ()

    def build_in(self, folder: Path) -> Built:
        self.engine.exported.clear()
        return build(self.compilation, folder, self.engine, is_final=self.is_final)

    @invariant()
    def an_incremental_build_is_a_clean_one_and_lays_out_nothing_twice(self) -> None:
        if not hasattr(self, "stack"):
            return
        self.compilation = compile_reports(Snapshot(self.files), self.issued)
        built = self.build_in(self.folder)
        assert not built.failed
        exported = set(self.engine.exported)
        assert len(exported) == len(self.engine.exported) == built.laid_out
        assert not exported & self.laid_out  # what was laid out before came from the store
        self.laid_out |= exported
        made_from = (self.engine.version, self.issued, self.is_final, self.meaning())
        if made_from == self.built:
            assert built.laid_out == 0  # volumes may be bound anew: they hold what they were made from
        self.built = made_from
        with tempfile.TemporaryDirectory() as clean:
            self.build_in(Path(clean))
            assert set(self.engine.exported) <= self.laid_out
            assert pdfs(self.folder) == pdfs(Path(clean))

    def meaning(self) -> dict[str, bytes]:
        """The files without what reaches no page."""
        return {path: data.replace(COMMENT, b"") for path, data in self.files.items()}


def _run(examples: int, steps: int) -> None:
    checks = (HealthCheck.too_slow, HealthCheck.data_too_large)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Editing,
        settings=settings(
            max_examples=examples,
            phases=[Phase.explicit, Phase.generate],
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=checks,
            derandomize=True,
        ),
    )


def test_any_edits_give_the_bytes_of_a_clean_build() -> None:
    _run(2, 6)


@pytest.mark.slow
def test_many_edits_give_the_bytes_of_a_clean_build() -> None:
    _run(50, 10)


@pytest.mark.slow
def test_so_do_edits_with_the_real_engine(tmp_path: Path) -> None:
    class Real:
        bind = staticmethod(pdf.bind)

    def made(files: Mapping[str, bytes], folder: Path) -> Built:
        with Workers(2, tmp_path / "fonts") as workers:
            Real.export = workers.export  # type: ignore[attr-defined]
            compilation = compile_reports(Snapshot(files), date(2008, 1, 31))
            volumes = tuple(volume for volume in compilation.volumes if volume.name == "local/m2_swot/riga")
            return build(replace(compilation, volumes=volumes), folder, Real)

    edits = {
        RIGA: GIVEN[RIGA].replace(b"summary: ", b"summary: Once. "),
        SHEET: GIVEN[SHEET] + b"p { margin-top: 3pt }",
        TEMPLATE: GIVEN[TEMPLATE].replace(b"<h2 id=", b'<h2 class="x" id='),
    }
    made(GIVEN, tmp_path / "build")
    for path, data in edits.items():
        files = {**GIVEN, path: data}
        assert made(files, tmp_path / "build").laid_out > 0
        made(files, tmp_path / "clean" / Path(path).name)
        assert pdfs(tmp_path / "build") == pdfs(tmp_path / "clean" / Path(path).name)
        assert made(files, tmp_path / "build").laid_out == 0
    assert made(GIVEN, tmp_path / "build").laid_out == 0  # all of it is stored
