"""`wp3reports check`: what it shows, what it leaves out, how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports import workspace

ISSUED = "--issued=2008-01-31"
RIGA = "inputs/m1_selection/riga.yaml"
pytestmark = pytest.mark.usefixtures("folder")

Run = Callable[..., Any]
Breaks = Callable[..., None]


def test_a_right_project_has_no_findings(folder: Path, run: Run) -> None:
    assert run("check", ISSUED) == (0, "", "no findings; next: wp3reports build\n")
    assert sorted(path.name for path in folder.iterdir()) == ["inputs"]


def test_an_error_is_shown_at_its_line_and_ends_with_1(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "kind: university_research", "kind: universty_research")
    line = (
        (folder / RIGA)
        .read_text(encoding="utf-8")
        .split("\n")
        .index("    actors: [{name: University of Latvia, kind: universty_research}]")
    )
    code, out, err = run("check", ISSUED)
    assert code == 1
    assert f"  --> {RIGA}:{line + 1}:49\n" in out
    assert "universty_research}]\n   |" in out
    assert "^^^^^^^^^^^^^^^^^^" in out
    assert err.startswith("1 error")
    assert err.endswith("; 1 can be fixed by: wp3reports check --fix\n")


def test_a_warning_ends_with_0(folder: Path, run: Run) -> None:
    (folder / "inputs" / "m1_selection" / "rigga.yaml").write_bytes(b"x: 1\n")
    code, out, err = run("check", ISSUED)
    assert code == 0
    assert out.startswith("warning[")
    assert "inputs/m1_selection/rigga.yaml" in out
    assert err == "1 warning; next: wp3reports build\n"


@pytest.mark.parametrize(
    "path",
    [RIGA, f"./{RIGA}", "inputs/m1_selection", "inputs/m1_selection/", "inputs", ".", "inputs/m2_swot/../m1_selection"],
)
def test_paths_choose_what_is_shown(folder: Path, run: Run, breaks: Breaks, path: str) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    assert run("check", ISSUED, path).code == 1
    assert run("check", ISSUED, str(folder / path)).code == 1


def test_errors_elsewhere_are_only_counted(run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    code, out, err = run("check", ISSUED, "inputs/partners.yaml")
    assert (code, out) == (0, "")
    assert err == "no findings here, 1 error elsewhere; see: wp3reports check\n"


def test_the_other_end_of_a_conflict_counts_too(run: Run, breaks: Breaks) -> None:
    breaks("inputs/m2_swot/riga.yaml", "cluster: ict", "cluster: itc")
    everything = run("check", ISSUED)
    at_the_other_end = run("check", ISSUED, "inputs/m1_selection/coordinator.yaml")
    assert "inputs/m2_swot/riga.yaml" in at_the_other_end.out
    assert "::: inputs/m1_selection/coordinator.yaml" in at_the_other_end.out
    assert len(at_the_other_end.out) <= len(everything.out)


def test_paths_count_from_the_current_folder(
    folder: Path, run: Run, breaks: Breaks, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    monkeypatch.chdir(folder / "inputs" / "m1_selection")
    assert run("check", ISSUED, "riga.yaml").code == 1
    assert run("check", ISSUED, "malmo.yaml").code == 0
    assert run("check", ISSUED, ".").code == 1
    assert f"--> {RIGA}:" in run("check", ISSUED).out


def test_a_project_behind_a_link_is_the_same(folder: Path, run: Run, breaks: Breaks, tmp_path: Path) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    (tmp_path / "link").symlink_to(folder)
    assert run("check", ISSUED, str(tmp_path / "link" / RIGA)).code == 1


@pytest.mark.parametrize("path", ["inputs/nothing.yaml", "/etc/passwd", ".."])
def test_a_path_that_is_not_in_the_project_is_wrong_usage(run: Run, path: str) -> None:
    code, out, err = run("check", path)
    assert (code, out) == (2, "")
    assert path.strip("./") in err or "outside the project" in err


def test_without_a_project_it_says_what_is_looked_for(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("check")
    assert (code, out) == (2, "")
    assert "no project here" in err
    assert "inputs/project.yaml" in err


@pytest.mark.parametrize("day", ["yesterday", "2007-02-30", ""])
def test_a_day_that_is_none_is_wrong_usage(run: Run, day: str) -> None:
    code, _, err = run("check", "--issued", day)
    assert code == 2
    assert "2007-12-14" in err


def test_names_of_any_bytes_are_told_on_one_line(folder: Path, run: Run) -> None:
    raw = os.fsencode(folder) + b"/inputs/m1_selection/"
    for name in (b"malm\xf6.yaml", b"two\nlines.yaml", b"-rf.yaml", b"\x1b[31m.yaml", b"[red].yaml"):
        with open(raw + name, "wb") as file:  # noqa: PTH123 - bytes
            file.write(b"x: 1\n")
    code, out, err = run("check", ISSUED)
    assert code == 0
    assert err.startswith("5 warnings")
    for shown in (r"malm\udcf6.yaml", r"two\nlines.yaml", "-rf.yaml", r"\x1b[31m.yaml", "[red].yaml"):
        assert f"  --> inputs/m1_selection/{shown}:1:1\n" in out
    assert run("check", ISSUED, os.fsdecode(raw + b"malm\xf6.yaml")).err.startswith("1 warning")


def test_a_link_can_be_asked_about(folder: Path, run: Run) -> None:
    (folder / RIGA).unlink()
    (folder / RIGA).symlink_to("/dev/zero")
    code, out, _ = run("check", ISSUED, RIGA)
    assert code == 1
    assert out.startswith("error[file-refused] not read: it is a link\n")


def test_a_file_that_changes_meanwhile_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from wp3reports.cli import compiling  # noqa: PLC0415

    def slow(root: Path) -> Any:
        result = workspace.read(root)
        with (folder / RIGA).open("a", encoding="utf-8") as file:
            file.write("# more\n")
        return result

    monkeypatch.setattr(compiling, "read", slow)
    code, out, _ = run("check", ISSUED)
    assert code == 0
    assert "warning[file-changed] the file changed meanwhile" in out
    assert f"  --> {RIGA}:1:1\n" in out


def test_partner_text_is_not_obeyed(run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "kind: university_research", "kind: '[red]::error::x'")
    code, out, _ = run("check", ISSUED)
    assert code == 1
    assert "[red]::error::x" in out
    assert not any(line.lstrip().startswith("::error") for line in out.split("\n"))
    assert "\x1b" not in out


# -- as a process of its own


def process(*arguments: str, **environment: str) -> list[str]:
    assignments = [f"{name}={value}" for name, value in environment.items()]
    return ["env", "-u", "PYTHONUNBUFFERED", *assignments, sys.executable, "-m", "wp3reports", *arguments]


FORBIDDEN = (
    *("weasyprint", "pikepdf", "pebble", "uharfbuzz", "fontTools", "cffi", "rich", "wp3reports.build"),
    *("jinja2", "lxml", "babel", "watchfiles", "wp3reports.rulebook", "wp3reports.milestones.final.merge"),
)


IMPORTED = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, sep="\\n"))
from wp3reports.__main__ import main
main()
"""


