"""The outline of a volume out of the bookmarks of its parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf

from wp3reports.pdf.objects import Objects
from wp3reports.pdf.printed import Bookmark
from wp3reports.pdf.syntax import reference, string


@dataclass
class Entry:
    """A node of the outline with what stands below it."""

    level: int
    number: int
    says: dict[str, Any]
    children: list["Entry"] = field(default_factory=list)

    def close(self, sign: int) -> None:
        """Chain the children; a negative sign shows the entry closed."""
        if self.children:
            self.says |= {"First": self.children[0].reference, "Last": self.children[-1].reference}
            self.says["Count"] = sign * len(self.children)
        for one, other in zip(self.children, self.children[1:], strict=False):
            one.says["Next"], other.says["Prev"] = other.reference, one.reference

    @property
    def reference(self) -> bytes:
        """What others refer to it by."""
        return reference(self.number)


def outline(objects: Objects, bookmarks: Iterable[Bookmark], pages: Sequence[bytes]) -> bytes | None:
    """The reference to the outline, if there are any bookmarks; `page` of one counts in `pages`, all of the volume.

    An entry hangs below the last one of a higher rank, even when levels are skipped between them. All entries but the
    top ones start hidden.
    """
    top = Entry(0, objects.reserve(), {"Type": "/Outlines"})
    entries, stack = [top], [top]
    for mark in bookmarks:
        while stack[-1].level >= max(mark.level, 1):
            stack.pop().close(-1)
        place = pydyf.Array([pages[mark.page], "/XYZ", mark.x, mark.y, "null"])
        says = {"Title": string(mark.label), "Parent": stack[-1].reference, "Dest": place}
        entry = Entry(mark.level, objects.reserve(), says)
        stack[-1].children.append(entry)
        stack.append(entry)
        entries.append(entry)
    while stack[1:]:
        stack.pop().close(-1)
    top.close(1)
    for entry in entries:
        objects.put(entry.number, pydyf.Dictionary(entry.says).data)
    return top.reference if top.children else None
