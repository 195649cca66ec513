"""Jobs that crash, hang, take too much and misbehave fail alone; nothing is left when the parent ends, however."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import psutil
import pytest

from wp3reports import pdf, shipped, worker
from wp3reports.build import pool
from wp3reports.build import workers as module
from wp3reports.build.orders import Order, bind_here
from wp3reports.build.times import Times
from wp3reports.build.workers import Workers
from wp3reports.model import Limits
from wp3reports.volume import Part, Placement, Volume

DAY = date(2007, 12, 14)
FONTS = {name: data for name, data in shipped.templates_by_path().items() if name.endswith(".woff2")}
FACES = {Path(name).name: data for name, data in FONTS.items()}
JOBS = """
import ctypes, os, pickle, signal, sys, tempfile, time
from pathlib import Path
from wp3reports import pdf

class Unpicklable(Exception):
    def __init__(self, one, two):
        super().__init__(one)

class Odd(Exception):
    def __str__(self):
        raise RuntimeError

def never(fonts, scratch):
    raise OSError("no room")

left = []

def take(megabytes):
    # Memory that is there at once and stays, for long enough to be seen.
    left.append(bytearray(b"x") * (megabytes << 20))
    time.sleep(0.5)

def job(name, html, assets):
    match html:
        case "segfault": os.kill(os.getpid(), signal.SIGSEGV)
        case "exit": os._exit(7)
        case "system exit": sys.exit(3)
        case "kill": os.kill(os.getpid(), signal.SIGKILL)
        case "raise": raise ValueError("a reason")
        case "unpicklable": raise Unpicklable(1, 2)
        case "odd to show": raise Odd
        case "hang": time.sleep(600)
        case "hang deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
            ctypes.CDLL(None).sleep(600)
        case "mask":
            html = f"SIGINT is blocked: {signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])}"
        case "nonsense": return b"no pages"
        case "not bytes": return lambda: None
        case "once":
            mark = Path(assets["mark"].decode())
            if not mark.exists():
                mark.write_bytes(b"x")
                os._exit(9)
        case "notes":
            with Path(assets["mark"].decode()).open("ab") as mark:
                mark.write(b"x")
        case "process": html = str(os.getpid())
        case "engine": html = f"{'weasyprint' in sys.modules} {'uharfbuzz' in sys.modules}"
        case "takes 600 megabytes": take(600)
        case "takes 150 megabytes": take(150)
        case "scratch":
            Path(tempfile.mkdtemp(), "left").write_bytes(b"x")
    return pdf.Printed(html.encode(), 1).to_bytes()
