"""The installed program: the wheel carries all that it needs and works where there is nothing but inputs."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
TARGET = "local/m1_selection/riga"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command's outcome, without anything in the environment that leads Python elsewhere."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def pip(*arguments: str | Path, cwd: Path) -> None:
    done = run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr


def wheel_of(source: str | Path, folder: Path) -> Path:
    pip("wheel", "--no-index", "--no-build-isolation", "--no-deps", "--wheel-dir", folder, source, cwd=folder)
    (wheel,) = folder.glob("wp3reports-*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `wp3reports` of a fresh environment that holds the wheel and borrows the libraries of this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, symlinks=os.name != "nt")
    paths = sysconfig.get_paths("venv", {"base": str(home), "platbase": str(home)})
    pip("--python", Path(paths["scripts"], "python"), "install", "--no-index", "--no-deps", wheel, cwd=home)
    # Paths in a .pth file join sys.path at its end, and .pth files inside them are not read: libraries come from
    # there, the project in its editable form does not.
    Path(paths["purelib"], "borrowed.pth").write_text(
        "\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}), encoding="utf-8"
    )
    return Path(paths["scripts"], "wp3reports")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with nothing but inputs."""
    shutil.copytree(ROOT / "inputs", tmp_path / "inputs")
    return tmp_path


def test_the_wheel_carries_every_template_font_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name: archive.read(name) for name in archive.namelist() if "/templates/" in name}
    there = {path for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert carried == {f"wp3reports/{path.relative_to(ROOT).as_posix()}": path.read_bytes() for path in there}
    for ending, count in ((".html.j2", 5), (".css", 1), (".woff2", 9), ("/OFL-SourceSans3.md", 1)):
        assert sum(name.endswith(ending) for name in carried) >= count


def test_the_wheel_carries_the_rule_book(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name: archive.read(name) for name in archive.namelist() if "/cases/" in name}
    there = {path for path in (ROOT / "tests" / "cases").iterdir() if path.is_file()}
    assert carried == {f"wp3reports/cases/{path.name}": path.read_bytes() for path in there}
    assert len(carried) >= 11


def test_the_wheel_carries_every_module_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        others = ("/templates/", "/cases/", ".dist-info/")
        carried = {name for name in archive.namelist() if not any(other in name for other in others)}
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    assert len(modules) > 20
    assert carried == modules


def test_the_source_archive_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    script = "import sys, hatchling.build; hatchling.build.build_sdist(sys.argv[1])"
    assert run(sys.executable, "-c", script, tmp_path, cwd=ROOT).returncode == 0
    (archive,) = tmp_path.glob("wp3reports-*.tar.gz")
    with tarfile.open(archive) as content:
        assert any(name.endswith("/inputs/project.yaml") for name in content.getnames())
    assert wheel_of(archive, tmp_path).read_bytes() == wheel.read_bytes()


def test_the_editable_install_leaves_no_copy_of_the_templates(tmp_path: Path) -> None:
    script = "import sys, hatchling.build; hatchling.build.build_editable(sys.argv[1])"
    assert run(sys.executable, "-c", script, tmp_path, cwd=ROOT).returncode == 0
    (editable,) = tmp_path.glob("wp3reports-*.whl")
    with zipfile.ZipFile(editable) as archive:
        assert not [name for name in archive.namelist() if name.startswith("wp3reports/")]


def test_the_installed_program_is_the_wheel(installed: Path, project: Path) -> None:
    script = "import wp3reports, importlib.metadata as m; print(wp3reports.__file__, m.version('wp3reports'))"
    done = run(installed.with_name("python"), "-c", script, cwd=project)
    assert done.stdout.startswith(str(installed.parents[1])), done.stderr
    assert run(installed, "doctor", cwd=project).returncode == 0


def test_it_checks_as_the_checkout_does(installed: Path, project: Path) -> None:
    done = run(installed, "check", cwd=project)
    assert done.stdout == run(sys.executable, "-m", "wp3reports", "check", cwd=project).stdout
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_explains_with_the_samples_of_the_tests(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "explain", "m2-cluster-not-selected", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\nWrong: " in done.stdout
    assert done.stdout == run(sys.executable, "-m", "wp3reports", "explain", "m2-cluster-not-selected", cwd=ROOT).stdout


def test_it_builds_where_there_are_only_inputs(installed: Path, project: Path) -> None:
    done = run(installed, "build", TARGET, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (project / "build/pdf" / f"{TARGET}.pdf").read_bytes().startswith(b"%PDF-")
