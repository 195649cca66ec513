"""`wp3reports build`: targets, refusals, messages and exit codes; the engine is a stub but in the slow tests."""

import errno
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.build import only_build_in
from wp3reports.cli import building

ISSUED = "--issued=2008-01-31"
RIGA = "inputs/m2_swot/riga.yaml"
pytestmark = pytest.mark.usefixtures("folder", "stub")

Run = Callable[..., Any]
Breaks = Callable[..., None]
LOCAL = {f"local/{milestone}/{city}" for milestone in ("m1_selection", "m2_swot") for city in ("riga", "malmo", "oslo")}
ALL = LOCAL | {"milestone/m1_selection", "milestone/m2_swot", "final", "final-annex"}


def pdfs(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix().removesuffix(".pdf") for path in folder.rglob("*.pdf")}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- what is built


def test_without_targets_everything_is_built(folder: Path, run: Run, stub: Any) -> None:
    code, out, err = run("build", ISSUED, "-j3")
    assert (code, out) == (0, "")
    assert pdfs(folder / "build" / "pdf") == ALL
    assert stub.jobs == 3
    *progress, summary = err.rstrip("\n").split("\n")
    assert summary.startswith("10 written, 0 up to date, 0 failed: ")
    assert f", {len(stub.exported)} parts laid out, " in summary
    assert sum(line.startswith("laid out ") for line in progress) == len(progress) == len(stub.exported)


def test_parts_begin_while_others_are_rendered(run: Run, stub: Any, breaks: Breaks) -> None:
    run("build", ISSUED, "-n")
    assert stub.begun == []
    run("build", ISSUED)
    assert stub.begun[0] == "the engine"
    assert set(stub.begun[1:]) < set(stub.exported)
    assert len(stub.begun) == len(set(stub.begun)) > 10
    breaks("inputs/m2_swot/riga.yaml", "stage: emerging", "stage: established")
    run("build", ISSUED)
    assert "m2_swot/riga" in stub.begun
    assert "m2_swot/oslo" not in stub.begun


def test_for_the_release_of_a_draft_nothing_is_laid_out(run: Run, stub: Any) -> None:
    assert run("build", ISSUED).code == 0
    assert run("build", ISSUED, "--final").code == 0
    assert stub.begun == ["nothing to lay out"]
    assert stub.exported == []


def test_what_took_longest_begins_first_the_next_time(folder: Path, run: Run, stub: Any) -> None:
    run("build", ISSUED)
    longest = [name for name in stub.exported if name in stub.begun][-1]
    (folder / "build/store").rename(folder / "elsewhere")
    run("build", ISSUED, "--final")
    begun = [name for name in stub.begun if name.split("/")[0] == longest.split("/")[0]]
    assert begun[0] == longest


def test_a_second_build_lays_out_and_writes_nothing(
    folder: Path, run: Run, stub: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("build", ISSUED).err
    before = contents(folder)
    stub.exported.clear()
    monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("wrote"))
    monkeypatch.setattr(building, "compiled", lambda *_, **__: pytest.fail("compiled"))
    code, out, err = run("build", ISSUED)
    assert (code, out) == (0, "")
    assert err.startswith("0 written, 10 up to date, 0 failed: ")
    assert err.split(" pages")[0].split()[-1] == first.split(" pages")[0].split()[-1]  # as many of them
    assert stub.exported == []
    assert contents(folder) == before


def test_whatever_is_otherwise_is_built_again(folder: Path, run: Run, breaks: Breaks) -> None:
    file = folder / "build/pdf/local/m2_swot/riga.pdf"

    def written(*options: str) -> str:
        return str(run("build", ISSUED, *options).err.splitlines()[-1].split(":")[0])

    assert written() == "10 written, 0 up to date, 0 failed"
    file.write_bytes(b"not as it was left")
    assert written() == "1 written, 9 up to date, 0 failed"
    breaks(RIGA, "Wages rise", "Wages rise fast")
    assert written() == "4 written, 6 up to date, 0 failed"
    assert written("--final") == "10 written, 0 up to date, 0 failed"
    assert written() == "10 written, 0 up to date, 0 failed"
    assert written("final") == "0 written, 1 up to date, 0 failed"


def test_a_link_that_was_added_is_told_though_nothing_is_to_build(folder: Path, run: Run) -> None:
    assert run("build", ISSUED, "final").code == 0
    (folder / "inputs" / "m2_swot" / "linked.yaml").symlink_to("riga.yaml")
    assert "file-refused" in "".join(run("build", ISSUED, "final")[1:])


