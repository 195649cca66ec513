"""Fonts into the volume: one subset per face, holding the glyphs of all parts and of the furniture."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import pydyf

from wp3reports.pdf.objects import Objects
from wp3reports.pdf.printed import Face
from wp3reports.pdf.shaping import Typeface, typeface
from wp3reports.pdf.syntax import References, reference, string

SYMBOLIC, FIXED, SERIF, ITALIC = 1 << 2, 1 << 0, 1 << 1, 1 << 6
STEM = 80  # of no use for an embedded font, but asked for
BLOCK = 100  # entries of a character map in one block, by its specification
CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Wardrobe:
    """The faces of one volume, gathered while it is made and embedded at its end."""

    def __init__(self, objects: Objects, fonts: Mapping[str, bytes]) -> None:
        """`fonts` are the shipped files by name; a name begins with the PostScript name of the face."""
        self._objects = objects
        self._files = {name.rpartition("/")[2].partition(".")[0]: data for name, data in sorted(fonts.items())}
        self._texts: dict[str, dict[int, str]] = {}  # digest of the face -> glyph -> text
        self._faces: dict[str, Typeface] = {}
        self._numbers: dict[str, int] = {}  # of the fonts that are embedded, by digest

    def face(self, name: str) -> Typeface:
        """A shipped face by its PostScript name; KeyError when it is not among the files."""
        return typeface(self._files[name])

    def take(self, faces: Iterable[Face], numbers: Mapping[str, bytes]) -> References:
        """What stands for the fonts that a part uses, whose numbers there are by their names in its resources.

        A font that is not shipped, or lacks characters, keeps the part's own subset.
        """
        references: dict[bytes, bytes] = {}
        for face in faces:
            if face.texts is None or face.name not in self._files:
                continue
            shipped = self.face(face.name)
            if shipped.digest == face.digest:
                references[numbers[face.key]] = self.use(shipped, dict(face.texts))
        return references

    def use(self, face: Typeface, texts: Mapping[int, str]) -> bytes:
        """Note that glyphs of a face are shown; the reference to the font that will have them."""
        known = self._texts.setdefault(face.digest, {})
        for glyph, text in texts.items():
            if (before := known.get(glyph)) != text:
                known[glyph] = _better(before, text)
        if face.digest not in self._faces:
            self._faces[face.digest], self._numbers[face.digest] = face, self._objects.reserve()
        return reference(self._numbers[face.digest])

    def embed(self) -> None:
        """Make the subsets."""
        for digest, face in self._faces.items():
            self._objects.put(self._numbers[digest], self._font(face, self._texts[digest]).data)

    def _font(self, face: Typeface, texts: Mapping[int, str]) -> pydyf.Dictionary:
        """The font of the PDF for these glyphs."""
        glyphs = sorted(texts)
        # The six letters that mark a subset, made from what is in it.
        digest = sha256(f"{face.digest} {glyphs}".encode()).digest()
        name = "/" + "".join(chr(65 + byte % 26) for byte in digest[:6]) + f"+{face.name}"
        system = {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
        child = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": pydyf.Dictionary(system),
            "CIDToGIDMap": "/Identity",
            "W": _widths(face, glyphs),
            "FontDescriptor": self._objects.add(self._descriptor(face, name, glyphs)),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([self._objects.add(pydyf.Dictionary(child))]),
            "ToUnicode": self._objects.add_stream(_character_map(face, texts)),
        }
        return pydyf.Dictionary(font)

    def _descriptor(self, face: Typeface, name: str, glyphs: Sequence[int]) -> pydyf.Dictionary:
        """The font's descriptor with its program."""
        metrics = face.metrics
        program = face.subset(glyphs)
        flags = SYMBOLIC | FIXED * metrics.is_fixed | SERIF * metrics.is_serif | ITALIC * bool(metrics.italic_angle)
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": flags,
            "FontBBox": pydyf.Array(metrics.box),
            "ItalicAngle": metrics.italic_angle,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": STEM,
            "FontFile2": self._objects.add_stream(program, {"Length1": len(program)}),
        }
        return pydyf.Dictionary(descriptor)


def _better(known: str | None, text: str) -> str:
    """Of two texts for one glyph the plainer one, whatever part comes first: a blank, not a no-break space."""
    return text if known is None else min(known, text, key=lambda one: (not one, len(one), one))


def _widths(face: Typeface, glyphs: Iterable[int]) -> bytes:
    """The widths of glyphs as PDF lists them: the first of a run, then the run."""
    runs: list[tuple[int, list[bytes]]] = []
    for glyph in glyphs:
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(face.width(glyph))
    return b"[%b]" % b" ".join(b"%d [%b]" % (first, b" ".join(widths)) for first, widths in runs)


def _character_map(face: Typeface, texts: Mapping[int, str]) -> bytes:
    """The map from glyphs to text. The second glyph of a split letter has no text of its own: it gets its character."""
    characters = face.characters
    pairs = [(glyph, text or characters.get(glyph, "")) for glyph, text in sorted(texts.items())]
    lines = [CMAP_HEAD]
    for first in range(0, len(pairs), BLOCK):
        block = pairs[first : first + BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in block]
        lines.append("endbfchar")
    return "\n".join([*lines, CMAP_FOOT]).encode("ascii")
