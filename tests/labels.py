"""What Babel cannot see to be messages: labels of choices (`FOOD = "food", "Food and drink"`), titles of the plan."""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    source: BinaryIO, _keywords: Collection[str], _comments: Collection[str], options: Mapping[str, object]
) -> Iterator[Message]:
    """Each label in the context of its list, as Babel asks for it: line, function, arguments, comments."""
    elsewhere = str(options.get("elsewhere", "")).split()
    for node in ast.walk(ast.parse(source.read())):
        if isinstance(node, ast.ClassDef) and node.name not in elsewhere and "Labelled" in map(ast.unparse, node.bases):
            yield from _labels(node)


def plan(
    source: BinaryIO, _keywords: Collection[str], _comments: Collection[str], options: Mapping[str, object]
) -> Iterator[Message]:
    """Each title in the constants that are named, but for the keys that are."""
    constants, elsewhere = (str(options.get(name, "")).split() for name in ("constants", "elsewhere"))
    for node in ast.walk(ast.parse(source.read())):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as titles) if name in constants:
                for key, title in ast.literal_eval(titles).items():
                    if key not in elsewhere:
                        yield node.lineno, "pgettext", ("Plan", title), []


def _labels(choices: ast.ClassDef) -> Iterator[Message]:
    for statement in choices.body:
        match statement:
            case ast.Assign(value=ast.Tuple(elts=[ast.Constant(), ast.Constant(value=str(label))])):
                yield statement.lineno, "pgettext", (choices.name, label), []
