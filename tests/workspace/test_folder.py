"""A folder as a stranger may have left it: nothing outside is read, nothing hangs, everything is told."""

import errno
import os
import socket
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.workspace import folder as module
from wp3reports.workspace.folder import MAX_ASSET, MAX_DEPTH, MAX_TEXT, read_folder, shown

SECRET = b"a secret outside"
NOBODY = 65534


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yaml").write_bytes(SECRET)
    root = tmp_path / "project"
    (root / "inputs" / "m1").mkdir(parents=True)
    (root / "inputs" / "m1" / "good.yaml").write_bytes(b"good")
    return root


def told(findings: list[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.span.path, finding.message) for finding in findings]


def only_good_is_read(root: Path) -> list[tuple[str, str, str]]:
    files, findings = read_folder(root, "inputs")
    assert files == {"inputs/m1/good.yaml": b"good"}
    return told(findings)


def test_files_are_read_by_their_paths(root: Path) -> None:
    (root / "inputs" / "m1" / "figures").mkdir()
    (root / "inputs" / "m1" / "figures" / "map.png").write_bytes(b"png")
    files, findings = read_folder(root, "inputs")
    assert files == {"inputs/m1/good.yaml": b"good", "inputs/m1/figures/map.png": b"png"}
    assert findings == []


def test_a_folder_that_is_not_there_has_no_files(root: Path) -> None:
    assert read_folder(root, "templates") == ({}, [])


def test_what_begins_with_a_dot_is_the_editors_own(root: Path) -> None:
    (root / "inputs" / "m1" / ".good.yaml.swp").write_bytes(b"x")
    (root / "inputs" / ".git").mkdir()
    (root / "inputs" / ".git" / "config").write_bytes(b"x")
    assert only_good_is_read(root) == []


@pytest.mark.parametrize("target", ["../../../outside/secret.yaml", "good.yaml", "riga.yaml", "nowhere", "/dev/zero"])
def test_a_link_is_refused_whatever_it_leads_to(root: Path, target: str) -> None:
    (root / "inputs" / "m1" / "riga.yaml").symlink_to(target)
    assert only_good_is_read(root) == [("file-refused", "inputs/m1/riga.yaml", "not read: it is a link")]


@pytest.mark.parametrize("target", ["../../outside", "..", ".", "m2"])
def test_a_link_to_a_folder_is_refused(root: Path, target: str) -> None:
    (root / "inputs" / "m2").symlink_to(target)
    assert only_good_is_read(root) == [("file-refused", "inputs/m2", "not read: it is a link")]


def test_the_folder_itself_may_not_be_a_link(root: Path) -> None:
    (root / "templates").symlink_to("../outside")
    files, findings = read_folder(root, "templates")
    assert files == {}
    assert told(findings) == [("file-refused", "templates", "not read: it is a link")]


def test_a_hard_link_is_an_ordinary_file(root: Path) -> None:
    os.link(root / "inputs" / "m1" / "good.yaml", root / "inputs" / "m1" / "same.yaml")
    files, findings = read_folder(root, "inputs")
    assert files["inputs/m1/same.yaml"] == b"good"
    assert findings == []


def fifo(path: Path) -> None:
    os.mkfifo(path)


