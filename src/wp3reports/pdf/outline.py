"""The outline of a volume out of the bookmarks of its parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from wp3reports.pdf.printed import Bookmark


@dataclass
class Entry:
    """A node of the outline with what stands below it."""

    level: int
    node: pikepdf.Object
    children: list[pikepdf.Object] = field(default_factory=list)

    def close(self, sign: int) -> None:
        """Chain the children; a negative sign shows the entry closed."""
        if self.children:
            self.node.First, self.node.Last = self.children[0], self.children[-1]
            self.node.Count = sign * len(self.children)
        for one, other in zip(self.children, self.children[1:], strict=False):
            one.Next, other.Prev = other, one


def write_outline(pdf: pikepdf.Pdf, bookmarks: Iterable[Bookmark]) -> None:
    """Write the outline; `page` of a bookmark counts within the volume.

    An entry hangs below the last one of a higher rank, even when levels are skipped between them. All entries but the
    top ones start hidden.
    """
    top = Entry(0, pdf.make_indirect(Dictionary(Type=Name.Outlines)))
    stack = [top]
    for mark in bookmarks:
        while stack[-1].level >= max(mark.level, 1):
            stack.pop().close(-1)
        place = Array([pdf.pages[mark.page].obj, Name.XYZ, mark.x, mark.y, None])
        node = pdf.make_indirect(Dictionary(Title=String(mark.label), Parent=stack[-1].node, Dest=place))
        stack[-1].children.append(node)
        stack.append(Entry(mark.level, node))
    while stack[1:]:
        stack.pop().close(-1)
    top.close(1)
    if top.children:
        pdf.Root.Outlines = top.node
        pdf.Root.PageMode = Name.UseOutlines
