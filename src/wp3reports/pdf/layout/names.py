"""How a finding names a thing on the page, so that its author knows which one is meant."""

from typing import Any

MILLIMETRES = 25.4 / 72  # per point
LENGTH = 60  # characters of a name
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
THINGS = frozenset({"table", "figure", "tr", "img"})
_TITLE = "{http://www.w3.org/2000/svg}title"
_KINDS = {"caption": "caption", "figcaption": "caption", "thead": "table head"}
_NAMED_BY = {"table": ("table", "caption"), "figure": ("figure", "figcaption")}


def called(element: Any) -> str:
    """The thing with its name: `the table "Actors"`. A table goes by its caption, a row by its head."""
    match element.tag if element is not None else "":  # boxes that the engine adds are of no element
        case "table" | "figure" as tag:
            kind, name = _NAMED_BY[tag]
            return _named(kind, element.find(name))
        case "tr":
            return _named("row", next(iter(element), None))
        case "img":
            return f'the picture "{in_short(element.get("alt") or element.get("src", ""))}"'
        case str(tag) if tag.endswith("svg"):
            return _named("picture", element.find(_TITLE))
        case str(tag) if tag in HEADINGS:
            return _named("heading", element)
        case tag:
            return _named(_KINDS.get(tag, "text"), element)


def _named(kind: str, element: Any) -> str:
    text = in_short(words(element))
    return f'the {kind} "{text}"' if text else f"a {kind}"


def words(element: Any) -> str:
    """All text of an element in one line; none where there is no element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def in_short(text: str) -> str:
    """As much of a text as a message has room for."""
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rstrip() + "…"


def millimetres(points: float) -> str:
    """A length as it is told, never nothing: `24 mm`."""
    return f"{max(points * MILLIMETRES, 1):.0f} mm"
