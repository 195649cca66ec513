"""The form of a hand-in, from the schema of its author and what stands in the file. Judges nothing itself."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wp3reports.authoring.changes import Path
from wp3reports.authoring.form.asking import choices_of, example_of, is_list, kind_of, record_of
from wp3reports.authoring.form.nodes import Asked, Choice, Entries, Field, Form, Group, Kind, Node
from wp3reports.authoring.form.placing import Placed, placed
from wp3reports.authoring.form.prose import flowing
from wp3reports.authoring.known import Known, known_ids
from wp3reports.authoring.schema import Schema, resolved, schema
from wp3reports.diagnostics import Diagnostic
from wp3reports.model import COORDINATOR, Dossier, HandIn, Milestone, hand_in_path
from wp3reports.source import parse

# The form says of itself what is still to be written.
_MISSING = "field-missing"
_EMPTY = "value-empty"
_NAMING = ("name", "title", "statement", "indicator", "caption", "what", "activity", "version")
_LABELS = {"id": "Short name"}
_OF_IDS = re.compile(r", by (?:its |their )?ids?\b.*")  # who chooses sees names
_LAST = ("sources", "figures", "history")  # an apparatus, which stands behind what it serves


def schema_of(dossier: Dossier, milestone: Milestone, author: str, plain: Mapping[str, Any]) -> Schema:
    """The schema of an author's hand-in, with all ids that can be chosen from, those of the file itself too."""
    kind = milestone.coordinator if author == COORDINATOR else milestone.local
    if kind is None:
        raise ValueError(f"{author} hands in nothing for {milestone.name}")
    return schema(kind, known_ids(dossier, milestone.name, author), here=_given(plain))


def form(
    dossier: Dossier, milestone: Milestone, author: str, data: bytes, findings: Iterable[Diagnostic]
) -> Form | None:
    """The form of a file; None where it has mistakes that have to be mended as text first."""
    path = hand_in_path(milestone.name, author)
    source, _ = parse(path, data)
    if source is None:
        return None
    made, plain = schema_of(dossier, milestone, author, source.plain()), source.plain()
    describer = _Describer(made, placed(source, findings))
    nodes = sorted(describer.nodes(made, plain, ()), key=_rank)
    return Form(path, hashlib.sha256(data).hexdigest(), tuple(nodes), describer.of_none(plain, nodes))


def _rank(node: Node) -> int:
    """What every hand-in begins with, what this one is about, and what it rests on."""
    name = str(node.path[-1])
    if name in _LAST:
        return 2 + _LAST.index(name)
    return 0 if name in HandIn.model_fields else 1


def _given(plain: Mapping[str, Any]) -> Known:
    """The ids of the lists at the top of a file, with the names of the entries."""
    return {
        key: {entry["id"]: _name(entry) or entry["id"] for entry in entries if _has_id(entry)}
        for key, entries in plain.items()
        if isinstance(entries, tuple)
    }


def _has_id(entry: Any) -> bool:
    return isinstance(entry, Mapping) and isinstance(entry.get("id"), str) and bool(entry["id"])


def _name(entry: Any) -> str:
    """What an entry of a list is called by those who wrote it."""
    fields = entry if isinstance(entry, Mapping) else {}
    return next((fields[key] for key in _NAMING if isinstance(fields.get(key), str) and fields[key]), "")


@dataclass(frozen=True)
class _Describer:
    """Describes the nodes of one file."""

    _whole: Schema
    _placed: Placed

    def nodes(self, record: Schema, value: Any, path: Path) -> tuple[Node, ...]:
        """What a record asks for, and what stands there."""
        fields = value if isinstance(value, Mapping) else {}
        needed = record.get("required", ())
        return tuple(
            self._node(field, fields.get(name, ""), (*path, name), is_needed=name in needed)
            for name, field in record["properties"].items()
        )

    def of_none(self, plain: Mapping[str, Any], nodes: Sequence[Node]) -> tuple[Diagnostic, ...]:
        """The findings of the whole file, and those of keys that the schema does not know."""
        known = {node.path[0] for node in nodes}
        lost = [self._below((key,)) for key in plain if key not in known]
        whole = (each for each in self._placed.get((), ()) if each.code != _MISSING)
        return (*whole, *(each for found in lost for each in found))

    def _node(self, field: Schema, value: Any, path: Path, *, is_needed: bool) -> Node:
        record = record_of(field, self._whole)
        label: str = _LABELS.get(str(path[-1])) or field["title"]
        asked = (path, label, field["description"], is_needed)
        if record is None:
            return self._field(field, value, Asked(*asked, self._below(path)))
        if is_list(field, self._whole):
            entries = value if isinstance(value, tuple) else ()
            groups = tuple(self._entry(record, each, (*path, number)) for number, each in enumerate(entries))
            return Entries(*asked, self._at(path), groups, record["title"])
        is_there = is_needed or isinstance(value, Mapping)
        return Group(*asked, self._here(path, record), self.nodes(record, value, path), is_there)

    def _field(self, field: Schema, value: Any, asked: Asked) -> Field:
        kind = kind_of(field, self._whole)
        is_many = kind in {Kind.CHOICES, Kind.WORDS}
        given = (value if isinstance(value, tuple) else ()) if is_many else value if isinstance(value, str) else ""
        choices = choices_of(field, self._whole)
        findings = tuple(each for each in asked.findings if given or not asked.is_needed or each.code != _EMPTY)
        return Field(
            asked.path,
            asked.label,
            _OF_IDS.sub("", asked.help) if choices else asked.help,
            asked.is_needed,
            findings,
            kind,
            tuple(map(str, given)) if isinstance(given, tuple) else _shown(given, kind),
            example_of(field, self._whole),
            (*choices, *(Choice(word, f"{word} (not known)") for word in _unlisted(given, choices))),
        )

    def _entry(self, record: Schema, value: Any, path: Path) -> Group:
        nodes = self.nodes(record, value, path)
        title = _name(value) or next(_chosen(nodes), "")
        return Group(path, record["title"], "", True, self._here(path, record), nodes, title=title)  # noqa: FBT003

    def _at(self, path: Path) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self._placed.get(path, ()) if each.code not in {_MISSING, _EMPTY})

    def _here(self, path: Path, record: Schema) -> tuple[Diagnostic, ...]:
        """The findings of a record itself, and those of keys in it that the schema does not know."""
        known = resolved(record, self._whole)["properties"]
        lost = [
            each
            for where, found in self._placed.items()
            if where[: len(path)] == path and len(where) > len(path) and where[len(path)] not in known
            for each in found
        ]
        return (*self._at(path), *lost)

    def _below(self, path: Path) -> tuple[Diagnostic, ...]:
        """The findings of a value and of all that stands in it."""
        return tuple(each for where, found in self._placed.items() if where[: len(path)] == path for each in found)


def _shown(text: str, kind: Kind) -> str:
    return flowing(text.strip("\n")) if kind is Kind.PROSE else text.strip("\n")


def _unlisted(given: Any, choices: Sequence[Choice]) -> Iterator[str]:
    """The words of a value that are none of those to choose from."""
    known = {each.word for each in choices}
    if choices:
        yield from (word for word in (given if isinstance(given, tuple) else (given,)) if word and word not in known)


def _chosen(nodes: Iterable[Node]) -> Iterator[str]:
    """The names of what is chosen in the fields of an entry."""
    for node in nodes:
        if isinstance(node, Field) and node.kind is Kind.CHOICE and node.value:
            yield next(each.name for each in node.choices if each.word == node.value)