"""


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """A job in a module that workers can import."""
    folder = tmp_path_factory.mktemp("jobs")
    (folder / "hostile_jobs.py").write_text(JOBS, encoding="utf-8")
    sys.path.insert(0, str(folder))
    import hostile_jobs  # noqa: PLC0415

    return hostile_jobs.job  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def _has_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ())


def run(workers: Workers, *htmls: str, assets: Mapping[str, bytes] | None = None) -> dict[str, pdf.Printed]:
    parts = [Part(f"part-{html}", html, assets or {}) for html in htmls]
    return {part.html: printed for part, printed in workers.export(parts)}


def flaw(printed: pdf.Printed) -> tuple[str, str]:
    [each] = printed.flaws
    assert (printed.pages, printed.pdf, each.fatal) == (0, b"", True)
    return each.code, each.message


SAMPLE = Part("sample", "good sample")
GOOD = tuple(f"good {n}" for n in range(6))


def test_jobs_that_misbehave_fail_alone(job: Callable[..., bytes], tmp_path: Path) -> None:
    twice = "the layout process died, and again in a second try: "
    expected = {
        "segfault": ("pdf-crash", f"{twice}by signal 11 (Segmentation fault)"),
        "kill": ("pdf-crash", f"{twice}by signal 9 (Killed)"),
        "exit": ("pdf-crash", f"{twice}with code 7"),
        "system exit": ("pdf-crash", "the layout failed: SystemExit: 3"),
        "raise": ("pdf-crash", "the layout failed: ValueError: a reason"),
        "unpicklable": ("pdf-crash", "the layout failed: Unpicklable: 1"),
        "odd to show": ("pdf-crash", "the layout failed: RuntimeError: "),
        "not bytes": ("pdf-crash", "the layout failed: TypeError: cannot convert 'function' object to bytes"),
        "nonsense": ("pdf-crash", "the layout gave no pages that can be read"),
    }
    with Workers(2, tmp_path, job=job) as workers:
        printed = run(workers, *GOOD[:3], *expected, *GOOD[3:])
    assert {html: each.pdf for html, each in printed.items() if html in GOOD} == {html: html.encode() for html in GOOD}
    assert {html: flaw(each) for html, each in printed.items() if html not in GOOD} == expected


def test_what_is_cancelled_ends_and_the_next_finds_a_process_that_is_ready(
    job: Callable[..., bytes], tmp_path: Path
) -> None:
    with Workers(2, tmp_path, job=job) as workers:
        workers.warm_up(Part("warm", "good", {}))
        run(workers, "good")
        ready = workers_of_this_process()
        threading.Timer(0.3, workers.cancel).start()
        begun = time.monotonic()
        with pytest.raises(CancelledError):
            run(workers, "hang")
        assert time.monotonic() - begun < 3
        assert run(workers, "process")["process"].pdf.decode() in ready


@pytest.mark.parametrize("html", ["hang", pytest.param("hang deaf", marks=pytest.mark.slow)])
def test_a_job_that_takes_too_long_is_ended(job: Callable[..., bytes], tmp_path: Path, html: str) -> None:
    with Workers(2, tmp_path, Limits(seconds=2), job=job) as workers:
        printed = run(workers, html, *GOOD)
    assert flaw(printed.pop(html)) == ("pdf-timeout", "the layout took longer than 2 seconds and was ended")
    assert all(each.pages for each in printed.values())


def test_a_job_that_takes_too_much_memory_is_ended(job: Callable[..., bytes], tmp_path: Path) -> None:
    greedy = "takes 600 megabytes"
    with Workers(2, tmp_path, Limits(megabytes=300), job=job) as workers:
        printed = run(workers, greedy, *GOOD)
    message = "the layout took more than 300 megabytes of memory and was ended, twice"
    assert flaw(printed.pop(greedy)) == ("pdf-memory", message)
    assert all(each.pages for each in printed.values())


def test_what_earlier_parts_left_in_memory_is_not_held_against_others(
    job: Callable[..., bytes], tmp_path: Path
) -> None:
    greedy = "takes 150 megabytes"
    with Workers(1, tmp_path, Limits(megabytes=300), job=job) as workers:
        before = run(workers, greedy, "process")
        after = run(workers, greedy, "process")  # together they take more than is allowed, in one process
    assert all(each.pages for each in (*before.values(), *after.values()))


def test_processes_are_renewed(job: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TURNS", 2)
    with Workers(1, tmp_path, job=job) as workers:
        parts = [Part(str(number), "process") for number in range(6)]
        processes = Counter(printed.pdf for _, printed in workers.export(parts))
    assert sorted(processes.values()) == [2, 2, 2]


def test_a_process_that_dies_once_is_given_a_second_try(job: Callable[..., bytes], tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with Workers(1, tmp_path, job=job) as workers:
        printed = run(workers, "once", assets={"mark": os.fsencode(mark)})
    assert mark.exists()
    assert printed["once"].pages == 1


def test_an_asset_that_does_not_pickle_fails_its_part(job: Callable[..., bytes], tmp_path: Path) -> None:
    with Workers(1, tmp_path, job=job) as workers:
        printed = run(workers, "x", assets={"a": lambda: None})  # type: ignore[dict-item]
    assert flaw(printed["x"])[0] == "pdf-crash"


def test_workers_that_never_begin_are_told_and_do_not_hang(
    job: Callable[..., bytes], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "begin", sys.modules[job.__module__].never)
    with Workers(2, tmp_path, job=job) as workers:
        printed = run(workers, *GOOD, assets={"large": bytes(1_000_000)})  # most wait before the pipe when it breaks
    assert {flaw(each) for each in printed.values()} == {("pdf-crash", "the layout processes end before they begin")}
    assert len(printed) == len(GOOD)
    capfd.readouterr()  # the pool logs it


def test_nothing_starts_while_nothing_is_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pebble.ProcessPool", lambda *_, **__: pytest.fail("started"))
    with Workers(2, tmp_path) as workers:
        assert list(workers.export([])) == []


def test_workers_are_few_deaf_to_the_terminal_and_leave_nothing(
    job: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool.tempfile, "tempdir", str(tmp_path))
    with Workers(64, tmp_path, job=job) as workers:
        printed = run(workers, "mask", "scratch")
        assert printed["mask"].pdf == b"SIGINT is blocked: True"
        assert len(list(tmp_path.rglob("left"))) == 1
        assert len(workers_of_this_process()) == 2
        assert run(workers, "again")["again"].pages == 1
        assert len(workers_of_this_process()) == 2
    assert not workers_of_this_process()
    assert list(tmp_path.iterdir()) == []
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def workers_of_this_process() -> set[str]:
    return {str(each.pid) for each in active_children()}


def test_without_libraries_nothing_starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ("pango",))
    with Workers(1, tmp_path) as workers, pytest.raises(pdf.MissingLibrariesError, match="pango"):
        run(workers, "x")


PARENT = """
import signal, sys
from pathlib import Path
sys.path.insert(0, {jobs!r})
from hostile_jobs import job
from wp3reports import pdf
from wp3reports.build.workers import Workers
from wp3reports.volume import Part

