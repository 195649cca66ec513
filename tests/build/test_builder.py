"""What a build lays out, binds, writes and refuses, with an engine that is only a stub."""

import errno
import os
import random
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.build import builder as module
from wp3reports.diagnostics import Severity
from wp3reports.pipeline import Compilation
from wp3reports.store import Store, write_atomically

Compiled = Callable[..., Compilation]
Project = Any  # the class of the fixture
ALL = ("local/m2_swot/riga", "local/m2_swot/oslo", "milestone/m2_swot")
LOST = pdf.Flaw("pdf-missing-glyph", "no glyph for X")
COSMETIC = pdf.Flaw("pdf-style", "a rule is ignored", fatal=False)


def outputs(project: Project) -> dict[str, bytes]:
    return {path: data for path, data in project.files.items() if path.startswith(("pdf/", "html/", "manifest"))}


# -- minimal and right


def test_a_first_build_makes_everything_once(project: Project) -> None:
    built = project.build()
    assert built.written == ALL
    assert (built.kept, built.failed, built.diagnostics) == ((), (), ())
    assert sorted(project.engine.exported) == sorted({*project.engine.exported})
    assert built.laid_out == len(project.engine.exported) == 2 + 3
    assert built.pages == 2 + 2 + 3
    assert built.is_whole
    assert [path for path in project.files if path.endswith(".pdf")] == [f"pdf/{name}.pdf" for name in sorted(ALL)]


def test_late_parts_know_the_pages(project: Project) -> None:
    project.build()
    contents = project.files["html/milestone/m2_swot/contents.html"].decode()
    assert contents == "<title>milestone/m2_swot</title><p><li>1<li>2 of 3"


def test_a_second_build_lays_out_and_writes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    before = project.files
    monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("wrote"))
    built = project.build()
    assert (built.written, built.kept, built.laid_out) == ((), ALL, 0)
    assert built.pages == 7
    assert project.engine.exported == project.engine.bound == []
    assert project.files == before


def test_dates_of_files_count_for_nothing(project: Project) -> None:
    project.build()
    for path in (project.folder / "build").rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    assert project.build().kept == ALL
    (project.folder / "build" / "pdf" / "milestone" / "m2_swot.pdf").write_bytes(b"edited")
    os.utime(project.folder / "build" / "pdf" / "milestone" / "m2_swot.pdf", (4_000_000_000, 4_000_000_000))
    assert project.build().written == ("milestone/m2_swot",)


def test_an_edit_lays_out_one_part_and_binds_what_holds_it(project: Project, compiled: Compiled) -> None:
    project.build()
    built = project.build(compiled({"riga": "Rīga", "oslo": "Oslo"}))
    assert project.engine.exported == ["m2_swot/riga"]
    assert built.written == ("local/m2_swot/riga", "milestone/m2_swot")
    assert built.kept == ("local/m2_swot/oslo",)


def test_a_longer_part_moves_the_numbers_of_those_that_follow(project: Project, compiled: Compiled) -> None:
    project.build()
    project.build(compiled({"riga": "Riga<p><p>", "oslo": "Oslo"}))
    contents = {"local/m2_swot/riga/contents", "milestone/m2_swot/contents"}
    assert project.engine.exported[0] == "m2_swot/riga"
    assert sorted(project.engine.exported[1:]) == sorted(contents)
    assert b"<li>1<li>4 of 5" in project.files["html/milestone/m2_swot/contents.html"]


def test_from_draft_to_final_and_back_nothing_is_laid_out(project: Project) -> None:
    draft = project.build() and outputs(project)
    built = project.build(is_final=True)
    assert built.written == ALL
    assert project.engine.exported == []
    assert project.build().laid_out == 0
    assert outputs(project) == draft


def test_a_volume_without_late_parts_still_loses_its_mark(project: Project, compiled: Compiled) -> None:
    volume = compiled().volumes[0]
    plain = Compilation((replace(volume, placements=volume.placements[1:]),), (), {})
    assert project.build(plain).written == project.build(plain, is_final=True).written == (volume.name,)
    assert project.build(plain, is_final=True).kept == (volume.name,)


