"""The doctor on all kinds of machines: what it prints, what it runs, how it ends."""

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wp3reports import pdf, shipped

module = importlib.import_module("wp3reports.cli.doctor")  # `cli` may give the command the module's name

DEBIAN = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FEDORA = "dnf install pango"
REFUSAL = "wp3reports cannot make PDFs: native libraries not found: pango, pangoft2"


class Machine:
    """A pretended machine: what it lacks, who we are on it, and which commands were run there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.missing: tuple[str, ...] = ("pango", "pangoft2")
        self.command = DEBIAN
        self.root = True
        self.tools = {"apt-get", "sudo"}
        self.sudo_asks = False
        self.install_works = True
        self.ran: list[str] = []
        monkeypatch.setattr(pdf, "missing_libraries", lambda: self.missing)
        monkeypatch.setattr(pdf, "install_command", lambda: self.command)
        monkeypatch.setattr(module, "is_root", lambda: self.root)
        monkeypatch.setattr(module.shutil, "which", lambda name: name if name in self.tools else None)
        monkeypatch.setattr(module, "succeeds", self.run)

    def run(self, *command: str, output: int = 0) -> bool:
        """Stands in for the system: an install mends the machine when it may."""
        del output
        self.ran.append(" ".join(command))
        if command[:2] == ("sudo", "-n") and self.sudo_asks:
            return False
        if "install" in command and self.install_works:
            self.missing = ()
        return True

    def installs(self) -> list[str]:
        """The `apt-get` commands that were run."""
        return [command for command in self.ran if "apt-get" in command]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def doctor(*arguments: str) -> Result:
    result = CliRunner().invoke(module.doctor, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_a_machine_with_everything(machine: Machine) -> None:
    machine.missing = ()
    result = doctor("--install")
    assert result.exit_code == 0
    assert [line[:8] for line in result.output.splitlines()] == ["ok      "] * 6 + [
        "absent  ",
        "ok      ",
    ]  # no Java; veraPDF came with the tests
    assert machine.ran == []


def test_missing_libraries_are_named_and_nothing_is_installed_unasked(machine: Machine) -> None:
    result = doctor()
    assert result.exit_code == 3
    assert f"not ok  native libraries: pango, pangoft2 not found; install them with: {DEBIAN}" in result.stdout
    assert machine.ran == []


def test_the_command_is_shown_with_sudo_to_whom_needs_it(machine: Machine) -> None:
    machine.root = False
    assert f"install them with: sudo {DEBIAN}" in doctor().stdout


@pytest.mark.parametrize("command", ["brew install pango", "install Pango 1.44 or newer by your package manager"])
def test_no_sudo_before_what_is_no_command_for_root(machine: Machine, command: str) -> None:
    machine.root, machine.command = False, command
    assert "sudo" not in doctor().stdout


def test_debian_as_root_installs_and_says_so(machine: Machine) -> None:
    result = doctor("--install")
    assert result.exit_code == 0
    assert result.stderr == f"Native libraries not found: pango, pangoft2. Installing them: {DEBIAN}\n"
    assert "not ok" not in result.stdout
    update, install = machine.installs()
    assert update.startswith("env DEBIAN_FRONTEND=noninteractive apt-get ")
    assert update.endswith(" update")
    assert install.endswith(f" install -y --no-install-recommends {DEBIAN.removeprefix('apt install ')}")


def test_debian_with_sudo_that_asks_nothing(machine: Machine) -> None:
    machine.root = False
    assert doctor("--install").exit_code == 0
    assert [command[:12] for command in machine.installs()] == ["sudo -n env "] * 2


@pytest.mark.parametrize(("tools", "asks"), [({"apt-get", "sudo"}, True), ({"apt-get"}, False)])
def test_debian_without_a_way_to_root(machine: Machine, tools: set[str], *, asks: bool) -> None:
    machine.root, machine.tools, machine.sudo_asks = False, tools, asks
    result = doctor("--install")
    assert result.exit_code == 3
    assert result.output == f"{REFUSAL}; install them with: sudo {DEBIAN}\n"
    assert machine.installs() == []


def test_fedora_is_told_the_command_in_one_line(machine: Machine) -> None:
    machine.command, machine.tools = FEDORA, {"dnf"}
    result = doctor("--install")
    assert result.exit_code == 3
    assert result.output == f"{REFUSAL}; install them with: {FEDORA}\n"
    assert machine.ran == []


def test_an_installation_that_fails(machine: Machine) -> None:
    machine.install_works = False
    result = doctor("--install")
    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1] == f"{REFUSAL}, and installing them failed; install them with: {DEBIAN}"


def test_another_engine_than_the_pinned_one(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.missing = ()
    monkeypatch.setattr("wp3reports.cli.engine.version", lambda _: "70.1")
    result = doctor()
    assert result.exit_code == 3
    assert "not ok  WeasyPrint: 70.1; install it with: pip install weasyprint==70.0" in result.stdout


def test_the_versions_of_the_libraries_are_told(machine: Machine) -> None:
    machine.missing = ()
    assert re.search(
        r"^ok      native libraries: Pango 1\.\d+\.\d+, HarfBuzz \d+\.\d+\.\d+$", doctor().stdout, re.MULTILINE
    )


def test_java_is_optional_and_comes_with_its_command(machine: Machine) -> None:
    machine.missing, machine.root = (), False
    result = doctor()
    assert result.exit_code == 0
    assert "absent  Java: not found; optional, veraPDF runs on it; install it with: sudo apt install " in result.stdout


def test_an_old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.sys, "version_info", (3, 10, 4))
    assert module.python().remedy == "install Python 3.11 or newer"


SHIPPED = shipped.templates() / "static"


def test_the_shipped_fonts_are_the_listed_ones_and_whole() -> None:
    assert {f"{face}.ttf.woff2" for face in module.FACES} == {path.name for path in SHIPPED.glob("fonts/*.woff2")}
    assert str(module.fonts(SHIPPED.parent)) == f"ok      shipped fonts: {len(module.FACES)} faces"


def test_the_style_sheets_ask_for_listed_fonts_only() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in SHIPPED.rglob("*.css"))
    asked = set(re.findall(r"([\w-]+)\.ttf\.woff2", sheets))
    assert asked
    assert asked <= set(module.FACES)


@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"version 1: a pointer", lambda whole: whole[:-1]])
def test_a_font_that_is_empty_a_stub_or_cut(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    shutil.copytree(SHIPPED / "fonts", tmp_path / "static/fonts")
    face = tmp_path / "static/fonts/SourceSans3-It.ttf.woff2"
    face.write_bytes(damage(face.read_bytes()))
    check = module.fonts(tmp_path)
    assert str(check) == "not ok  shipped fonts: SourceSans3-It missing or damaged; install wp3reports again"


def test_templates_that_are_not_there(tmp_path: Path) -> None:
    assert module.fonts(tmp_path).remedy


def test_the_build_folder_is_not_made_by_asking(tmp_path: Path) -> None:
    assert not module.folder(tmp_path / "build").remedy
    assert list(tmp_path.iterdir()) == []


def test_a_build_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("")
    assert "not writable" in module.folder(tmp_path / "build").found


def test_neither_traceback_nor_banner_where_no_library_loads() -> None:
    script = """
import ctypes
from wp3reports.cli.doctor import doctor
def refuse(*_, **__): raise OSError("cannot load library")
ctypes.CDLL = refuse
doctor([])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (3, "", 8)
    assert "not ok  native libraries: gobject, pango, harfbuzz, harfbuzz-subset, fontconfig, pangoft2" in done.stdout


def test_commands_are_really_run() -> None:
    assert module.succeeds("true")
    assert not module.succeeds("false")
