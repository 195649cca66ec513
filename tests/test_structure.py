"""The tree is what the design says, and it counts what it sees."""

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

from wp3reports.check import INDEX
from wp3reports.diagnostics import Severity
from wp3reports.load import load
from wp3reports.milestones import MILESTONES
from wp3reports.model import HandIn, Markdown, leaves
from wp3reports.pipeline import compile_reports
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
SOURCE, TESTS, INPUTS, TEMPLATES = ROOT / "src" / "wp3reports", ROOT / "tests", ROOT / "inputs", ROOT / "templates"
NAMES = {milestone.name for milestone in MILESTONES}
SHARED_TEMPLATES = {"macros", "part", "front", "back", "figures", "standing", "status"}
ISSUED = date(2008, 1, 31)


def folders(parent: Path) -> set[str]:
    return {path.name for path in parent.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}


def test_all_trees_name_the_same_milestones() -> None:
    assert len(NAMES) == len(MILESTONES) == 6
    assert folders(SOURCE / "milestones") == NAMES
    assert folders(TESTS / "milestones") == NAMES
    assert folders(INPUTS) == NAMES
    assert {path.name.removesuffix(".html.j2") for path in TEMPLATES.glob("*.j2")} - SHARED_TEMPLATES == NAMES
    golden = {path.stem for path in (TESTS / "golden").glob("*.html")}
    assert {name for name in golden if "." not in name} == NAMES  # the others are of one city in its language
    with_rules = {milestone.name for milestone in MILESTONES if milestone.rules}
    assert {path.stem for path in (TESTS / "cases").glob("*.md")} == {
        "README",
        "reading",
        "schema",
        "text",
        "common",
        "disk",
        "paper",
    } | with_rules
    assert len(with_rules) >= 2


def test_each_milestone_has_the_same_four_concerns() -> None:
    for name in NAMES:
        concerns = {path.stem for path in (SOURCE / "milestones" / name).iterdir() if not path.name.startswith("__")}
        assert concerns - {"chain"} == {"model", "rules", "merge"}  # the evidence chain of milestone 5 serves both
        assert (SOURCE / "milestones" / name / "__init__.py").is_file()


def test_every_module_has_its_test() -> None:
    modules = sorted(path for path in SOURCE.rglob("*.py") if path.read_text(encoding="utf-8").count("\n") > 0)
    assert len(modules) > 60
    assert [str(path.relative_to(ROOT)) for path in modules if not _tests_of(path)] == []


def _tests_of(module: Path) -> list[Path]:
    """The tests of a module stand under its name in the same folder, those of a package under its own."""
    inside = module.relative_to(SOURCE)
    folder, name = inside.parent, inside.stem.strip("_")
    if "rules" in inside.parts:
        named = [TESTS / Path(*inside.parts[:2]) / "test_rules.py"]
    elif inside.parts[0] == "source":  # one machine, tested by what goes in and comes out
        named = [*(TESTS / "source").glob("test_*.py")]
    elif name == "codes":  # the pages of a package's findings, tested all together
        named = [TESTS / "rulebook" / "test_codes.py"]
    elif inside.parts[0] == "reporters":  # each format is read back by a reader of others
        named = [TESTS / folder / f"test_{name}.py", TESTS / folder / "test_formats.py"]
    elif name == "init":
        named = [TESTS / folder / f"test_{folder.name}.py", *(TESTS / folder).glob("test_*.py")]
    else:
        named = [TESTS / folder / f"test_{name}.py"]
    return [path for path in named if path.is_file()]


def test_every_test_has_its_module() -> None:
    seen = 0
    of_no_module = {
        "browser",
        "formats",
        "hazards",
        "limits",
        "mistakes",
        "properties",
        "places",
        "templates",
    }  # tests of a whole package
    for path in sorted(TESTS.rglob("test_*.py")):
        inside = path.relative_to(TESTS)
        name = inside.stem.removeprefix("test_")
        if len(inside.parts) == 1 or name in of_no_module:
            continue
        seen += 1
        module = SOURCE / inside.parent / f"{name}.py"
        package = SOURCE / inside.parent / name
        assert module.is_file() or package.is_dir() or inside.parent.name == name, inside
    assert seen > 30


def test_the_import_contracts_are_there() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {each["id"]: each for each in settings["contracts"]}
    assert {"floors", "calendar", "concerns", "no-outside-below-the-shell"} <= set(contracts)
    assert contracts["floors"]["exhaustive"] is True
    doors = {
        module for each in contracts.values() if each["type"] == "protected" for module in each["protected_modules"]
    }
    assert {"click", "jinja2", "markdown_it", "pydantic", "weasyprint", "yaml", "pikepdf", "PIL"} <= doors
    assert set(contracts["calendar"]["layers"]) == NAMES


def test_the_projects_own_inputs_have_no_error() -> None:
    snapshot, refused = read(ROOT)
    compilation = compile_reports(snapshot, ISSUED)
    found = [*refused, *compilation.diagnostics]
    assert [f"{each.span}: {each.message}" for each in found if each.severity is Severity.ERROR] == []
    assert len(compilation.sources) == 11 * 5 + 6 + 3 - 1  # Warsaw hands in nothing for milestone 4
    assert len(compilation.volumes) == 11 * 5 + 5 + 2 - 1


def test_no_sentence_is_shared_between_hand_ins() -> None:
    dossier, _ = load(read(ROOT)[0], ISSUED)
    assert dossier is not None
    seen: dict[str, str] = {}
    for delivery in dossier.of(HandIn):
        for path, value in leaves(delivery.submission):
            if path[0] not in {"sources", "prepared_by", "history"} and isinstance(value, str):
                for sentence in sentences(value):
                    first = seen.setdefault(sentence, delivery.source.path)
                    assert first == delivery.source.path, f"in {first} and {delivery.source.path}: {sentence}"
    assert len(seen) > 1000


def sentences(text: str) -> set[str]:
    """The sentences of more than six words, without marks and citations."""
    plain = re.sub(r"\[@[^\]]*\]|[*_`>|#-]", " ", Markdown(text) if text else "")
    found = (re.findall(r"\w+", sentence.casefold()) for sentence in re.split(r"(?<=[.!?;:])\s", plain))
    return {" ".join(words) for words in found if len(words) > 6}


def test_codes_are_names_in_words() -> None:
    assert len(INDEX) >= 45
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", code) for code in INDEX)


def test_no_module_is_long() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in SOURCE.rglob("*.py")}
    assert len(lengths) > 60
    assert [f"{path.relative_to(ROOT)}: {lines}" for path, lines in lengths.items() if lines > 200] == []


def test_milestones_stand_in_their_order() -> None:
    numbers = [int(match[1]) for milestone in MILESTONES if (match := re.match(r"m(\d)_", milestone.name))]
    assert all(before < after for before, after in pairwise(numbers))
    assert MILESTONES[-1].name == "final"
    assert len(numbers) == len(MILESTONES) - 1
