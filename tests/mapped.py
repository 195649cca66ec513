"""Whether what a source map says of a PDF is what stands there."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import yaml

WORDS = 4  # that make a text; an id has one
SLACK = 1  # points: accents and descenders may stand out of a box


def compared(pdf: Path, root: Path) -> dict[str, bool]:
    """For each text of the inputs on the pages: whether it begins in its rectangle. The map lies beside the PDF."""
    found = json.loads(pdf.with_suffix(".map.json").read_bytes())
    are_there: dict[str, bool] = {}
    with pypdfium2.PdfDocument(pdf) as file:
        pages = [page.get_textpage() for page in file]
        for place in found["places"]:
            pointer = found["sources"][place["source"]]["pointer"]
            typed = _squeezed(_text(root, pointer))
            if typed and pointer not in are_there:  # elsewhere it goes on
                corners = place["x"], place["y"], place["x"] + place["width"], place["y"] + place["height"]
                left, bottom, right, top = corners
                box = left - SLACK, bottom - SLACK, right + SLACK, top + SLACK
                are_there[pointer] = typed[:20] in _squeezed(pages[place["page"] - 1].get_text_bounded(*box))
    return are_there


def _text(root: Path, pointer: str) -> str:
    """The text or the statement that stands at a pointer, empty for anything else."""
    path, _, steps = pointer.partition("#")
    content = _content(root / path)
    for step in steps.split("/")[1:]:
        content = content[int(step)] if isinstance(content, list) else content.get(step)
    found = content.get("statement") if isinstance(content, dict) else content
    return found if isinstance(found, str) and len(found.split()) >= WORDS else ""


@cache
def _content(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}  # a hand-in that is outstanding


def _squeezed(text: str) -> str:
    """Letters and numbers alone: what hyphens, bullets and line ends leave."""
    return re.sub(r"\W", "", text)