def test_what_was_told_of_a_build_is_told_again(run: Run, stub: Any) -> None:
    stub.flaws["m2_swot/riga"] = pdf.Flaw("pdf-missing-glyph", "no glyph for X")
    first, second = run("build", ISSUED, "final-annex"), run("build", ISSUED, "final-annex")
    assert first.out == second.out
    assert "no glyph for X" in second.out


@pytest.mark.parametrize(
    ("targets", "built"),
    [
        (["local/m2_swot/riga"], {"local/m2_swot/riga"}),
        (["local/*/riga", "milestone/m2_swot"], {"local/m1_selection/riga", "local/m2_swot/riga", "milestone/m2_swot"}),
        (["final"], {"final"}),
        (["final*"], {"final", "final-annex"}),
        (["*"], ALL),
        (["final", "final"], {"final"}),
        (["local/m?_*/oslo"], {"local/m1_selection/oslo", "local/m2_swot/oslo"}),
    ],
)
def test_targets_may_be_globs(folder: Path, run: Run, targets: list[str], built: set[str]) -> None:
    assert run("build", ISSUED, *targets).code == 0
    assert pdfs(folder / "build" / "pdf") == built


@pytest.mark.parametrize(
    ("asked", "built"),
    [
        (["local/m2_swot/riga", "--lang", "ru"], {"local/m2_swot/riga.ru"}),
        (["local/m2_swot/*", "--lang=own"], {f"local/m2_swot/{name}" for name in ("riga.lv", "malmo.sv", "oslo.nb")}),
        (["local/m2_swot/riga.lv"], {"local/m2_swot/riga.lv"}),
        (["local/m2_swot/riga.lv", "final", "--lang=own"], {"local/m2_swot/riga.lv", "final"}),
        (["local/m2_swot/riga", "--lang", "en"], {"local/m2_swot/riga"}),
    ],
)
def test_local_reports_in_other_languages(folder: Path, run: Run, asked: list[str], built: set[str]) -> None:
    assert run("build", ISSUED, *asked).code == 0
    assert pdfs(folder / "build" / "pdf") == built
    assert {path.name.removesuffix(".map.json") for path in (folder / "build/pdf").rglob("*.json")} == {
        name.rpartition("/")[2] for name in built
    }


def test_a_report_in_another_language_never_takes_the_place_of_the_english_one(folder: Path, run: Run) -> None:
    run("build", ISSUED, "local/m2_swot/riga")
    before = (folder / "build/pdf/local/m2_swot/riga.pdf").read_bytes()
    run("build", ISSUED, "local/m2_swot/riga", "--lang", "lv")
    assert (folder / "build/pdf/local/m2_swot/riga.pdf").read_bytes() == before
    assert run("build", ISSUED, "local/m2_swot/riga", "--lang", "lv").err.startswith("0 written, 1 up to date")


def test_a_language_without_labels_is_wrong_usage(folder: Path, run: Run) -> None:
    code, _, err = run("build", ISSUED, "--lang", "uk")
    assert code == 2
    assert "there are no labels in 'uk'" in err
    assert "There are en, da, de, et, fi, lt, lv, nb, pl, ru, sv, own." in err
    assert not (folder / "build/pdf").exists()


def test_a_folder_of_the_users_own(folder: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "inputs")
    for option in (["-o", "../out"], ["--output", str(tmp_path / "a b")]):
        assert run("build", ISSUED, *option, "final").code == 0
    assert set(contents(folder / "out")) == set(contents(tmp_path / "a b")) == {"final.pdf"}
    assert not (folder / "build" / "pdf").exists()
    assert run("build", ISSUED, "-o", "../out", "final").err.startswith("0 written, 1 up to date")


def test_the_clock_is_the_only_other_input(folder: Path, run: Run) -> None:
    run("build", ISSUED, "final")
    before = contents(folder / "build" / "pdf")
    assert run("build", "--issued=2008-02-01", "final").err.count("1 written")
    assert contents(folder / "build" / "pdf") != before
    run("build", ISSUED, "final")
    assert contents(folder / "build" / "pdf") == before


# -- what is refused


@pytest.mark.parametrize(
    "target", ["locl/m2_swot/riga", "local/m2_swot/atlantis", "nothing", "local/*/atlantis", "../../x", "[", ""]
)
def test_an_unknown_target_is_wrong_usage_and_the_known_ones_are_named(folder: Path, run: Run, target: str) -> None:
    code, out, err = run("build", ISSUED, "final", target)
    assert (code, out) == (2, "")
    assert repr(target) in err
    assert (
        "There are milestone/m1_selection, milestone/m2_swot, final, final-annex, and local/<milestone>/<partner>."
        in err
    )
    assert not (folder / "build").exists()


