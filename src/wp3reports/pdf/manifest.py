"""The manifest inside a PDF: from which files it was made, by what, as which document. JSON, in a fixed order.

`docs/manifest.schema.json` describes it. It stands in the file itself, so that it goes wherever the file goes.
"""

import json
from functools import cache, partial
from importlib.metadata import version
from typing import Any

from wp3reports.pdf.libraries import fingerprint
from wp3reports.provenance import Attachment, Relation
from wp3reports.volume import Volume

NAME = "manifest.json"
VERSION = 1  # of the form; a key that is added does not change it
OURS = ("wp3reports", "uharfbuzz")  # the engine's own libraries are in its fingerprint


def manifest(volume: Volume, *, draft: bool) -> Attachment:
    """The manifest of a volume, as it is attached to it."""
    told = "What this document was made from: files with their SHA-256, templates, program"
    return Attachment(NAME, "application/json", told, Relation.DATA, partial(_content, volume, draft=draft))


def _content(volume: Volume, *, draft: bool) -> bytes:
    provenance = volume.provenance
    inputs = {each.attached for each in provenance.inputs}
    data = [each for each in provenance.attachments if each.name not in inputs]
    content = {
        "version": VERSION,
        "document": {
            "name": volume.name,
            "title": volume.title,
            "language": volume.language,
            "deliverable": provenance.deliverable,
            "milestone": provenance.milestone,
            "version": provenance.version,
            "status": "draft" if draft else "final",
            "issued": volume.issued.isoformat(),
        },
        "inputs": [
            {"path": each.path, "sha256": each.sha256, "attached": each.attached or None} for each in provenance.inputs
        ],
        "data": [{"path": each.name, "sha256": each.sha256, "attached": each.name} for each in data],
        "templates": {"sha256": provenance.templates},
        "engine": dict(_engine()),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def _engine() -> tuple[tuple[str, str], ...]:
    """The versions of what lays out and binds, by name."""
    found = {name: version(name) for name in OURS} | dict(each.split("=", 1) for each in fingerprint().split())
    return tuple(found.items())


def read_manifest(data: bytes) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """What a manifest says of its document, and the path and SHA-256 of each attached file by its name.

    ValueError when it is no manifest of a form that is known.
    """
    try:
        content: dict[str, Any] = json.loads(data)
        files = {
            str(each["attached"]): (str(each["path"]), str(each["sha256"]))
            for each in (*content["inputs"], *content["data"])
            if each["attached"]
        }
        document = {str(key): str(value) for key, value in content["document"].items()}
        known = content["version"] == VERSION
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ValueError("its manifest is damaged") from None
    if not known:
        raise ValueError("its manifest has a form that this version does not know")
    return document, files
