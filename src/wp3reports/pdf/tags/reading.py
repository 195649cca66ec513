"""From the boxes of laid out pages to the tag tree.

Pages are read in their order. What belongs to an element of the HTML that stood on an earlier page goes on there, so
paragraphs, lists, tables, cells and notes are whole, whatever cut them.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from wp3reports.pdf.tags import boxes, roles
from wp3reports.pdf.tags.describing import describe
from wp3reports.pdf.tags.hyphens import unbroken
from wp3reports.pdf.tags.tree import Hotspot, Mark, Node

Marks = MutableMapping[Any, Any]  # box -> what the engine noted when it drew it


@dataclass
class Reader:
    """Reads the pages of one part. `prefix` leads the names of its notes."""

    prefix: str
    document: Node = field(default_factory=lambda: Node("Document"))
    artifacts: list[dict[int, str]] = field(default_factory=list)  # by page: number of a mark -> kind
    hotspots: list[tuple[Any, Node]] = field(default_factory=list)  # annotations with their elements
    _notes: int = 0
    _nodes: dict[tuple[Any, str], Node] = field(default_factory=dict)
    _lines: dict[tuple[Any, str], tuple[Node, Mark, float]] = field(default_factory=dict)  # the last text of each
    _marks: Marks = field(default_factory=dict)
    _height: float = 0  # of the page, in CSS pixels

    def read(self, page: Any, marks: Marks) -> None:
        """Take in the next page. `marks` are emptied; what is left was drawn and belongs to no box."""
        self._marks, self._height = marks, page.height
        self.artifacts.append({})
        self._visit(page._page_box, self.document)  # noqa: SLF001 - on the list of `internals`

    @property
    def _page(self) -> int:
        return len(self.artifacts) - 1

    def _visit(self, box: Any, parent: Node) -> None:
        """Take in a box with all that it holds."""
        box = boxes.unwrapped(box)
        kind = boxes.REPEATED if self._is_repeated(box, parent) else boxes.silence(box)
        if kind:
            self._silence(box, parent, kind)
            return
        node = self._node(box, parent)
        if box.link_annotation:
            self._link(box.link_annotation, node)
        if boxes.is_picture(box):
            self._picture(box, node)
        for child in box.children:
            if boxes.is_text(child):
                self._text(child, node)
            else:
                self._visit(child, node)

    # -- elements

    def _node(self, box: Any, parent: Node) -> Node:
        """The structure element for a box in a parent; the parent itself when the box stands for nothing."""
        key = box.element, box.element_tag
        if box.element is None:
            return parent
        if key not in self._nodes:
            call = self._nodes.get((box.element, f"{box.element_tag}::footnote-call"))
            role = "Note" if call else roles.role(*key, parent.role, is_block=boxes.is_block(box))
            if not role:
                return parent
            self._nodes[key] = self._made(box, parent, role, call)
        return self._nodes[key]

    def _made(self, box: Any, parent: Node, role: str, call: Node | None) -> Node:
        """A new structure element at its place: a note, which stands at the foot of the page, where it is called."""
        tag = box.element_tag
        if call and call.parent:
            node = call.parent.add(Node(role, self._page), after=call)
        elif role in {"Lbl", "LBody"}:
            node = self._of_item(parent, role, tag)
        else:
            node = self._place(parent, role).add(Node(role, self._page))
        if node.role == "LI":
            node = node.add(Node("LBody", self._page))
        elif node.role == "Note":
            self._notes += 1
            node.name = f"{self.prefix}-note-{self._notes}"
        if "::" not in tag:
            describe(node, box)
        return node

    def _of_item(self, parent: Node, role: str, tag: str) -> Node:
        """The label or the body of a list item: of `li`, whose body is being read, or of `dt` and `dd`."""
        node = Node(role, self._page)
        if tag == "li::marker" and parent.role == "LBody" and parent.parent:
            parent.parent.kids.insert(0, node)
            node.parent = parent.parent
            return node
        if parent.role != "L":
            return parent.add(node)
        last = parent.kids[-1] if role == "LBody" and parent.kids else None
        item = last if isinstance(last, Node) else parent.add(Node("LI", self._page))
        return item.add(node)

    def _place(self, parent: Node, role: str) -> Node:
        """Where something goes that belongs to a parent: what stands in a line of text, into a paragraph."""
        is_direct = parent.role == "TOCI" and role == "Reference"
        if parent.role not in roles.GROUPING or role not in roles.IN_LINE or is_direct:
            return parent
        last = parent.kids[-1] if parent.kids else None
        if isinstance(last, Node) and last.is_implied:
            return last
        return parent.add(Node("P", self._page, is_implied=True))

    # -- what stands in them

    def _text(self, box: Any, node: Node) -> None:
        """A piece of text in one line."""
        if box not in self._marks:  # not drawn
            return
        mark = Mark(self._page, self._marks.pop(box)["mcid"], box.text)
        place = self._place(node, "Span")
        if not box.text.strip() and place.is_implied and not place.kids:
            self.artifacts[-1][mark.number] = boxes.LAYOUT
            return
        place.kids.append(mark)
        key = box.element, box.element_tag
        if key in self._lines:
            self._join(*self._lines[key], box)
        self._lines[key] = place, mark, box.position_y

    def _join(self, node: Node, mark: Mark, height: float, box: Any) -> None:
        """Say so when a line ended inside of a word and the box holds the rest of it."""
        hyphen = box.style["hyphenate_character"]
        if mark.text.endswith(hyphen) and (mark.page, height) != (self._page, box.position_y):
            actual = unbroken(mark.text, box.text, hyphen, "".join(box.element.itertext()))
            if actual:
                node.kids[node.kids.index(mark)] = Node("Span", mark.page, node, [mark], actual=actual)

    def _picture(self, box: Any, node: Node) -> None:
        """A picture; one that the style sheet has put there is not read."""
        if box not in self._marks:
            return
        mark = Mark(self._page, self._marks.pop(box)["mcid"])
        if node.role != "Figure":
            self.artifacts[-1][mark.number] = boxes.LAYOUT
            return
        node.attributes["BBox"] = boxes.rectangle(box, self._height)
        node.kids.append(mark)

    def _link(self, annotation: Any, node: Node) -> None:
        """The rectangle of a link, into the element of the link."""
        link = node.nearest("Link") or self._place(node, "Link").add(Node("Link", self._page))
        link.kids.append(Hotspot(self._page, annotation))
        self.hotspots.append((annotation, link))

    # -- what is not read

    def _is_repeated(self, box: Any, parent: Node) -> bool:
        """Whether it is a head or foot row that was read on an earlier page."""
        if box.element_tag != "tr" or parent.role not in {"THead", "TFoot"}:
            return False
        before = self._nodes.get((box.element, "tr"))
        return before is not None and before.page < self._page and before.text == boxes.text_of(box)

    def _silence(self, box: Any, parent: Node, kind: str) -> None:
        """Make artifacts of all that a box shows; links in it can still be followed."""
        for each in boxes.inside(box):
            if each in self._marks:
                self.artifacts[-1][self._marks.pop(each)["mcid"]] = kind
            if each.link_annotation:
                self._link(each.link_annotation, self._nodes.get((each.element, each.element_tag), parent))