def test_a_target_that_is_nearly_right_is_guessed(run: Run) -> None:
    assert "did you mean local/m2_swot/riga?" in run("build", ISSUED, "local/m2_swot/rgia").err
    assert "there is no inputs/m2_swot/atlantis.yaml" in run("build", ISSUED, "local/m2_swot/atlantis").err


def test_a_broken_hand_in_fails_its_own_report_only(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "summary:", "sumary:")
    code, out, err = run("build", ISSUED)
    assert code == 1
    assert pdfs(folder / "build" / "pdf") == ALL - {"local/m2_swot/riga"}
    assert f"  --> {RIGA}:" in out
    assert "9 written, 0 up to date, 0 failed" in err


def test_a_broken_hand_in_asked_for_by_name_is_told(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "summary:", "sumary:")
    code, out, err = run("build", ISSUED, "local/m2_swot/riga")
    assert (code, out) == (1, "")
    assert f"local/m2_swot/riga cannot be made: {RIGA} has errors; see: wp3reports check {RIGA}" in err
    assert run("build", ISSUED, "local/m2_swot/oslo").err.startswith("laid out")
    assert pdfs(folder / "build" / "pdf") == {"local/m2_swot/oslo"}


def test_a_broken_project_file_stops_everything(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks("inputs/project.yaml", "acronym:", "acronim:")
    code, out, err = run("build", ISSUED, "final")
    assert code == 1
    assert "  --> inputs/project.yaml:" in out
    assert "refused: the project files have errors" in err
    assert not (folder / "build").exists()


def test_a_release_is_refused_while_an_error_stands(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "summary:", "sumary:")
    code, out, err = run("build", ISSUED, "--final", "local/m1_selection/oslo")
    assert code == 1
    assert f"  --> {RIGA}:" in out
    assert err.startswith("refused: a release is made only without errors (")
    assert not (folder / "build").exists()


def test_a_link_among_the_inputs_stops_a_release(folder: Path, run: Run) -> None:
    (folder / "inputs" / "m2_swot" / "extra.png").symlink_to("/etc/passwd")
    assert run("build", ISSUED, "--final").code == 1
    assert not (folder / "build").exists()


def test_warnings_do_not_stop_a_release(folder: Path, run: Run) -> None:
    (folder / "inputs" / "stray.yaml").write_bytes(b"x: 1\n")
    code, _, err = run("build", ISSUED, "--final")
    assert code == 0
    assert "10 written" in err
    assert "1 more finding is no error; see: wp3reports check" in err


def test_what_the_layout_finds_is_shown_again_from_the_store(folder: Path, run: Run, stub: Any) -> None:
    stub.flaws = {"m2_swot/riga": pdf.Flaw("pdf-missing-glyph", "no glyph for X", f"{RIGA}#/summary")}
    lines = (folder / RIGA).read_text(encoding="utf-8").split("\n")
    [line] = [number for number, text in enumerate(lines, 1) if text.startswith("summary:")]
    first, again = run("build", ISSUED), run("build", ISSUED)
    assert first.code == again.code == 0
    assert first.out == again.out
    assert "warning[pdf-missing-glyph] no glyph for X (in m2_swot/riga)" in again.out
    assert f"  --> {RIGA}:{line}:" in again.out
    assert stub.exported == []
    final = run("build", ISSUED, "--final")
    assert final.code == 1
    assert "error[pdf-missing-glyph]" in final.out
    assert "3 failed (local/m2_swot/riga, milestone/m2_swot, final-annex)" in final.err


# -- the environment


def test_without_libraries_the_way_out_is_named(run: Run, stub: Any) -> None:
    stub.fault = pdf.MissingLibrariesError(("pango",))
    code, out, err = run("build", ISSUED)
    assert (code, out) == (3, "")
    assert err == "Error: native libraries not found: pango; see: wp3reports doctor\n"


def test_a_build_folder_that_cannot_be_written_is_one_line(folder: Path, run: Run) -> None:
    (folder / "build").write_bytes(b"a file in its place")
    code, out, err = run("build", ISSUED)
    assert (code, out) == (3, "")
    assert err.startswith(f"wp3reports: the system refused: {folder}/build")
    assert err.count("\n") == 1


def test_a_full_disk_is_one_line_and_leaves_the_old_files(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", ISSUED)
    before = contents(folder / "build" / "pdf")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    code, out, err = run("build", ISSUED, "--final")
    assert (code, out) == (3, "")
    last = err.rstrip("\n").split("\n")[-1]
    assert last.startswith(f"wp3reports: the system refused: {folder}/build/")
    assert last.endswith(": No space left on device")
    assert contents(folder / "build" / "pdf") == before


def test_an_output_that_is_a_file_is_wrong_usage(folder: Path, run: Run) -> None:
    (folder / "out").write_bytes(b"")
    assert run("build", ISSUED, "-o", "out").code == 2


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_jobs_are_a_number_of_processes(run: Run, jobs: str) -> None:
    assert run("build", ISSUED, "-j", jobs).code == 2


def test_the_project_says_what_a_part_may_take(folder: Path, run: Run, stub: Any) -> None:
    project = folder / "inputs/project.yaml"
    project.write_text(f"{project.read_text(encoding='utf-8')}limits:\n  seconds: 60\n  pages: 0\n", encoding="utf-8")
    code, out, _ = run("build", ISSUED, "local/m1_selection/riga")
    assert code == 1
    assert "error[limit-out-of-range]" in out
    assert (stub.limits.seconds, stub.limits.megabytes, stub.limits.pages) == (60, 1024, 1)


def test_a_build_waits_for_another(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, end, pause = threading.Event(), threading.Event(), time.sleep

    def other() -> None:
        with only_build_in(folder / "build", lambda: None):
            begun.set()
            end.wait(30)

    def until_the_other_ends(seconds: float) -> None:
        end.set()
        pause(seconds)

    monkeypatch.setattr("wp3reports.build.lock.PATIENCE", -1.0)
    monkeypatch.setattr("wp3reports.build.lock.time.sleep", until_the_other_ends)
    thread = threading.Thread(target=other)
    thread.start()
    begun.wait(30)
    code, _, err = run("build", ISSUED, "final")
    thread.join()
    assert code == 0
    assert err.count("another build is at work here; waiting for it to end\n") == 1


def test_a_change_meanwhile_is_told(folder: Path, run: Run, stub: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    export = stub.export

    def slow(parts: Any) -> Any:
        (folder / RIGA).write_bytes(b"x: 1\n")
        return export(parts)

    monkeypatch.setattr(stub, "export", slow)
    code, out, _ = run("build", ISSUED)
    assert code == 0
    assert "warning[file-changed]" in out
    assert f"  --> {RIGA}:1:1" in out


# -- the real engine


def built(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wp3reports", "build", *arguments]
    environment = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_same_day_gives_the_same_bytes_everywhere(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "zwei ö"
    shutil.copytree(folder / "inputs", other / "inputs", copy_function=shutil.copyfile)
    targets = (ISSUED, "local/m1_selection/riga", "milestone/m1_selection")
    environment = {"HOME": str(tmp_path), "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
    first = built(folder, *targets, "-j1", **environment)
    assert first.returncode == 0
    assert "2 written" in first.stderr
    assert first.stdout == ""
    second = built(other, *targets, "-j2", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")
    assert second.returncode == 0
    expected = contents(folder / "build" / "pdf")
    assert sum(name.endswith(".pdf") for name in expected) == 2
    assert contents(other / "build" / "pdf") == expected
    shutil.rmtree(other / "build" / "pdf")
    warm = built(other, *targets)
    assert "2 written, 0 up to date, 0 failed" in warm.stderr
    assert " 0 parts laid out" in warm.stderr
    assert contents(other / "build" / "pdf") == expected
    again = built(other, *targets)
    assert "0 written, 2 up to date" in again.stderr
    for path in (folder / "build" / "pdf").rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == []


@pytest.mark.slow
def test_the_projects_own_inputs_build_from_a_copy(tmp_path: Path) -> None:
    inputs = Path(__file__).parents[2] / "inputs"
    shutil.copytree(inputs, tmp_path / "copy" / "inputs", copy_function=shutil.copyfile)
    ended = built(tmp_path / "copy", ISSUED, "local/m1_selection/malmo", "local/m2_swot/riga")
    assert ended.returncode == 0
    assert "2 written, 0 up to date, 0 failed" in ended.stderr
    assert pdfs(tmp_path / "copy" / "build" / "pdf") == {"local/m1_selection/malmo", "local/m2_swot/riga"}