def test_another_day_binds_again_and_lays_out_nothing(project: Project, compiled: Compiled) -> None:
    project.build()
    built = project.build(compiled(issued=date(2006, 1, 1)))
    assert (built.written, built.laid_out) == (ALL, 0)


def test_only_the_targets_are_built(project: Project) -> None:
    built = project.build(targets=["local/m2_swot/oslo"])
    assert built.written == ("local/m2_swot/oslo",)
    assert [path for path in project.files if path.endswith(".pdf")] == ["pdf/local/m2_swot/oslo.pdf"]
    assert project.build().kept == ("local/m2_swot/oslo",)


def test_incremental_builds_equal_clean_ones(project: Project, another: Project, compiled: Compiled) -> None:
    chance = random.Random(7)  # noqa: S311 - the same edits each time
    texts = {"riga": "Riga", "oslo": "Oslo", "malmo": "Malmö"}
    laid_out: set[str] = set()
    for step in range(20):
        city = chance.choice(sorted(texts))
        texts[city] = chance.choice(["", "<p>", "<p><p>"]) + f"{city} {chance.randrange(4)}"
        shown = {city: texts[city] for city in sorted(texts) if chance.random() < 0.8 or step == 0} or texts
        is_final = chance.random() < 0.3
        project.build(compiled(shown), is_final=is_final)
        assert len(project.engine.exported) == len({*project.engine.exported})
        keys = {path for path in project.files if path.startswith("store/")}
        assert project.build(compiled(shown), is_final=is_final).laid_out == 0
        assert keys >= laid_out
        laid_out = keys
        clean = another.build(compiled(shown), is_final=is_final)
        assert clean.is_whole
        for volume in clean.written + clean.kept:
            assert project.files[f"pdf/{volume}.pdf"] == another.files[f"pdf/{volume}.pdf"]


def test_the_folder_leaves_no_trace_in_the_bytes(project: Project, another: Project) -> None:
    project.build()
    another.build()
    assert outputs(project) == outputs(another)
    assert project.files.keys() == another.files.keys()


def test_a_folder_of_the_users_own_gets_pdfs_and_nothing_else(project: Project, tmp_path: Path) -> None:
    project.build()
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_bytes(b"the user's own")
    places = module.Places.below(tmp_path / "build", site)
    assert project.build(places=places).written == ALL
    assert project.build(places=places).kept == ALL
    assert project.build().kept == ALL
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert found == [*(f"{name}.pdf" for name in sorted(ALL[:2])), "manifest.json", "milestone/m2_swot.pdf"]
    assert (site / "manifest.json").read_bytes() == b"the user's own"


# -- what fails


def test_a_part_that_fails_takes_down_its_volumes_only(project: Project) -> None:
    project.build()
    old = project.files
    project.engine.dead = {"m2_swot/riga"}
    (project.folder / "build" / "pdf" / "local" / "m2_swot" / "oslo.pdf").unlink()
    for path in (project.folder / "build" / "store").rglob("*"):
        if path.is_file():
            path.unlink()
    built = project.build()
    assert built.failed == ("local/m2_swot/riga", "milestone/m2_swot")
    assert built.written == ("local/m2_swot/oslo",)
    assert built.pages == 2
    assert not built.is_whole
    [finding] = built.diagnostics
    assert (finding.severity, finding.code) == (Severity.ERROR, "pdf-crash")
    assert finding.message == "the process died (in m2_swot/riga)"
    assert {path: project.files[path] for path in outputs(project)} == {path: old[path] for path in outputs(project)}


def test_what_failed_is_tried_again_next_time(project: Project) -> None:
    project.engine.dead = {"m2_swot/riga"}
    project.build()
    project.engine.dead = set()
    built = project.build()
    assert "m2_swot/riga" in project.engine.exported
    assert "m2_swot/oslo" not in project.engine.exported
    assert built.failed == ()


