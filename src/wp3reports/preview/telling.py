"""A form as a browser is told: its nodes, with what was found at each."""

from typing import Any

from wp3reports.authoring.form import Entries, Field, Form, Group, Node
from wp3reports.preview.finding import told
from wp3reports.snapshot import Snapshot


def told_form(form: Form, snapshot: Snapshot) -> dict[str, Any]:
    """The whole form; how many values are still to be written is counted."""
    missing = sum(each.is_missing for each in form.fields())
    nodes = [_node(each, snapshot) for each in form.nodes]
    findings = [told(each, snapshot) for each in form.findings]
    return {"digest": form.digest, "missing": missing, "findings": findings, "nodes": nodes}


def _node(node: Node, snapshot: Snapshot) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "path": [*node.path],
        "label": node.label,
        "help": node.help,
        "needed": node.is_needed,
        "findings": [told(each, snapshot) for each in node.findings],
    }
    match node:
        case Field():
            value = node.value if isinstance(node.value, str) else [*node.value]
            choices = [{"word": each.word, "name": each.name} for each in node.choices]
            return {**asked, "kind": node.kind.value, "value": value, "example": node.example, "choices": choices}
        case Group():
            nodes = [_node(each, snapshot) for each in node.nodes]
            return {**asked, "kind": "group", "there": node.is_there, "title": node.title, "nodes": nodes}
        case Entries():
            entries = [_node(each, snapshot) for each in node.entries]
            return {**asked, "kind": "entries", "singular": node.singular, "entries": entries}
