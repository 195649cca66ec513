"""What is stamped on a page and depends on its place: running head, foot, page number, the mark of a draft.

All of it is an artifact: no reader is read page numbers aloud. Content streams only, nothing of the PDF around them.
"""

from dataclasses import dataclass, field
from math import atan2, cos, hypot, sin

from wp3reports.pdf.numbering import Label
from wp3reports.pdf.shaping import Typeface
from wp3reports.volume import ENGLISH, Numbering, Placement, Thumb, Wording

MM = 72 / 25.4
SIDE = 22 * MM
HEAD = 14 * MM  # baseline from the top edge
FOOT = 12 * MM  # baseline from the bottom edge
RULE = 1.9 * MM  # below the baseline of the head
GAP = 6 * MM  # at least, between two texts in one line
SIZE = 8
TOP, BOTTOM, EDGE = 27 * MM, 25.3 * MM, 6 * MM  # of the column of thumbs at the right edge
GREY = "0.3333 0.3843 0.4196"  # --muted of the style sheet
ACCENT = "0.0431 0.3333 0.3882"  # --accent
PAPER = "1 1 1"
DRAFT_ALPHA = 0.055
DRAFT_SHARE = 0.46  # of the page's diagonal

TEXT_KEY, MARK_KEY, STATE_KEY = "Furniture", "DraftMark", "DraftState"  # in the resources of each part


@dataclass
class Furniture:
    """The stamps of one volume; `text_glyphs` and `mark_glyphs` gather what has to be embedded."""

    text: Typeface
    mark: Typeface
    title: str
    foot: str
    last: int  # number of the last page of the body
    draft: bool
    wording: Wording = ENGLISH
    text_glyphs: dict[int, str] = field(default_factory=dict)
    mark_glyphs: dict[int, str] = field(default_factory=dict)

    def page(self, width: float, height: float, placement: Placement, label: Label) -> bytes:
        """The stamps of one page."""
        stamps: list[str] = []
        if label.numbering is not Numbering.NONE:
            stamps += [self._header(width, height - HEAD, placement.head), self._footer(width, label)]
            if placement.thumb:
                stamps.append(self._thumb(width, height, placement.thumb))
        if self.draft:
            stamps.append(self._draft_mark(width, height))
        return "\n".join(stamps).encode("ascii")

    def _header(self, width: float, y: float, head: str) -> str:
        """Head of the part left, title of the volume right, a thin rule below."""
        room = width - 2 * SIDE
        title = "" if head == self.title else self.title
        left, right = self._fitted(head, title, room)
        rule = f"{GREY} RG 0.4 w {SIDE:.2f} {y - RULE:.2f} m {width - SIDE:.2f} {y - RULE:.2f} l S"
        texts = [self._at(left, SIDE, y), self._at(right, width - SIDE - self._width(right), y)]
        return _artifact("/Pagination /Subtype /Header", [*texts, rule])

    def _footer(self, width: float, label: Label) -> str:
        """Foot of the volume left, page number right, on a draft the word in the middle."""
        number = self.wording.of.format(page=label, last=self.last) if label.is_arabic else str(label)
        room = width - 2 * SIDE - self._width(number) - GAP
        texts = [self._at(number, width - SIDE - self._width(number), FOOT)]
        if self.draft:
            middle = (width - self._width(self.wording.mark)) / 2
            room = middle - SIDE - GAP
            texts.append(self._at(self.wording.mark, middle, FOOT))
        texts.append(self._at(self._shortened(self.foot, room), SIDE, FOOT))
        return _artifact("/Pagination /Subtype /Footer", texts)

    def _thumb(self, width: float, height: float, thumb: Thumb) -> str:
        """A field at the right edge, at the height of its place, with the word reading downwards."""
        slot = (height - TOP - BOTTOM) / thumb.places
        foot = height - TOP - slot * (thumb.place + 1)
        word = self._shortened(thumb.word, slot - 2 * RULE)
        line = self.text.line(word)
        self.text_glyphs.update(line.texts)
        x = width - (EDGE + self.text.metrics.cap_height * SIZE / 1000) / 2
        y = foot + (slot + self._width(word)) / 2
        field = f"{ACCENT} rg {width - EDGE:.2f} {foot + 1:.2f} {EDGE:.2f} {slot - 2:.2f} re f"
        text = f"BT /{TEXT_KEY} {SIZE} Tf {PAPER} rg 0 -1 1 0 {x:.2f} {y:.2f} Tm {line.operand} TJ ET"
        return _artifact("/Pagination", [field, text])

    def _draft_mark(self, width: float, height: float) -> str:
        """The word over the whole page, along its diagonal, so faint that the text below stays readable."""
        word = self.wording.mark.upper()
        line = self.mark.line(word)
        self.mark_glyphs.update(line.texts)
        angle = atan2(height, width)
        size = hypot(width, height) * DRAFT_SHARE / line.width * 1000
        along, across = line.width * size / 2000, self.mark.metrics.cap_height * size / 2000
        x = width / 2 - along * cos(angle) + across * sin(angle)
        y = height / 2 - along * sin(angle) - across * cos(angle)
        turn = f"{cos(angle):.4f} {sin(angle):.4f} {-sin(angle):.4f} {cos(angle):.4f} {x:.2f} {y:.2f} Tm"
        # Readers that sort text by lines would find the letters one by one and mix them into the page's.
        actual = f"<FEFF{word.encode('utf-16-be').hex().upper()}>"
        text = f"/Span <</ActualText {actual}>> BDC\nBT /{MARK_KEY} {size:.2f} Tf {turn} {line.operand} TJ ET\nEMC"
        return _artifact("/Pagination /Subtype /Watermark", [f"/{STATE_KEY} gs {ACCENT} rg", text])

    def _fitted(self, left: str, right: str, room: float) -> tuple[str, str]:
        """Both texts, shortened where they would touch; neither loses more than it has over its half."""
        space = room - GAP
        if self._width(left) + self._width(right) <= space:
            return left, right
        right = self._shortened(right, max(space / 2, space - self._width(left)))
        return self._shortened(left, space - self._width(right)), right

    def _width(self, text: str) -> float:
        """The width in points."""
        return self.text.line(text).width * SIZE / 1000

    def _shortened(self, text: str, room: float) -> str:
        """The text cut to a width in points."""
        return self.text.shortened(text, room * 1000 / SIZE)

    def _at(self, text: str, x: float, y: float) -> str:
        """The operators that show a text."""
        line = self.text.line(text)
        self.text_glyphs.update(line.texts)
        return f"BT /{TEXT_KEY} {SIZE} Tf {GREY} rg {x:.2f} {y:.2f} Td {line.operand} TJ ET" if text else ""


def _artifact(kind: str, operators: list[str]) -> str:
    """Operators marked as no part of the document's content, with their own graphics state."""
    lines = "\n".join(filter(None, operators))
    return f"/Artifact <</Type {kind}>> BDC\nq\n{lines}\nQ\nEMC"