@pytest.mark.parametrize(
    "fault", [pdf.DanglingLinkError("a link leads to nowhere"), ValueError("two parts"), RuntimeError("?")], ids=repr
)
def test_a_volume_that_cannot_be_bound_fails_alone(project: Project, fault: Exception) -> None:
    project.engine.unbindable = {"milestone/m2_swot": fault}
    built = project.build()
    assert built.failed == ("milestone/m2_swot",)
    assert built.written == ALL[:2]
    [finding] = built.diagnostics
    assert finding.code == "pdf-not-bound"
    assert finding.message == f"milestone/m2_swot cannot be bound: {fault}"


def test_flaws_come_again_from_the_store(project: Project) -> None:
    project.engine.flaws = {"m2_swot/riga": LOST, "m2_swot/oslo": COSMETIC}
    first = project.build().diagnostics
    assert sorted((each.code, each.severity) for each in first) == [
        ("pdf-missing-glyph", Severity.WARNING),
        ("pdf-style", Severity.WARNING),
    ]
    project.engine.flaws = {}
    again = project.build()
    assert again.laid_out == 0
    assert again.diagnostics == first
    assert again.is_whole


def test_a_release_refuses_what_a_draft_warns_of(project: Project) -> None:
    project.engine.flaws = {"m2_swot/riga": LOST, "m2_swot/oslo": COSMETIC}
    project.build()
    built = project.build(is_final=True)
    assert built.failed == ("local/m2_swot/riga", "milestone/m2_swot")
    assert built.written == ("local/m2_swot/oslo",)
    assert [each.code for each in built.diagnostics if each.severity is Severity.ERROR] == ["pdf-missing-glyph"]
    assert not built.is_whole


def test_page_numbers_that_do_not_settle_are_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    turn = iter(range(1000))
    monkeypatch.setattr(pdf, "labels", lambda *_: {"": str(next(turn))})
    built = project.build(targets=["local/m2_swot/riga"])
    [finding] = built.diagnostics
    assert (finding.code, finding.severity) == ("pdf-unsettled", Severity.ERROR)
    assert "local/m2_swot/riga" in finding.message
    assert built.written == ("local/m2_swot/riga",)
    assert project.build(targets=["local/m2_swot/riga"], is_final=True).failed == ("local/m2_swot/riga",)


# -- damage


