"""The tag tree of a PDF as a program reads it aloud: elements with their texts, in order.

Our own small reader, so that what is written is not read by what wrote it: structure by pikepdf, text from the content
streams through the fonts' character maps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SOFT = "\u00ad"
IN_LINE = frozenset({"Code", "Link", "Note", "Quote", "Reference", "Span"})


class Run(NamedTuple):
    """Marked content: its text, its page, and the height of its line on it."""

    text: str
    page: int
    line: float


class Target(NamedTuple):
    """What a link says of itself and where it leads."""

    contents: str
    address: str


@dataclass
class Tag:
    """A structure element."""

    role: str
    kids: list["Tag | Run | Target"] = field(default_factory=list)
    language: str = ""
    alternative: str = ""
    actual: str = ""
    name: str = ""
    attributes: dict[str, object] = field(default_factory=dict)

    def walk(self) -> Iterator["Tag"]:
        """This element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def find(self, *roles: str) -> list["Tag"]:
        """All elements below of these roles."""
        return [tag for tag in self.walk() if tag.role in roles]

    def runs(self) -> Iterator[Run]:
        """All content in it."""
        for kid in self.kids:
            if isinstance(kid, Run):
                yield kid
            elif isinstance(kid, Tag):
                yield from kid.runs()

    @property
    def pages(self) -> set[int]:
        """The pages that it stands on."""
        return {run.page for run in self.runs()}

    def text(self) -> str:
        """What is read, with a blank between blocks and between lines but where a word goes on in the next.

        Pictures are read by their words.
        """
        return " ".join(self.said_after(None)[0].split())

    def said_after(self, before: Run | None) -> tuple[str, Run | None]:
        """The text behind a run, and the last run of it."""
        if self.alternative:
            return f" {self.alternative} ", before
        said = ""
        for kid in self.kids:
            if isinstance(kid, Run):
                is_next_line = before is not None and (before.page, before.line) != (kid.page, kid.line)
                goes_on = before is not None and before.text.endswith(SOFT)
                before = kid._replace(text=self.actual or kid.text)
                said += " " * (is_next_line and not goes_on) + before.text.removesuffix(SOFT)
            elif isinstance(kid, Tag):
                inner, before = kid.said_after(before)
                said += inner if kid.role in IN_LINE else f" {inner} "
        return said, before

    def outline(self) -> str:
        """Roles and texts in one line: `P[One Link[two]]`."""
        inner = []
        for kid in self.kids:
            if isinstance(kid, Tag):
                inner.append(kid.outline())
            elif isinstance(kid, Run):
                inner.append(kid.text.strip())
        said = " ".join(filter(None, [self.actual and repr(self.actual), *inner]))
        return f"{self.role}[{said}]"


def read(pdf: pikepdf.Pdf) -> Tag:
    """The element for the whole document."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    content = [texts(page) for page in pdf.pages]
    return _tag(pdf.Root.StructTreeRoot.K[0], pages, content)


def _tag(element: pikepdf.Object, pages: dict[tuple[int, int], int], content: list[dict[int, Run]]) -> Tag:
    tag = Tag(str(element.S)[1:])
    fields = {"language": "/Lang", "alternative": "/Alt", "actual": "/ActualText", "name": "/ID"}
    for field_name, key in fields.items():
        setattr(tag, field_name, str(element.get(key, "")))
    attributes = dict(element.get("/A", Dictionary()))
    tag.attributes = {key[1:]: _plain(value) for key, value in attributes.items() if key != "/O"}
    kids = element.get("/K", Array())
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary):
            number = pages[element.Pg.objgen]
            tag.kids.append(content[number].get(int(kid), Run("", number, 0))._replace(page=number))
        elif kid.get("/Type") == Name.MCR:
            number = pages[kid.Pg.objgen]
            tag.kids.append(content[number].get(int(kid.MCID), Run("", number, 0))._replace(page=number))
        elif kid.get("/Type") == Name.OBJR:
            address = kid.Obj.get("/Dest") or kid.Obj.get("/A", Dictionary()).get("/URI", "")
            tag.kids.append(Target(str(kid.Obj.get("/Contents", "")), str(address)))
        else:
            tag.kids.append(_tag(kid, pages, content))
    return tag


def _plain(value: object) -> object:
    if isinstance(value, Array):
        return [_plain(each) for each in value.as_list()]
    if isinstance(value, Name):
        return str(value)[1:]
    return str(value) if isinstance(value, String) else float(value)  # type: ignore[arg-type]


def texts(page: pikepdf.Page) -> dict[int, Run]:
    """The text of a page by the numbers of its marked content; artifacts have none."""
    fonts = {key: _characters(font) for key, font in dict(page.obj.Resources.get("/Font", Dictionary())).items()}
    found: dict[int, list[str]] = {}
    lines: dict[int, float] = {}
    marks: list[int | None] = []
    font, line = "", 0.0
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tm Tj TJ"):
        match str(operator):
            case "BDC":
                marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                font = str(operands[0])
            case "Tm":
                line = float(operands[5])
            case _ if marks and (mark := marks[-1]) is not None:
                pieces = operands[0].as_list() if isinstance(operands[0], Array) else [operands[0]]
                shown = (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                codes = (data[i : i + 2] for data in shown for i in range(0, len(data), 2))
                found.setdefault(mark, []).extend(fonts[font][code] for code in codes)
                lines.setdefault(mark, line)
    return {mark: Run("".join(pieces), 0, lines[mark]) for mark, pieces in found.items()}


_MAPPINGS: dict[bytes, dict[bytes, str]] = {}


def _characters(font: pikepdf.Object) -> dict[bytes, str]:
    """The text for each code of a font, by its /ToUnicode."""
    data = font.ToUnicode.read_bytes()
    if data not in _MAPPINGS:
        pairs = re.findall(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\n", data)
        _MAPPINGS[data] = {bytes.fromhex(code.decode()): _text(said) for code, said in pairs}
    return _MAPPINGS[data]


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