def test_it_imports_nothing_of_the_engine() -> None:
    command = [sys.executable, "-c", IMPORTED, "check", ISSUED]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = set(ended.stdout.split())
    assert {"wp3reports.cli.check", "wp3reports.reporters.text", "yaml"} <= imported
    assert sorted(each for each in imported if each.startswith(FORBIDDEN)) == []


def test_in_a_bare_locale_nothing_breaks(folder: Path, breaks: Breaks) -> None:
    breaks(RIGA, "kind: university_research", "kind: Универ")
    (folder / "inputs" / "m1_selection" / "malmö.yaml").write_bytes(b"x: 1\n")
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = subprocess.run(process("check", ISSUED, **bare), capture_output=True, check=False)
    assert ended.returncode == 1
    assert rb"kind: \u0423\u043d\u0438\u0432\u0435\u0440" in ended.stdout
    assert rb"inputs/m1_selection/malm\xf6.yaml" in ended.stdout
    assert ended.stdout.isascii()
    assert b"Traceback" not in ended.stderr


def test_a_reader_that_leaves_early_changes_nothing_but_what_it_sees(folder: Path, breaks: Breaks) -> None:
    for number in range(300):
        (folder / "inputs" / f"stray{number:03}.yaml").write_bytes(b"x: 1\n")
    breaks(RIGA, "kind: university_research", "kind: wrong")
    script = '"$@" | head -1; exit ${PIPESTATUS[0]}'
    ended = subprocess.run(["bash", "-c", script, "bash", *process("check", ISSUED)], capture_output=True, check=False)
    assert ended.returncode == 1
    assert ended.stdout.count(b"\n") == 1
    assert b"Traceback" not in ended.stderr
    assert b"Broken" not in ended.stderr
    assert b"mend the errors" in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirection", "code", "says"),
    [
        (">/dev/full", 3, b"wp3reports: the system refused: No space left on device\n"),
        (">&-", 1, b"1 error"),
        ("2>/dev/full", 3, b""),
        ("2>&-", 1, b""),
        ("<&-", 1, b"1 error"),
    ],
)
def test_streams_that_are_closed_or_full(breaks: Breaks, redirection: str, code: int, says: bytes) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    script = f'"$@" {redirection}'
    ended = subprocess.run(["bash", "-c", script, "bash", *process("check", ISSUED)], capture_output=True, check=False)
    assert ended.returncode == code
    assert says in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert b"Exception ignored" not in ended.stderr


