"""What elements of the HTML are in a PDF: the standard structure types of ISO 32000-1, 14.8.4."""

from typing import Any

SVG = "{http://www.w3.org/2000/svg}svg"
ROLES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("address", "details", "div", "figure", "footer", "header"), "Div"),
    **dict.fromkeys(("aside", "nav", "section"), "Sect"),
    **dict.fromkeys(("p", "pre", "summary"), "P"),
    **dict.fromkeys(("dl", "ol", "ul"), "L"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("code", "kbd", "samp"), "Code"),
    **dict.fromkeys(("img", SVG), "Figure"),
    "article": "Art",
    "blockquote": "BlockQuote",
    "dd": "LBody",
    "dt": "Lbl",
    "li": "LI",
    "main": "Part",
    "q": "Quote",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
}
GENERATED = {"marker": "Lbl", "footnote-marker": "Lbl", "footnote-call": "Reference"}  # by style sheet, with a meaning

# What `data-pdf` may ask for. Not Aside, which is no type of PDF 1.7, nor Figure, which must be a picture.
_ASKED_BLOCKS = {
    "Art",
    "BlockQuote",
    "Caption",
    "Div",
    "Formula",
    "Index",
    "NonStruct",
    "P",
    "Part",
    "Sect",
    "TOC",
    "TOCI",
}
_ASKED_IN_LINE = {"BibEntry", "Code", "Lbl", "Note", "Quote", "Reference", "Span"}
ASKED = frozenset(_ASKED_BLOCKS | _ASKED_IN_LINE)

# Roles that mean something inside of others only; elsewhere their content belongs to what is around it.
_ROWS = frozenset({"Table", "THead", "TBody", "TFoot"})
INSIDE = {
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TR": _ROWS,
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "LI": frozenset({"L"}),
    "TOCI": frozenset({"TOC"}),
}
# Roles that hold no text of their own: it stands in a paragraph, and so does what stands in a line of text.
GROUPING = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct", "Index", "TOCI"})
HOLDERS = GROUPING | {"TH", "TD", "LBody"}  # of blocks
IN_LINE = frozenset({"Code", "Link", "Quote", "Reference", "Span"})

SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}
NUMBERINGS = {
    "none": "None",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
}


def role(element: Any, tag: str, inside: str, *, is_block: bool = False) -> str:
    """The role of an element of the HTML in one of another role; empty when it has none of its own.

    `tag` is the name of the element, with what the style sheet adds: `li::marker`. `is_block`: it does not run in a
    line, so that what stands in it is no part of the words before it, even if its name alone means nothing.
    """
    name, _, generated = tag.partition("::")
    if generated:
        return GENERATED.get(generated, "")
    found = ROLES.get(name, "")
    if name == "a":
        found = "Link" if element.get("href") else ""
    if element.get("data-pdf") in ASKED:
        found = str(element.get("data-pdf"))
    if (found in INSIDE and inside not in INSIDE[found]) or (found == "Div" and inside == "L"):
        found = ""
    if name in {"html", "body"}:
        return ""
    if not found and name == "span" and is_block and inside in HOLDERS:
        return "Div"
    return found or ("Span" if element.get("lang") else "")


def is_silent(element: Any, tag: str) -> bool:
    """Whether the HTML says that an element is not for the ear."""
    if element is None:
        return False
    is_marked = element.get("aria-hidden") == "true" or element.get("data-pdf") == "artifact"
    return is_marked or (tag == "img" and element.get("alt") == "")


def alternative(picture: Any) -> str:
    """The words for a picture: `alt`, the title of a drawing, or `aria-label`; empty when it has none."""
    title = picture.findtext("{http://www.w3.org/2000/svg}title", "") if picture.tag == SVG else picture.get("alt", "")
    return " ".join((title or picture.get("aria-label", "")).split())


def numbering(style: str) -> str:
    """The way of numbering of a list by its `list-style-type`; an unknown one numbers in decimals."""
    return NUMBERINGS.get(style, "Decimal")