def sock(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as each:
        each.bind(os.fspath(path))


def device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


@pytest.mark.parametrize("make", [fifo, sock, device])
def test_what_is_no_file_is_refused_at_once(
    root: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "inputs" / "m1")  # the address of a socket may not be long
    make(Path("riga.yaml"))
    assert only_good_is_read(root) == [("file-refused", "inputs/m1/riga.yaml", "not read: it is no ordinary file")]


def test_a_folder_named_like_a_hand_in_is_refused(root: Path) -> None:
    (root / "inputs" / "m1" / "riga.yaml").mkdir()
    (root / "inputs" / "m1" / "riga.yaml" / "inside.yaml").write_bytes(b"x")
    assert only_good_is_read(root) == [("file-refused", "inputs/m1/riga.yaml", "not read: it is a folder")]


def test_a_file_that_becomes_a_link_after_the_look_is_not_followed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "inputs" / "m1" / "riga.yaml"
    path.write_bytes(b"x")
    open_file = os.open

    def swapped(name: str, flags: int, *, dir_fd: int | None = None) -> int:
        if name == "riga.yaml":
            path.unlink()
            path.symlink_to(root.parent / "outside" / "secret.yaml")
        return open_file(name, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swapped)
    [(code, place, message)] = only_good_is_read(root)
    assert (code, place) == ("file-refused", "inputs/m1/riga.yaml")
    assert message.startswith("not read: it cannot be opened (")


def test_a_file_that_becomes_a_fifo_after_the_look_does_not_hang(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "inputs" / "m1" / "riga.yaml"
    path.write_bytes(b"x")
    open_file = os.open

    def swapped(name: str, flags: int, *, dir_fd: int | None = None) -> int:
        if name == "riga.yaml":
            path.unlink()
            os.mkfifo(path)
        return open_file(name, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swapped)
    assert only_good_is_read(root) == [("file-refused", "inputs/m1/riga.yaml", "not read: it is no ordinary file")]


@pytest.mark.parametrize("moment", ["stat", "open"])
def test_a_file_that_vanishes_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    path = root / "inputs" / "m1" / "riga.yaml"
    path.write_bytes(b"x")
    call = getattr(os, moment)

    def vanishing(name: str, *args: object, **named: object) -> object:
        if name == "riga.yaml":
            path.unlink(missing_ok=True)
        return call(name, *args, **named)

    monkeypatch.setattr(os, moment, vanishing)
    [(code, place, message)] = only_good_is_read(root)
    assert (code, place) == ("file-refused", "inputs/m1/riga.yaml")
    assert os.strerror(errno.ENOENT) in message


@pytest.mark.parametrize("change", [b"longer than before", b"s", b"sameg"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: bytes
) -> None:
    path = root / "inputs" / "m1" / "riga.yaml"
    path.write_bytes(b"same!")
    os.utime(path, ns=(0, 0))
    fdopen = os.fdopen

    def slow(descriptor: int, mode: str, *, closefd: bool) -> object:
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            path.write_bytes(change)
        return fdopen(descriptor, mode, closefd=closefd)

    monkeypatch.setattr(os, "fdopen", slow)
    assert only_good_is_read(root) == [
        ("file-refused", "inputs/m1/riga.yaml", "not read: it changed while it was read")
    ]


@pytest.mark.parametrize(("name", "limit"), [("riga.yaml", MAX_TEXT), ("riga.yml", MAX_TEXT), ("map.png", MAX_ASSET)])
def test_a_file_up_to_its_limit_is_read(root: Path, name: str, limit: int) -> None:
    path = root / "inputs" / "m1" / name
    path.write_bytes(b"x" * limit)
    files, findings = read_folder(root, "inputs")
    assert len(files[f"inputs/m1/{name}"]) == limit
    assert findings == []
    path.write_bytes(b"x" * (limit + 1))
    assert only_good_is_read(root) == [
        ("file-refused", f"inputs/m1/{name}", f"not read: it is larger than {limit:,} bytes")
    ]


def test_no_more_than_one_byte_past_the_limit_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (root / "inputs" / "m1" / "riga.yaml").open("wb") as file:
        file.truncate(10_000_000_000)  # sparse: takes no room
    monkeypatch.setattr(module, "MAX_TEXT", 100)
    [(code, _, _)] = only_good_is_read(root)
    assert code == "file-refused"


def test_too_many_files_are_told_once_and_the_first_are_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 10)
    for folder in ("m2", "m3"):
        (root / "inputs" / folder).mkdir()
        for number in range(20):
            (root / "inputs" / folder / f"{number:02}.yaml").write_bytes(b"x")
    files, findings = read_folder(root, "inputs")
    assert list(files)[:2] == ["inputs/m1/good.yaml", "inputs/m2/00.yaml"]
    assert len(files) < 10
    message = "at most 10 files and folders are read here; the rest is left out"
    assert told(findings) == [("too-many-files", "inputs", message)]


def test_too_many_bytes_are_told_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TOTAL", 100)
    for number in range(9):
        (root / "inputs" / f"z{number}.png").write_bytes(b"x" * 30)
    files, findings = read_folder(root, "inputs")
    assert sum(map(len, files.values())) < 100 + 30
    assert told(findings) == [("too-many-files", "inputs", "at most 100 bytes are read here; the rest is left out")]


def test_folders_inside_each_other_come_to_an_end(root: Path) -> None:
    deep = root / "inputs" / "/".join("d" * 40)
    deep.mkdir(parents=True)
    (deep / "riga.yaml").write_bytes(b"x")
    [(code, place, message)] = only_good_is_read(root)
    assert (code, message) == ("file-refused", f"not read: it lies more than {MAX_DEPTH} folders deep")
    assert place == "inputs" + "/d" * MAX_DEPTH


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (b"-rf.yaml", "-rf.yaml"),
        (b"$(touch x).yaml", "$(touch x).yaml"),
        (b"[red].yaml", "[red].yaml"),
        (b"two\nlines.yaml", r"two\nlines.yaml"),
        (b"two\\nlines.yaml", r"two\\nlines.yaml"),
        (b"\x1b[2J.yaml", r"\x1b[2J.yaml"),
        ("malmö.yaml".encode("latin-1"), r"malm\udcf6.yaml"),
        ("malmö.yaml".encode(), "malmö.yaml"),
        ("Рига.yaml".encode(), "Рига.yaml"),
        ("\u202eyaml.exe".encode(), r"\u202eyaml.exe"),
    ],
)
def test_a_name_is_shown_on_one_line_whatever_it_is(root: Path, name: bytes, path: str) -> None:
    with open(os.path.join(os.fsencode(root), b"inputs", name), "wb") as file:  # noqa: PTH118, PTH123 - bytes
        file.write(b"odd")
    files, findings = read_folder(root, "inputs")
    assert files == {"inputs/m1/good.yaml": b"good", f"inputs/{path}": b"odd"}
    assert findings == []
    assert path.isprintable()
    assert shown(PurePosixPath(os.fsdecode(b"inputs/" + name))) == f"inputs/{path}"


