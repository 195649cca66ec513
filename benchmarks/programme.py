"""Larger work packages, made from the inputs of this repository: two, four, sixteen times as many metropolises.

Each further set of partners is a copy of the eleven, with names of its own and a world of its own: what they hand in
refers to each other and not to the others. The co-ordinator's lists grow with them. Every file checks clean, and the
same number of copies gives the same bytes.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from wp3reports.source import parse

Tree = Any  # dict, list and text, as the reader gives them
PARTNERS, WAIVERS, PROJECT = "inputs/partners.yaml", "inputs/waivers.yaml", "inputs/project.yaml"
SHARED = frozenset({"sources", "history", "prepared_by"})  # lists that no copy changes
SINGLE = ("theme", "event")  # what a list has one item of for each, however many partners there are
# Keys whose values are words of the program or names within one file, not ids.
WORDS = {"effect", "event", "field", "grade", "kind", "role", "source", "stage", "state", "status", "theme", "type"}
WORDS |= {"technology"}


def enlarged(files: Mapping[str, bytes], times: int) -> dict[str, bytes]:
    """The inputs with that many times their partners."""
    trees = {path: _tree(path, data) for path, data in files.items() if path.endswith(".yaml")}
    made = {path: data for path, data in files.items() if path not in trees}
    made[PROJECT] = files[PROJECT]
    ids = _Ids(trees)
    partners, waivers = trees[PARTNERS]["partners"], trees.get(WAIVERS, {}).get("waivers", ())
    made[PARTNERS] = _text({"partners": [_partner(each, number) for number in range(times) for each in partners]})
    made[WAIVERS] = _text({"waivers": [_waiver(each, number) for number in range(times) for each in waivers]})
    for path in trees.keys() - {PARTNERS, WAIVERS, PROJECT}:
        if path.endswith("/coordinator.yaml"):
            made[path] = _text(ids.grown(trees[path], times))
        else:
            made |= {_named(path, n): _text(ids.copied(trees[path], n)) for n in range(times)}
    return dict(sorted(made.items()))


class _Ids:
    """The ids that each copy has its own of: partners, and what is looked up by its id across hand-ins."""

    def __init__(self, trees: Mapping[str, Tree]) -> None:
        self._ids = frozenset(each["id"] for each in trees[PARTNERS]["partners"])
        for path, tree in trees.items():
            if path not in {PARTNERS, WAIVERS, PROJECT}:
                self._ids |= frozenset(_ids(tree))

    def copied(self, tree: Tree, number: int, key: str = "") -> Tree:
        """The same with the ids of that copy; the first one is as it was."""
        match tree:
            case dict():
                return {k: v if k in SHARED else self.copied(v, number, k) for k, v in tree.items()}
            case list() | tuple():
                return [self.copied(each, number, key) for each in tree]
            case _ if key == "statement" and number:
                return f"{tree.rstrip()} (Set {number + 1}.)"  # two cities do not say the same
            case _:
                return _id(tree, number) if tree in self._ids and key not in WORDS else tree

    def grown(self, tree: Tree, times: int, key: str = "") -> Tree:
        """The same with a copy of each list item that is about partners, for each copy of them."""
        match tree:
            case dict():
                return {k: v if k in SHARED else self.grown(v, times, k) for k, v in tree.items()}
            case list() | tuple():
                return list(self._items(tree, times, key))
            case _:
                return tree

    def _items(self, items: Tree, times: int, key: str) -> Iterator[Tree]:
        yield from (self.grown(item, times, key) for item in items if _is_single(item))
        several = [item for item in items if not _is_single(item)]
        for number in range(times):
            copies = [self.copied(item, number, key) for item in several]
            yield from (copy for copy, item in zip(copies, several, strict=True) if number == 0 or copy != item)


def _is_single(item: Tree) -> bool:
    """Whether there is one of it for each theme or event, so that it grows inside."""
    return isinstance(item, dict) and "id" not in item and any(name in item for name in SINGLE)


def _ids(tree: Tree) -> Iterator[str]:
    """All ids that a hand-in gives, but for those of sources."""
    match tree:
        case dict():
            yield from (value for key, value in tree.items() if key == "id")
            for key, value in tree.items():
                if key not in SHARED:
                    yield from _ids(value)
        case list() | tuple():
            for each in tree:
                yield from _ids(each)


def _partner(partner: Tree, number: int) -> Tree:
    if number == 0:
        return partner
    names = {key: f"{partner[key]} {number + 1}" for key in ("metropolis", "own_name") if key in partner}
    south = {"latitude": f"{float(partner['latitude']) - number / 10:.2f}"}
    return {**partner, **names, **south, "id": _id(partner["id"], number)}


def _waiver(waiver: Tree, number: int) -> Tree:
    return {**waiver, "place": _named(waiver["place"], number)}


def _named(path: str, number: int) -> str:
    """The hand-in of a copy of its author."""
    return f"{_id(path.removesuffix('.yaml'), number)}.yaml"


def _id(text: str, number: int) -> str:
    return f"{text}-{number + 1}" if number else text


def _tree(path: str, data: bytes) -> Tree:
    source, found = parse(path, data)
    if source is None:
        raise ValueError(f"{found[0].span}: {found[0].message}")
    return source.plain()


def _text(tree: Tree) -> bytes:
    """JSON, which is YAML of ours: all scalars stay text."""
    return json.dumps(tree, ensure_ascii=False, indent=1).encode() + b"\n"


def inputs(root: Path) -> dict[str, bytes]:
    """The inputs of a project folder."""
    files = sorted(path for path in (root / "inputs").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
