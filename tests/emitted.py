"""The codes that the program's source can emit, read from its syntax trees: nothing is imported, nothing is run.

A sink takes a code: `error`, `warning`, `info`, and each class with a field `code`. A function that hands a parameter
of its own on to a sink is one for its package, and so on until no more are found.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

CALLS = ("error", "warning", "info")
CHOSEN = (("check", "kind"), ("milestones", "kind"))  # a variable that is one of the three, by package and name
TABLES = {"REMARKS"}  # mappings whose keys become codes

Sinks = Mapping[tuple[str, str], int]  # by package and name; a class counts in all packages, "" stands for them
Taken = tuple[ast.FunctionDef | None, ast.Call, ast.expr]


class Emitted(NamedTuple):
    """The codes with the packages that emit them, and the places where a code could not be told."""

    codes: Mapping[str, set[str]]
    unknown: tuple[str, ...]


def emitted(source: Path) -> Emitted:
    """What the modules below a folder emit."""
    trees = {path.relative_to(source): ast.parse(path.read_text(encoding="utf-8")) for path in source.rglob("*.py")}
    words = {name: text for tree in trees.values() for name, text in _constants(tree)}
    sinks: dict[tuple[str, str], int] = dict.fromkeys((*(("", name) for name in CALLS), *CHOSEN), 0)
    sinks |= {("", name): position for tree in trees.values() for name, position in _classes(tree)}
    known = -1
    while known < len(sinks):
        known = len(sinks)
        sinks |= {key: position for path, tree in trees.items() for key, position in _handing_on(path, tree, sinks)}
    codes: dict[str, set[str]] = {}
    unknown: list[str] = []
    for path, tree in trees.items():
        found = list(_keys(tree))
        for function, call, argument in _taken(path, tree, sinks):
            told = _words(argument, words)
            found += told
            if not told and not _passes_on(argument, function):
                unknown.append(f"{path}:{call.lineno}")
        for code in found:
            codes.setdefault(code, set()).add(path.parts[0])
    return Emitted(codes, tuple(unknown))


def _taken(path: Path, tree: ast.AST, sinks: Sinks) -> Iterator[Taken]:
    """Each call of a sink with the function that it stands in and the argument that is the code."""
    for function, call in _calls(tree, None):
        for name in _names(call.func):
            position = sinks.get(("", name), sinks.get((path.parts[0], name)))
            if position is not None and len(call.args) > position:
                yield function, call, call.args[position]
                break


def _calls(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.FunctionDef | None, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield function, child
        yield from _calls(child, child if isinstance(child, ast.FunctionDef) else function)


def _names(called: ast.expr) -> list[str]:
    """What a call may call: a name, or one of two; a record in the engine's log is no finding."""
    match called:
        case ast.Attribute(ast.Name("LOGGER")):
            return []
        case ast.Name(name) | ast.Attribute(attr=name):
            return [name]
        case ast.IfExp(body=one, orelse=other):
            return [*_names(one), *_names(other)]
        case _:
            return []


def _words(argument: ast.expr, words: Mapping[str, str]) -> list[str]:
    """The codes that an argument can be, as far as they stand in the source."""
    match argument:
        case ast.Constant(str(code)):
            return [code]
        case ast.Name(name) if name in words:
            return [words[name]]
        case ast.IfExp(body=one, orelse=other):
            return [*_words(one, words), *_words(other, words)]
        case _:
            return []


def _passes_on(argument: ast.expr, function: ast.FunctionDef | None) -> bool:
    """Whether the code was taken by a sink before: a parameter, a variable called `code`, or such a field."""
    match argument:
        case ast.Attribute(attr="code") | ast.Name("code") | ast.Call(func=ast.Name("str"), args=[ast.Name("code")]):
            return True
        case ast.Name(name):
            return function is not None and name in {each.arg for each in function.args.args}
        case _:
            return False


def _handing_on(path: Path, tree: ast.AST, sinks: Sinks) -> Iterator[tuple[tuple[str, str], int]]:
    """Functions that hand a parameter of theirs on to a sink, with the position of that parameter.

    What makes an instance counts in all packages, as its class does.
    """
    for function, _, argument in _taken(path, tree, sinks):
        parameters = [each.arg for each in function.args.args] if function else []
        if function and isinstance(argument, ast.Name) and argument.id in parameters and function.name not in CALLS:
            makes = parameters[0] == "cls"
            bound = makes or parameters[0] == "self"
            yield ("" if makes else path.parts[0], function.name), parameters.index(argument.id) - bound


def _classes(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each class with a field `code`, and the position of that field."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            named = (each.target for each in node.body if isinstance(each, ast.AnnAssign))
            fields = [each.id for each in named if isinstance(each, ast.Name)]
            if "code" in fields:
                yield node.name, fields.index("code")


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Texts that have a name in a module."""
    for node in tree.body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(name)], value=ast.Constant(str(text)))
                | ast.AnnAssign(target=ast.Name(name), value=ast.Constant(str(text)))
            ):
                yield name, text


def _keys(tree: ast.AST) -> Iterator[str]:
    """The keys of the tables, and what a variable called `code` is set to."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(name)], value=ast.Dict(keys=keys))
                | ast.AnnAssign(target=ast.Name(name), value=ast.Dict(keys=keys))
            ) if name in TABLES:
                yield from (str(key.value) for key in keys if isinstance(key, ast.Constant))
            case ast.Assign(targets=[ast.Name("code")], value=ast.Constant(str(code))):
                yield code