def main():
    def end(*_):
        raise SystemExit(143)
    signal.signal(signal.SIGTERM, end)
    pdf.missing_libraries = lambda: ()
    with Workers(2, Path({fonts!r}), job=job) as workers:
        parts = [Part(str(n), html, {{"large": bytes(1_000_000)}}) for n, html in enumerate(["hang", "hang deaf"] * 20)]
        print("begun", flush=True)
        for each in workers.export(parts):
            print(each)

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, -signal.SIGINT), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_no_process_outlives_its_parent(
    job: Callable[..., bytes], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    parent = parent_of(job, tmp_path)
    children = waited_for(psutil.Process(parent.pid), 3)
    if number == signal.SIGINT:
        os.killpg(parent.pid, number)  # as a terminal does
    else:
        parent.send_signal(number)
    started = time.monotonic()
    output, errors = parent.communicate(timeout=20)
    _, alive = psutil.wait_procs(children, timeout=2)
    assert alive == []
    assert parent.returncode == code
    assert time.monotonic() - started < 10
    assert output == b""
    if number == signal.SIGTERM:
        assert errors == b""
    assert errors.count(b"Traceback") == (number == signal.SIGINT)  # the parent's own: this script does not catch it


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.6])
def test_whoever_ends_while_the_engine_is_loaded_leaves_neither_process_nor_word(
    job: Callable[..., bytes], tmp_path: Path, seconds: float
) -> None:
    parent = parent_of(job, tmp_path)
    time.sleep(seconds)
    os.killpg(parent.pid, signal.SIGTERM)
    _, errors = parent.communicate(timeout=20)  # until the last process has let go of the pipe
    assert (parent.returncode, errors) == (143, b"")