def test_every_damaged_entry_of_the_store_is_made_again_and_told(project: Project) -> None:
    project.build()
    clean = project.files
    entries = [path for path in clean if path.startswith("store/")]
    assert len(entries) == 5
    for number, entry in enumerate(entries):
        path = project.folder / "build" / entry
        whole = path.read_bytes()
        cut = whole[: len(whole) // 2]
        path.write_bytes(cut if number % 2 else bytes([whole[0] ^ 1]) + whole[1:])
        built = project.build()
        assert built.laid_out == 1
        assert [(each.code, each.severity, each.span.path) for each in built.diagnostics] == [
            ("store-damaged", Severity.WARNING, f"build/{entry}")
        ]
        assert built.is_whole
        assert project.files == clean


def test_an_entry_that_is_whole_and_makes_no_sense_is_made_again(project: Project) -> None:
    project.build()
    clean = project.files
    entry = next(path for path in clean if path.startswith("store/"))
    Store(project.folder / "build" / "store").put(Path(entry).name, b"no pages")
    built = project.build()
    assert built.laid_out == 1
    assert [each.code for each in built.diagnostics] == ["store-damaged"]
    assert project.files == clean


def test_a_damaged_manifest_only_means_binding_again(project: Project) -> None:
    project.build()
    clean = project.files
    path = project.folder / "build" / "manifest.json"
    for damaged in (b"", b"{", b"[]", b'{"format": 99, "volumes": {}}', b"\xff" * 99, b"[" * 100_000):
        path.write_bytes(damaged)
        built = project.build()
        assert (built.written, built.laid_out, built.is_whole) == (ALL, 0, True)
        assert [(each.code, each.span.path) for each in built.diagnostics] == [
            ("manifest-damaged", "build/manifest.json")
        ]
        assert project.files == clean


def test_a_file_that_was_deleted_or_edited_is_bound_again(project: Project) -> None:
    project.build()
    clean = project.files
    (project.folder / "build" / "pdf" / f"{ALL[0]}.pdf").unlink()
    (project.folder / "build" / "pdf" / f"{ALL[2]}.pdf").write_bytes(b"%PDF torn")
    built = project.build()
    assert (built.written, built.kept, built.laid_out) == ((ALL[0], ALL[2]), (ALL[1],), 0)
    assert project.files == clean


# -- the disk


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_refuses_at_any_step_leaves_whole_files(
    project: Project, compiled: Compiled, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    project.build()
    old = outputs(project)
    new_texts = {"riga": "new", "oslo": "new too"}
    moment = 0
    while True:
        moment += 1
        calls = iter(range(1, 1000))
        before = os.fsync

        def refusing(descriptor: int, moment: int = moment, calls: Any = calls, before: Any = before) -> None:
            if next(calls) == moment:
                raise OSError(code, os.strerror(code))
            before(descriptor)

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refusing)
            try:
                project.build(compiled(new_texts))
            except OSError as refused:
                assert str(project.folder / "build") in str(refused.filename)  # noqa: PT017 - only some steps are reached
            else:
                break
        now = outputs(project)
        assert now.keys() == old.keys()
        project.build(compiled(new_texts))
        new = outputs(project)
        assert all(now[path] in {old[path], new[path]} for path in now)
        assert project.build().is_whole
        assert outputs(project) == old
    assert moment > 4


def test_killed_at_any_step_all_files_are_whole_and_the_next_build_is_right(
    project: Project, another: Project, compiled: Compiled
) -> None:
    new_texts = {"riga": "new", "oslo": "new too"}
    another.build(compiled(new_texts))
    new = outputs(another)
    project.build()
    old = outputs(project)
    for moment in range(1, 1000):
        for path, data in old.items():
            write_atomically(project.folder / "build" / path, data)
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                calls = iter(range(1, 1000))
                kill_at(moment, calls)
                project.build(compiled(new_texts))
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break
        now = {path: data for path, data in outputs(project).items() if not path.endswith("-tmp")}
        assert now.keys() == old.keys() == new.keys()
        assert all(now[path] in {old[path], new[path]} for path in now)
        project.build(compiled(new_texts))
        assert outputs(project) == new
        assert not any(path.endswith("-tmp") for path in project.files)
        for entry in (project.folder / "build" / "store").glob("??/*"):
            entry.unlink()
    assert moment > 40
    assert outputs(project) == new


def kill_at(moment: int, calls: Any) -> None:
    for name in ("open", "fsync", "replace", "mkdir", "unlink"):
        setattr(os, name, counted(getattr(os, name), moment, calls))


def counted(call: Any, moment: int, calls: Any) -> Any:
    def instead(*args: Any, **named: Any) -> Any:
        if next(calls) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **named)

    return instead


def test_temporary_files_of_killed_builds_are_swept_and_others_stay(project: Project, tmp_path: Path) -> None:
    project.build()
    child = os.fork() or os._exit(0)  # type: ignore[func-returns-value]
    os.waitpid(child, 0)
    folders = {path.parent for path in (project.folder / "build").rglob("*") if path.is_file()}
    assert len(folders) >= 10
    for folder in folders:
        (folder / f".x.{child}.wp3-tmp").write_bytes(b"x")
    elsewhere = tmp_path / f".x.{child}.wp3-tmp"
    elsewhere.write_bytes(b"not below build")
    project.build()
    assert [path for path in project.files if path.endswith("-tmp")] == []
    assert elsewhere.exists()
