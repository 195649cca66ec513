"""Every way to end has its exit code and at most one line, never a traceback."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psutil
import pytest

from wp3reports import __main__ as module
from wp3reports import cli


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def ended(monkeypatch: pytest.MonkeyPatch, run: Callable[[], int]) -> int | str | None:
    monkeypatch.setattr(cli, "run", run)
    with pytest.raises(SystemExit) as code:
        module.main()
    return code.value.code


def raising(fault: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise fault

    return run


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_code_of_a_command_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    assert ended(monkeypatch, lambda: code) == code
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("fault", "code", "says"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (OSError(28, "No space left on device", "build/x.pdf"), 3, "build/x.pdf: No space left on device"),
        (OSError("odd"), 3, "the system refused: odd"),
        (PermissionError(13, "Permission denied"), 3, "the system refused: Permission denied"),
        (ValueError("two\nlines \x1b[31m"), 4, "ValueError: two lines  [31m (test_main.py:"),
        (RecursionError(), 4, "a bug of wp3reports, please report it: RecursionError"),
        (MemoryError(), 4, "MemoryError"),
        (AssertionError(), 4, "AssertionError"),
    ],
    ids=repr,
)
def test_what_is_raised_becomes_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: BaseException, code: int, says: str
) -> None:
    assert ended(monkeypatch, raising(fault)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("wp3reports: ")
    assert says in err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "\x1b" not in err


def test_a_reader_that_left_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(monkeypatch, raising(BrokenPipeError())) == 0
    assert capsys.readouterr() == ("", "")


def test_interrupted_and_ended_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def run() -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
        return 0

    assert ended(monkeypatch, run) == 143


BUILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, str(Path(__file__).parent))
from hanging import job
from wp3reports import pdf
from wp3reports.__main__ import main
from wp3reports.build import workers

if __name__ == "__main__":
    pdf.missing_libraries = lambda: ()
    workers.Workers.__init__.__kwdefaults__["job"] = job
    main()
"""
HANGING = """
import time
from pathlib import Path

def job(name, html, assets):
    Path(__file__).with_name(f"begun-{name.replace('/', '-')}").touch()
    time.sleep(600)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code", "says"),
    [(signal.SIGINT, 130, "\nwp3reports: interrupted\n"), (signal.SIGTERM, 143, "")],
    ids=["Ctrl-C", "SIGTERM"],
)
def test_a_build_ends_within_two_seconds_and_leaves_nothing(
    given: Mapping[str, str], tmp_path: Path, number: signal.Signals, code: int, says: str
) -> None:
    for path, text in {**given, "build.py": BUILD, "hanging.py": HANGING}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    build = subprocess.Popen(
        [sys.executable, "build.py", "build", "--issued=2008-01-31", "-j2"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    for _ in range(600):
        if len(list(tmp_path.glob("begun-*"))) == 2:
            break
        time.sleep(0.05)
    children = psutil.Process(build.pid).children(recursive=True)
    assert len(children) >= 2
    if number == signal.SIGINT:
        os.killpg(build.pid, number)  # as a terminal does
    else:
        build.send_signal(number)
    started = time.monotonic()
    output, errors = build.communicate(timeout=20)
    assert time.monotonic() - started < 2
    assert build.returncode == code
    assert (output, errors) == ("", says)
    _, alive = psutil.wait_procs(children, timeout=2)
    assert alive == []
    assert list(scratch.iterdir()) == []
    left = {path.relative_to(tmp_path / "build").parts[0] for path in (tmp_path / "build").rglob("*") if path.is_file()}
    assert left <= {".lock", "fonts"}  # a font that is unpacked is whole, and serves the next build


@pytest.mark.parametrize(
    ("redirection", "code", "says"),
    [
        (">/dev/full", 3, "wp3reports: the system refused: standard output: No space left on device\n"),
        ("| (exec <&-; sleep 1); exit ${PIPESTATUS[0]}", 0, ""),
        ("2>&- >&-", 0, ""),
    ],
)
def test_what_is_printed_last_and_never_arrives(redirection: str, code: int, says: str) -> None:
    script = "from wp3reports import __main__, cli; cli.run = lambda: print('x' * 100) or 0; __main__.main()"
    command = f'env -u PYTHONUNBUFFERED {sys.executable} -c "{script}" {redirection}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, says)


@pytest.mark.parametrize("code", [0, 1, 4])
def test_a_process_of_its_own_ends_at_once_with_all_that_was_printed(code: int, tmp_path: Path) -> None:
    script = f"""if True:
        import atexit, pathlib
        from wp3reports import __main__ as module, cli
        class Left:
            def __del__(self):
                print("taken apart")
        left = Left()
        atexit.register(pathlib.Path("cleared").touch)
        cli.run = lambda: print("x" * 70_000) or {code}
        module.command()
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, "x" * 70_000 + "\n", "")
    assert (tmp_path / "cleared").exists()
