"""A file is whole at any moment, whatever fails or is killed."""

import errno
import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from wp3reports.store import Store, keep_file, sweep, write_atomically
from wp3reports.store import writing as module

KEY = hashlib.sha256(b"key").hexdigest()
OLD, NEW = b"old" * 1000, b"new" * 2000
STEPS = ("open", "fdopen", "fsync", "replace", "close", "mkdir", "write")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def file_of(tmp_path: Path, key: str) -> Path:
    return tmp_path / "store" / key[:2] / key


# -- files


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a b" / "ö" / "report.pdf"
    write_atomically(path, OLD)
    assert path.read_bytes() == OLD
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert [each.name for each in path.parent.iterdir()] == ["report.pdf"]


def test_the_users_umask_holds(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_link_in_the_place_of_the_target_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(OLD)
    (tmp_path / "report.pdf").symlink_to("elsewhere")
    write_atomically(tmp_path / "report.pdf", NEW)
    assert (tmp_path / "elsewhere").read_bytes() == OLD
    assert (tmp_path / "report.pdf").read_bytes() == NEW


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS])
@pytest.mark.parametrize("step", ["open", "fdopen", "fsync"])
def test_an_error_before_the_rename_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    path = tmp_path / "report.pdf"
    write_atomically(path, OLD)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, refuse)
        with pytest.raises(OSError, match=os.strerror(code)) as refused:
            write_atomically(path, NEW)
    assert refused.value.filename == str(path)
    assert path.read_bytes() == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_atomically(path, OLD)

    def limited() -> None:
        import resource  # noqa: PLC0415 - in the child only

        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_atomically(path, NEW)
        except OSError as refused:
            os._exit(refused.errno or 0)

    assert os.waitstatus_to_exitcode(ended(limited)) == errno.EFBIG
    assert path.read_bytes() == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_a_target_that_is_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    with pytest.raises(OSError, match=r"report\.pdf"):
        write_atomically(tmp_path / "report.pdf", NEW)
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "report.pdf", NEW)
    assert list(tmp_path.iterdir()) == []


# -- killed at every step


def ended(run: Callable[[], None]) -> int:
    """The status of a forked child that ran this."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            run()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def killing(moment: int) -> Callable[[str], Callable[..., object]]:
    """Makes calls that count together, and that kill this process instead of the call of that number."""
    count = iter(range(1, 1000))

    def make(name: str) -> Callable[..., object]:
        call = getattr(os, name)

        def counted(*args: object, **named: object) -> object:
            if next(count) == moment:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **named)

        return counted

    return make


def moments(write: Callable[[], None]) -> Iterator[int]:
    """Run `write` in children that are killed at the first call, the second, and so on, until one survives."""
    for moment in range(1, 1000):

        def run(moment: int = moment) -> None:
            make = killing(moment)
            for name in STEPS:
                setattr(os, name, make(name))
            write()

        if os.waitstatus_to_exitcode(ended(run)) == 0:
            return
        yield moment
    pytest.fail("no end")


def test_killed_at_any_moment_the_old_file_or_the_new_one_is_there(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "report.pdf"
    write_atomically(path, OLD)
    seen = set()
    for _ in moments(lambda: write_atomically(path, NEW)):
        content = path.read_bytes()
        assert content in {OLD, NEW}
        seen.add(content)
        sweep(path.parent)
        assert [each.name for each in path.parent.iterdir()] == ["report.pdf"]
        path.write_bytes(OLD)
    assert seen == {OLD, NEW}  # it was killed before the rename, and after it
    assert path.read_bytes() == NEW


# -- sweeping


def dead_process() -> int:
    return child if (child := os.fork()) and os.waitpid(child, 0) else os._exit(0)  # type: ignore[func-returns-value]


def test_only_what_dead_processes_left_is_swept(tmp_path: Path) -> None:
    dead = dead_process()
    stay = [f".a.pdf.{os.getppid()}.wp3-tmp", ".a.pdf.1.wp3-tmp", ".a.tmp", f".b.{dead}", "a.pdf", f"a.{dead}.wp3-tmp"]
    go = [f".a.pdf.{dead}.wp3-tmp", f".a.pdf.{os.getpid()}.wp3-tmp", f".a.{10**30}.wp3-tmp"]
    for name in (*stay, *go):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / go[0]).write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*stay, "inner"])
    assert (tmp_path / "inner" / go[0]).exists()  # a folder that nobody named is nobody's to sweep


def test_sweeping_a_folder_that_is_not_there_or_refuses_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(tmp_path / "nowhere")
    left = tmp_path / f".a.{dead_process()}.wp3-tmp"
    left.write_bytes(b"x")

    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(module.Path, "unlink", refuse)
    sweep(tmp_path)
    assert left.exists()


def test_the_store_sweeps_its_own_folders(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"data")
    left = file_of(tmp_path, KEY).with_name(f".{KEY}.{dead_process()}.wp3-tmp")
    left.write_bytes(b"x")
    store.sweep()
    assert not left.exists()
    assert store.get(KEY) == b"data"


def test_a_file_that_is_the_same_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_file(tmp_path / "new" / "file", OLD)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: pytest.fail("wrote"))
        keep_file(tmp_path / "new" / "file", OLD)
    keep_file(tmp_path / "new" / "file", NEW)
    assert (tmp_path / "new" / "file").read_bytes() == NEW
