"""What an element of the HTML and its style say beyond its role: language, scope, spans, numbering, words."""

from typing import Any

from wp3reports.pdf.journal import LOGGER
from wp3reports.pdf.tags import roles
from wp3reports.pdf.tags.tree import Node


def describe(node: Node, box: Any) -> None:
    """Write it into the structure element that was made for the box."""
    element = box.element
    node.language = element.get("lang") or ""
    if node.role == "L":
        styles = (child.style["list_style_type"] for child in box.children if child.element_tag == "li")
        node.attributes["ListNumbering"] = f"/{roles.numbering(next(styles, 'none'))}"
    elif node.role in {"TH", "TD"}:
        spans = {"ColSpan": box.colspan, "RowSpan": box.rowspan}
        node.attributes |= {name: count for name, count in spans.items() if count != 1}
        if node.role == "TH":
            node.attributes["Scope"] = f"/{roles.SCOPES.get(element.get('scope', '').lower(), 'Column')}"
    elif node.role == "Figure":
        node.alternative = roles.alternative(element)
        if not node.alternative:
            LOGGER.error('Image "%s" has no required alt description', element.get("src", "unknown"))
