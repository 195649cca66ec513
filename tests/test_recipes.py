"""The recipes that we give away: they are right in form, ask for no rights, and call what there is."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    import click

ROOT = Path(__file__).parents[1]
RECIPES = [
    yaml.safe_load(fence)
    for fence in re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs/ci.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def texts(node: Any) -> Iterator[str]:
    match node:
        case dict():
            for each in node.values():
                yield from texts(each)
        case list():
            for each in node:
                yield from texts(each)
        case str():
            yield node


def test_every_command_is_one_of_ours_with_its_options() -> None:
    lines = [text for node in (*RECIPES, HOOKS) for text in texts(node) if text.startswith("wp3reports ")]
    commands = [shlex.split(line.partition(">")[0])[1:] for line in lines if not line.startswith("wp3reports @")]
    for name, *arguments in commands:
        command: click.Command = getattr(import_module(f"wp3reports.cli.{name}"), name)
        command.make_context(name, arguments)  # a usage error for an option that it does not have
    assert len(commands) > 8


def test_github_may_read_and_nothing_else() -> None:
    (workflow,) = (recipe for recipe in RECIPES if "jobs" in recipe)
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert set(workflow[True]) == {"push", "pull_request"}  # YAML 1.1 takes `on` for a truth value
    assert "secrets." not in (ROOT / "docs/ci.md").read_text("utf-8")
    checkouts = [
        step for job in workflow["jobs"].values() for step in job["steps"] if "checkout" in step.get("uses", "")
    ]
    assert len(checkouts) == 2
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_hooks_see_hand_ins_and_are_those_of_the_recipe() -> None:
    names = {hook["id"]: hook for hook in HOOKS}
    (used,) = (repository["hooks"] for recipe in RECIPES if "repos" in recipe for repository in recipe["repos"])
    assert {each["id"] for each in used} == set(names) == {"wp3reports-check", "wp3reports-schema"}
    for hook in HOOKS:
        assert re.search(hook["files"], "inputs/m2_swot/riga.yaml")
        assert not re.search(hook["files"], ".wp3/schemas/riga/m2_swot.json")