def parent_of(job: Callable[..., bytes], folder: Path) -> subprocess.Popen[bytes]:
    """A process that has begun to hand out parts which nobody will ever finish."""
    script = folder / "parent.py"
    jobs = str(Path(sys.modules[job.__module__].__file__ or "").parent)
    script.write_text(textwrap.dedent(PARENT).format(jobs=jobs, fonts=str(folder)), encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert parent.stdout is not None
    parent.stdout.readline()
    return parent


def waited_for(parent: psutil.Process, count: int) -> list[psutil.Process]:
    """The children when there are that many, after the workers had time to begin."""
    for _ in range(200):
        children = parent.children(recursive=True)
        if len(children) >= count:
            time.sleep(1.5)
            return children
        time.sleep(0.05)
    pytest.fail("the workers did not begin")


def test_volumes_are_bound_to_the_same_bytes_and_fail_alone(tmp_path: Path) -> None:
    part = Part("riga", "<html lang=en><head><title>Riga</title></head><body><h1>Riga", FONTS)
    with Workers(2, tmp_path) as workers:
        printed = tuple(each for _, each in workers.export([part]))
        volumes = [Volume(name, name, (Placement(part, name),), DAY, "", "", (), "foot") for name in "abc"]
        whole = [Order(volume, printed, FACES, draft=True, key=volume.name) for volume in volumes]
        empty = Order(replace(volumes[0], name="empty", placements=()), (), FACES, draft=True, key="empty")
        made = {order.key: data for order, data in workers.bind([*whole, empty])}
    assert {key: made[key] for key in "abc"} == {order.key: data for order, data in bind_here(whole)}
    assert len(set(made.values())) == 4
    assert str(made["empty"]) == 'the volume "empty" has no pages'


@pytest.mark.parametrize(("jobs", "count"), [(1, 3), (4, 1), (4, 0)])
def test_what_would_wait_for_itself_is_bound_here(
    jobs: int, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pebble.ProcessPool", lambda *_, **__: pytest.fail("started"))
    monkeypatch.setattr(pdf, "bind", lambda volume, *_, **__: volume.name.encode())
    orders = [
        Order(Volume(str(number), "", (), DAY, "", "", (), ""), (), FACES, draft=True, key="")
        for number in range(count)
    ]
    with Workers(jobs, tmp_path) as workers:
        assert [made for _, made in workers.bind(orders)] == [str(number).encode() for number in range(count)]


EARLY = """
import sys
from pathlib import Path
sys.path.insert(0, {jobs!r})
from hostile_jobs import job
from wp3reports.build.workers import Workers
from wp3reports.volume import Part

if __name__ == "__main__":
    with Workers(2, Path({fonts!r}), job=job) as workers:
        workers.begin(lays_out={lays_out})
        for _, printed in workers.export([Part(str(number), "engine") for number in range(4)]):
            print(printed.pdf.decode(), "weasyprint" in sys.modules)
"""


@pytest.mark.slow
@pytest.mark.skipif(not pool.is_forked(), reason="each process loads for itself")
@pytest.mark.parametrize(("lays_out", "said"), [(True, "True True False"), (False, "False True False")])
def test_what_has_been_loaded_early_is_there_in_each_process(
    job: Callable[..., bytes], tmp_path: Path, lays_out: object, said: str
) -> None:
    script = tmp_path / "early.py"
    jobs = str(Path(sys.modules[job.__module__].__file__ or "").parent)
    script.write_text(EARLY.format(jobs=jobs, fonts=str(tmp_path), lays_out=lays_out), encoding="utf-8")
    ended = subprocess.run([sys.executable, script], check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout.splitlines(), ended.stderr) == (0, [said] * 4, "")


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems where no process is forked."""
    monkeypatch.setattr(pool, "is_forked", lambda: False)


@pytest.mark.usefixtures("spawned")
@pytest.mark.parametrize("lays_out", [True, False])
def test_where_none_is_forked_processes_begin_early_and_are_those_that_lay_out(
    job: Callable[..., bytes], tmp_path: Path, lays_out: object
) -> None:
    with Workers(2, tmp_path, job=job) as workers:
        workers.begin(lays_out=bool(lays_out))
        begun = workers_of_this_process()
        assert len(begun) == 2
        assert run(workers, "process")["process"].pdf.decode() in begun
        assert workers_of_this_process() == begun


def test_without_libraries_no_process_begins_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ("pango",))
    with Workers(2, tmp_path) as workers:
        workers.begin(lays_out=True)
        assert not workers_of_this_process()


@pytest.mark.usefixtures("spawned")
def test_where_more_are_wanted_than_began_early_more_begin(
    job: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EARLY", 1)
    with Workers(3, tmp_path, job=job) as workers:
        workers.begin(lays_out=True)
        assert len(workers_of_this_process()) == 1
        assert all(each.pages for each in run(workers, *GOOD).values())
        assert len(workers_of_this_process()) == 3
        assert run(workers, "again")["again"].pages == 1
        assert len(workers_of_this_process()) == 3


def test_what_has_been_started_is_not_laid_out_again(job: Callable[..., bytes], tmp_path: Path) -> None:
    mark = tmp_path / "laid out"
    part = Part("notes", "notes", {"mark": str(mark).encode()})
    with Workers(2, tmp_path, job=job) as workers:
        workers.begin(lays_out=True)
        assert workers.start(part, Limits(seconds=60))
        assert workers.limits.seconds == 60
        results = dict(workers.export([part, Part("good", "good")]))
        assert [printed.pages for printed in results.values()] == [1, 1]
        assert mark.read_bytes() == b"x"
        assert all(each.pages for each in dict(workers.export([part])).values())
    assert mark.read_bytes() == b"xx"


def test_only_some_parts_are_started_so_that_the_longest_can_come_first(
    job: Callable[..., bytes], tmp_path: Path
) -> None:
    with Workers(2, tmp_path, job=job) as workers:
        begun = [workers.start(Part(f"{number}", "hang"), Limits()) for number in range(6)]
        assert begun == [True] * 4 + [False] * 2


def test_a_process_that_dies_at_what_was_started_is_given_a_second_try(
    job: Callable[..., bytes], tmp_path: Path
) -> None:
    part = Part("once", "once", {"mark": str(tmp_path / "mark").encode()})
    with Workers(1, tmp_path, job=job) as workers:
        assert workers.start(part, Limits())
        assert next(iter(workers.export([part])))[1].pages == 1


def test_where_more_processes_are_wanted_what_was_started_begins_anew(
    job: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EARLY", 1)
    parts = [Part(html, html) for html in GOOD]
    with Workers(3, tmp_path, job=job) as workers:
        assert workers.start(parts[0], Limits())
        assert all(printed.pages for _, printed in workers.export(parts))
        assert len(workers_of_this_process()) == 3


def test_without_libraries_nothing_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ("pango",))
    with Workers(2, tmp_path) as workers:
        assert not workers.start(SAMPLE, Limits())
        assert not workers_of_this_process()


def test_what_took_longest_the_last_time_comes_first_and_is_measured_again(
    job: Callable[..., bytes], tmp_path: Path
) -> None:
    parts = [Part(name, "process" * length) for name, length in (("a", 1), ("b", 2), ("c", 3))]
    times = Times({"a": 5.0, "b": 0.25, "c": 9.0})
    with Workers(1, tmp_path, times=times, job=job) as workers:
        assert [part.name for part, _ in workers.export(parts)] == ["c", "a", "b"]
    assert all(times.of(part) < 0.25 for part in parts)