def test_an_accent_written_the_other_way_is_the_same_name(root: Path) -> None:
    name = unicodedata.normalize("NFD", "malmö.yaml")
    (root / "inputs" / name).write_bytes(b"x")
    files, _ = read_folder(root, "inputs")
    assert "inputs/malmö.yaml" in files
    assert name != "malmö.yaml"


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("Oslo.yaml", "oslo.yaml", {"inputs/Oslo.yaml": b"1", "inputs/oslo.yaml": b"2"}),
        ("M1/oslo.yaml", "m1/oslo.yaml", {"inputs/M1/oslo.yaml": b"1", "inputs/m1/oslo.yaml": b"2"}),
        ("malmo\u0308.yaml", "malmö.yaml", {"inputs/malmö.yaml": b"1"}),
        ("strasse.yaml", "straße.yaml", {"inputs/strasse.yaml": b"1", "inputs/straße.yaml": b"2"}),
    ],
)
def test_names_that_some_disk_takes_for_one_are_an_error(
    root: Path, one: str, other: str, kept: dict[str, bytes]
) -> None:
    for name, content in ((one, b"1"), (other, b"2")):
        path = root / "inputs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    files, findings = read_folder(root, "inputs")
    assert files == {"inputs/m1/good.yaml": b"good"} | kept
    [finding] = findings
    assert finding.code == "file-names-equal"
    assert {finding.span.path, finding.notes[0].span.path} == set(kept)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything, so it becomes nobody for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_what_may_not_be_read_is_a_finding() -> None:
    with TemporaryDirectory() as name:  # pytest's own folders let nobody but their owner in
        root = Path(name)
        root.chmod(0o755)
        (root / "inputs" / "m1").mkdir(parents=True)
        (root / "inputs" / "m1" / "good.yaml").write_bytes(b"good")
        (root / "inputs" / "riga.yaml").write_bytes(b"x")
        (root / "inputs" / "riga.yaml").chmod(0)
        (root / "inputs" / "m2").mkdir(mode=0)
        with without_privileges():
            assert [place for _, place, _ in only_good_is_read(root)] == ["inputs/m2", "inputs/riga.yaml"]


def test_a_folder_that_cannot_be_opened_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "inputs" / "m2").mkdir()
    open_file = os.open

    def refusing(name: str, flags: int, *, dir_fd: int | None = None) -> int:
        if name == "m2":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
        return open_file(name, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refusing)
    assert only_good_is_read(root) == [
        ("file-refused", "inputs/m2", f"not read: it cannot be opened ({os.strerror(errno.EACCES)})")
    ]


def test_no_descriptor_is_left_open(root: Path) -> None:
    (root / "inputs" / "riga.yaml").symlink_to("/dev/zero")
    (root / "inputs" / "big.yaml").write_bytes(b"x" * (MAX_TEXT + 1))
    os.mkfifo(root / "inputs" / "fifo.yaml")
    before = len(list(Path("/dev/fd").iterdir()))
    assert len(only_good_is_read(root)) == 3
    assert len(list(Path("/dev/fd").iterdir())) == before
