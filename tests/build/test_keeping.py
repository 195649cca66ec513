"""What is stored is counted and cleared by what the reports of this folder were made from."""

import shutil
from collections.abc import Callable
from typing import Any

from wp3reports.build.keeping import clean, damaged, stock
from wp3reports.pipeline import Compilation

Compiled = Callable[..., Compilation]


def test_what_no_report_was_made_from_goes(project: Any, compiled: Compiled) -> None:
    build, store = project.folder / "build", project.places.store
    assert stock(build, store) == (0, 0, 0, 0.0)
    project.build()
    project.build(compiled({"riga": "Rīga", "oslo": "Oslo"}))
    found = stock(build, store)
    assert (found.entries, found.needed) == (6, 5)
    assert found.oldest > 0
    assert clean(build, store, everything=False)[0] == 1
    assert stock(build, store).entries == 5
    assert project.build(compiled({"riga": "Rīga", "oslo": "Oslo"})).laid_out == 0


def test_without_a_record_nothing_is_needed(project: Any) -> None:
    project.build()
    project.places.manifest.unlink()
    assert clean(project.folder / "build", project.places.store, everything=False).entries == 5
    assert stock(project.folder / "build", project.places.store).entries == 0


def test_damaged_entries_are_named_and_go(project: Any) -> None:
    project.build()
    build, store = project.folder / "build", project.places.store
    assert list(damaged(store)) == []
    path = next(store.glob("??/*"))
    path.write_bytes(b"torn")
    assert list(damaged(store)) == [path]
    assert clean(build, store, everything=False).entries == 1
    assert list(damaged(store)) == []
    assert clean(build, store, everything=True).entries == 4
    shutil.rmtree(store)
    assert stock(build, store).entries == 0