@pytest.mark.parametrize("style", ["json", "jsonl", "gitlab", "sarif"])
def test_data_goes_to_standard_output_and_nothing_else(run: Run, breaks: Breaks, style: str) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    code, out, err = run("check", ISSUED, "--format", style)
    assert code == 1
    assert all(json.loads(line) for line in (out.splitlines() if style == "jsonl" else [out]))
    assert err.startswith("1 error")


def test_github_actions_gets_annotations_text_and_summary(
    folder: Path, run: Run, breaks: Breaks, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks(RIGA, "kind: university_research", "kind: wrong")
    summary = folder.parent / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    code, out, err = run("check", ISSUED)
    assert code == 1
    assert out.startswith("error[value-unknown]")
    assert err.startswith(f"::error file={RIGA},")
    assert "| error | Riga |" in summary.read_text(encoding="utf-8")


def test_codes_choose_what_is_shown_and_what_fails(run: Run, breaks: Breaks) -> None:
    breaks("inputs/m2_swot/riga.yaml", "cluster: ict", "cluster: itc")
    assert run("check", ISSUED, "--select", "m1-*").code == 0
    assert run("check", ISSUED, "--select", "m2-*").code == 1
    assert "m2-swot-missing" not in run("check", ISSUED, "--ignore", "m2-swot-missing").out
    assert run("check", ISSUED, "--ignore", "m2-*").out == ""


def test_a_code_that_nothing_has_is_refused(run: Run) -> None:
    code, _, err = run("check", ISSUED, "--select", "m2-swot-mising")
    assert code == 2
    assert 'did you mean "m2-swot-missing"?' in err


def test_what_makes_it_fail_can_be_chosen(folder: Path, run: Run, breaks: Breaks) -> None:
    (folder / "inputs" / "m1_selection" / "rigga.yaml").write_bytes(b"x: 1\n")
    assert run("check", ISSUED, "--fail-on", "warning").code == 1
    breaks(RIGA, "kind: university_research", "kind: wrong")
    assert run("check", ISSUED, "--fail-on", "never").code == 0


def test_quiet_says_nothing_but_findings(run: Run, breaks: Breaks) -> None:
    assert run("check", ISSUED, "--quiet") == (0, "", "")
    breaks(RIGA, "kind: university_research", "kind: wrong")
    assert run("check", ISSUED, "-q").err == ""


def test_statistics_count_by_code(run: Run, breaks: Breaks) -> None:
    breaks("inputs/m2_swot/riga.yaml", "cluster: ict", "cluster: itc")
    out = run("check", ISSUED, "--statistics").out
    assert "    1 error    m2-swot-missing\n" in out
    assert "-->" not in out


@pytest.mark.parametrize(
    ("target", "code"),
    [("local/m2_swot/oslo", 0), ("local/m1_selection/riga", 1), ("milestone/m1_selection", 1), ("final", 1)],
)
def test_a_target_means_what_it_is_made_from(run: Run, breaks: Breaks, target: str, code: int) -> None:
    breaks(RIGA, "source: latvian-it-cluster}", "source: latvian-it-custer}")
    assert run("check", ISSUED, target).code == code


def test_a_hand_in_on_standard_input_stands_for_its_file(folder: Path) -> None:
    text = (folder / RIGA).read_text(encoding="utf-8").replace("kind: university_research", "kind: wrong")
    command = [
        sys.executable,
        "-m",
        "wp3reports",
        "check",
        ISSUED,
        "--format",
        "concise",
        "-",
        "--stdin-filename",
        RIGA,
    ]
    done = subprocess.run(command, input=text, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{RIGA}:")
    assert "changed meanwhile" not in done.stdout


@pytest.mark.parametrize("arguments", [["-"], ["--stdin-filename", RIGA], ["-", "--stdin-filename", "../x.yaml"]])
def test_standard_input_needs_the_name_of_a_hand_in(run: Run, arguments: list[str]) -> None:
    assert run("check", ISSUED, *arguments).code == 2


def test_fix_writes_what_can_mean_one_thing_only(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "kind: university_research", "kind: universty_research")
    before = (folder / RIGA).read_bytes()
    code, out, err = run("check", ISSUED, "--diff")
    assert code == 1
    assert "-    actors: [{name: University of Latvia, kind: universty_research" in out
    assert (folder / RIGA).read_bytes() == before
    assert run("check", ISSUED).err.endswith("1 can be fixed by: wp3reports check --fix\n")
    code, out, err = run("check", ISSUED, "--fix")
    assert (code, out, err) == (0, "", f"fixed: {RIGA}\nno findings; next: wp3reports build\n")
    assert (folder / RIGA).read_bytes() == before.replace(b"universty", b"university")
    assert run("check", ISSUED, "--fix").err == "nothing to fix\nno findings; next: wp3reports build\n"
    assert run("check", ISSUED, "--diff") == (0, "", "")


def test_fix_puts_quotes_round_what_a_comment_would_take(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks(RIGA, "description: Software firms around the university.", "description: Riga's firms #1 in the country")
    assert run("check", ISSUED, "--fix").code == 0
    assert "description: 'Riga''s firms #1 in the country'\n" in (folder / RIGA).read_text(encoding="utf-8")


def test_watch_checks_again_after_a_change(folder: Path) -> None:
    command = [sys.executable, "-m", "wp3reports", "check", ISSUED, "--watch", "--format", "concise"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stderr is not None
        assert watching.stderr.readline() == "no findings; next: wp3reports build\n"
        time.sleep(1)
        hand_in = folder / RIGA
        hand_in.write_text(hand_in.read_text(encoding="utf-8").replace("status: accepted", "status: acepted"), "utf-8")
        assert watching.stderr.readline().startswith("1 error")
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=10) == 130


SLIPS = {
    "inputs/m2_swot/riga.yaml": [
        ("  - cluster: life-sciences", "  - cluster: life-scences"),
        ("  - cluster: ict", "  - cluster: itc"),
        ("    clusters: [ferries, life-sciences]", "    clusters: [feries, life-sciences]"),
    ],
    RIGA: [
        ("[@riga-2006]", "[@riga-206]"),
        ("metropolis: malmo", "metropolis: malmoe"),
        ("    actors:", "    actor:"),
    ],
    "inputs/m1_selection/coordinator.yaml": [("selected: [ict, life-sciences", "selected: [ict, live-sciences")],
    "inputs/project.yaml": [("milestone: m2_swot", "milestone: m2_swott")],
}


@pytest.mark.parametrize("path", SLIPS)
def test_a_slip_is_mended_whatever_it_is_in(folder: Path, run: Run, breaks: Breaks, path: str) -> None:
    for right, wrong in SLIPS[path]:
        before = (folder / path).read_bytes()
        breaks(path, right, wrong)
        assert (folder / path).read_bytes() != before
        assert run("check", ISSUED).code == 1
        assert run("check", ISSUED, "--fix").code == 0
        assert (folder / path).read_bytes() == before


def test_what_is_not_sure_is_asked_and_not_mended(folder: Path, run: Run, breaks: Breaks) -> None:
    breaks("inputs/m2_swot/riga.yaml", "cluster: ict", "cluster: icx")
    assert "did you mean this one?" in run("check", ISSUED).out
    assert run("check", ISSUED, "--fix").code == 1
    assert "cluster: icx" in (folder / "inputs/m2_swot/riga.yaml").read_text(encoding="utf-8")
