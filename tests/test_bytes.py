"""The same day gives the same bytes, whoever builds, wherever, whenever else, and on however many cores."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont, woff2

FONTS = Path(__file__).parents[1] / "templates" / "static" / "fonts"
TARGETS = ("local/m2_swot/riga", "milestone/m2_swot")
NOBODY = 65534
OTHERS = ("PYTHONHASHSEED", "TZ", "LC_ALL", "LANG", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME")
Digests = dict[str, str]
Make = Callable[[str], Path]
Build = Callable[..., Digests]

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Setting:
    """How one build differs from the first one: its environment, its command line, its folder."""

    environment: Mapping[str, str] = field(default_factory=dict)
    without: Sequence[str] = ()
    prefix: Sequence[str] = ()
    options: Sequence[str] = ("-j", "1")
    folder: str = "project"
    below: str = "."
    process: Mapping[str, Any] = field(default_factory=dict)


SETTINGS = {  # several differences at once: a build costs seconds, and as a rule none of them matters
    "another place": Setting(
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        without=["HOME", "USER", "LOGNAME"],
        folder="ein Ort mit ö",
        below="inputs/m2_swot",
    ),
    "another language": Setting(
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "America/St_Johns"},
        process={"umask": 0o077},
    ),
    "a locale that is not there, on two cores": Setting(
        {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "tr_TR", "PYTHONHASHSEED": "2"}, options=["-j", "2"]
    ),
}


@pytest.fixture(scope="module")
def make(given_whole: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes a project in a new folder."""

    def made(name: str) -> Path:
        project = tmp_path_factory.mktemp("bytes") / name
        for path, text in given_whole.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text(text, encoding="utf-8")
        return project

    return made


@pytest.fixture(scope="module")
def build(make: Make) -> Build:
    """Builds in a setting, a new project unless one is given, and says what the files are."""

    def built(setting: Setting, folder: Path | None = None) -> Digests:
        project = folder or make(setting.folder)
        environment = {key: value for key, value in os.environ.items() if key not in {*OTHERS, *setting.without}}
        line = [*setting.prefix, sys.executable, "-m", "wp3reports", "build", *TARGETS, *setting.options]
        done = subprocess.run(
            [*line, "--issued", "2008-01-31"],
            cwd=project / setting.below,
            env=environment | setting.environment,
            capture_output=True,
            check=False,
            **setting.process,
        )
        assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
        return digests(project)

    return built


def digests(project: Path) -> Digests:
    """SHA-256 of the PDFs and of the maps beside them."""
    folder = project / "build" / "pdf"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def first(build: Build) -> Digests:
    found = build(Setting())
    assert [name for name in found if name.endswith(".pdf")] == [f"{name}.pdf" for name in TARGETS]
    return found


@pytest.mark.parametrize("name", SETTINGS)
def test_the_same_bytes_in(name: str, build: Build, first: Digests) -> None:
    assert build(SETTINGS[name]) == first


def test_the_same_bytes_a_year_later(build: Build, first: Digests) -> None:
    if shutil.which("faketime") is None:
        pytest.skip("faketime is not there; on Debian or Ubuntu: apt install faketime")
    assert build(Setting(prefix=["faketime", "-f", "+1y"])) == first


def test_the_same_bytes_as_another_user(build: Build, first: Digests) -> None:
    """In a user namespace one is somebody else who may still read what root alone may read, such as this Python."""
    somebody = ["unshare", "--user"]
    trial = [*somebody, sys.executable, "-c", "import os; print(os.getuid())"]
    if not shutil.which("unshare") or _said(trial) != str(NOBODY):
        pytest.skip("this system gives nobody a user namespace")
    assert build(Setting(prefix=somebody)) == first


def _said(line: Sequence[str]) -> str:
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout.strip()


def test_the_same_bytes_from_pages_that_were_laid_out_before(build: Build, first: Digests, make: Make) -> None:
    folder = make("project")
    build(Setting(options=["-j", "2", "--final"]), folder)
    shutil.rmtree(folder / "build" / "pdf")
    assert build(Setting(), folder) == first


def test_the_systems_fonts_change_nothing(build: Build, first: Digests, tmp_path: Path) -> None:
    """Under the names of our faces another one lies in the user's fonts, and fontconfig is told to look there."""
    folder = tmp_path / "data" / "fonts"
    folder.mkdir(parents=True)
    woff2.decompress(FONTS / "SourceCodePro-Regular.ttf.woff2", folder / "code.ttf")
    for family in ("WP3 Sans", "WP3 Serif", "Source Sans 3", "Source Serif 4", "sans-serif", "serif"):
        with TTFont(folder / "code.ttf") as font:
            for record in font["name"].names:
                if record.nameID in {1, 4, 16}:
                    record.string = family
            font.save(folder / f"{family}.ttf")
    conf = tmp_path / "fonts.conf"
    listed = f"<dir>{folder}</dir><cachedir>{tmp_path}/cache</cachedir>"
    conf.write_text(f"<fontconfig>{listed}</fontconfig>", encoding="utf-8")
    assert build(Setting({"FONTCONFIG_FILE": str(conf), "XDG_DATA_HOME": str(tmp_path / "data")})) == first
