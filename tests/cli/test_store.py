"""`wp3reports store`, and what `build` does with stores: its own, too large a one, and those of others."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports.build import read_proof
from wp3reports.build.manifest import read_manifest
from wp3reports.cli.storing import size

ISSUED = "--issued=2008-01-31"
RIGA = "inputs/m2_swot/riga.yaml"
pytestmark = pytest.mark.usefixtures("folder", "stub")

Run = Callable[..., Any]
Breaks = Callable[..., None]


def stored(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "build" / "store").glob("??/*")}


def test_nothing_is_stored_at_first(folder: Path, run: Run) -> None:
    code, out, err = run("store", "info")
    assert (code, err) == (0, "")
    assert out == "store    build/store\nentries  0, 0 bytes of 500 MB\nneeded   0 by reports in build/\n"
    assert run("store", "verify").err == "0 of 0 stored files damaged\n"
    assert run("store", "clean").err == "0 stored files removed, 0 bytes\n"
    assert list((folder / "build").iterdir()) == [folder / "build" / ".lock"]


def test_after_a_build_all_that_is_stored_is_needed_and_whole(folder: Path, run: Run) -> None:
    run("build", ISSUED)
    found = json.loads(run("store", "info", "--format=json", "--store-limit=2M").out)
    assert found["entries"] == found["needed"] == len(stored(folder)) > 50
    assert found["bytes"] == sum(map(len, stored(folder).values()))
    assert (found["folder"], found["limit"], found["version"]) == ("build/store", 2_000_000, 1)
    assert found["oldest"].endswith("+00:00")
    assert "oldest   last used 20" in run("store", "info").out
    assert run("store", "verify").code == 0


def test_clean_removes_what_no_report_was_made_from(folder: Path, run: Run, stub: Any, breaks: Breaks) -> None:
    run("build", ISSUED)
    before = stored(folder)
    breaks(RIGA, "summary: ", "summary: Or so. ")
    run("build", ISSUED)
    run("build", ISSUED, "-o", "out", "final")  # has a record of its own
    both = stored(folder)
    assert before.keys() < both.keys()
    kept = needed(folder)
    assert kept < both.keys()
    removed = sum(len(data) for name, data in both.items() if name not in kept)
    assert run("store", "clean").err == f"{len(both) - len(kept)} stored files removed, {size(removed)}\n"
    assert stored(folder).keys() == kept
    run("build", ISSUED)
    assert stub.exported == []


def needed(folder: Path) -> set[str]:
    records = [folder / "build" / "manifest.json", *(folder / "build" / "manifests").glob("*.json")]
    assert len(records) == 2
    proofs = [proof for record in records if (proof := read_proof(record.with_suffix(".proof")))]
    assert len(proofs) == 2
    return {key for record in records for key in read_manifest(record).refers_to}.union(
        *(each.texts for each in proofs)
    )


def test_clean_all_leaves_nothing_and_the_next_build_makes_it_again(folder: Path, run: Run, stub: Any) -> None:
    run("build", ISSUED)
    before = stored(folder)
    assert run("store", "clean", "--all").code == 0
    assert stored(folder) == {}
    assert run("build", ISSUED).err.split(": ")[-2].endswith("0 failed")
    assert len(stub.exported) > 0
    assert stored(folder).keys() <= before.keys()


def test_a_damaged_entry_is_found_told_and_cleaned(folder: Path, run: Run) -> None:
    run("build", ISSUED)
    path = next((folder / "build" / "store").glob("??/*"))
    path.write_bytes(path.read_bytes()[:-1])
    before = stored(folder)
    code, out, err = run("store", "verify")
    assert code == 1
    assert out.startswith("error[store-damaged] a stored part is damaged\n")
    assert f"  --> {path.relative_to(folder).as_posix()}\n" in out
    assert err == f"1 of {len(before)} stored files damaged\n"
    assert stored(folder) == before
    assert run("store", "clean").err.startswith("1 stored file removed")
    assert run("store", "verify").code == 0


def test_a_small_limit_keeps_what_was_used_last(folder: Path, run: Run, breaks: Breaks) -> None:
    run("build", ISSUED)
    first = stored(folder)
    for path in (folder / "build" / "store").glob("??/*"):
        os.utime(path, (1, 1))
    breaks(RIGA, "summary: ", "summary: Or so. ")
    assert run("build", ISSUED, "--store-limit=1k").code == 0  # what this build uses stays, whatever the limit
    assert run("build", ISSUED).err.startswith("0 written")
    second = stored(folder)
    assert first.keys() - second.keys()
    assert run("build", ISSUED, "--store-limit=1").code == 0
    assert stored(folder) == second
    assert run("build", ISSUED, "--store-limit=much").code == 2


def test_the_store_of_others_is_read_and_never_written(
    folder: Path, run: Run, stub: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", ISSUED)
    shared = tmp_path / "shared"
    shutil.move(folder / "build" / "store", shared)
    shutil.rmtree(folder / "build")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in shared.rglob("*") if path.is_file()}
    assert run("build", ISSUED, "--store-from", str(shared), "final").code == 0
    assert stub.exported == []
    monkeypatch.setenv("WP3_STORE_FROM", str(shared))
    assert run("build", ISSUED).code == 0
    assert stub.exported == []
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert run("store", "verify", str(shared)).code == 0
    assert run("build", ISSUED, "--store-from", "nowhere").code == 2


def test_a_damaged_entry_of_others_is_told_left_and_laid_out_here(
    folder: Path, run: Run, stub: Any, tmp_path: Path
) -> None:
    run("build", ISSUED)
    pdfs = {path: path.read_bytes() for path in (folder / "build").rglob("*.pdf")}
    shared = tmp_path / "shared"
    shutil.move(folder / "build" / "store", shared)
    for path in shared.glob("??/*"):
        path.write_bytes(path.read_bytes() + b"x")
    before = {path: path.read_bytes() for path in shared.glob("??/*")}
    shutil.rmtree(folder / "build")
    code, out, _ = run("build", ISSUED, "--store-from", str(shared), "local/m2_swot/riga")
    assert code == 0
    assert out.count("warning[store-damaged]") == len(stub.exported) > 0
    assert f"  --> {shared}/" in out
    assert {path: path.read_bytes() for path in before} == before
    assert run("build", ISSUED).code == 0
    assert {path: path.read_bytes() for path in (folder / "build").rglob("*.pdf")} == pdfs
    assert run("store", "verify", str(shared)).code == 1
