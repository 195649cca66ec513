"""Fonts into the volume: one subset per face, holding the glyphs of all parts and of the furniture."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from wp3reports.pdf.printed import Face
from wp3reports.pdf.shaping import Typeface, typeface

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

    def __init__(self, pdf: pikepdf.Pdf, fonts: Mapping[str, bytes]) -> None:
        """`fonts` are the shipped files by name; a name begins with the PostScript name of the face."""
        self._pdf = pdf
        self._files = {name.rpartition("/")[2].partition(".")[0]: data for name, data in sorted(fonts.items())}
        self._texts: dict[str, dict[int, str]] = {}  # digest of the face -> glyph -> text
        self._faces: dict[str, Typeface] = {}
        self._uses: list[tuple[pikepdf.Object, str, str]] = []  # font resources, key in them, digest

    def face(self, name: str) -> Typeface:
        """A shipped face by its PostScript name; KeyError when it is not among the files."""
        return typeface(self._files[name])

    def take(self, resources: pikepdf.Object, faces: Iterable[Face]) -> None:
        """Note what a part uses. A font that is not shipped, or lacks characters, keeps the part's own subset."""
        for face in faces:
            if face.texts is None or face.name not in self._files:
                continue
            shipped = self.face(face.name)
            if shipped.digest == face.digest:
                self.use(resources, face.key, shipped, dict(face.texts))

    def use(self, resources: pikepdf.Object, key: str, face: Typeface, texts: Mapping[int, str]) -> None:
        """Note that glyphs of a face are shown under this key of these font resources."""
        known = self._texts.setdefault(face.digest, {})
        for glyph, text in texts.items():
            if (before := known.get(glyph)) != text:
                known[glyph] = _better(before, text)
        self._faces[face.digest] = face
        self._uses.append((resources, key, face.digest))

    def embed(self) -> None:
        """Make the subsets and put them in place."""
        made = {digest: self._embedded(face, self._texts[digest]) for digest, face in self._faces.items()}
        for resources, key, digest in self._uses:
            resources[f"/{key}"] = made[digest]

    def _embedded(self, face: Typeface, texts: Mapping[int, str]) -> pikepdf.Object:
        """The font of the PDF for these glyphs."""
        glyphs = sorted(texts)
        # The six letters that mark a subset, made from what is in it.
        digest = sha256(f"{face.digest} {glyphs}".encode()).digest()
        name = Name("/" + "".join(chr(65 + byte % 26) for byte in digest[:6]) + f"+{face.name}")
        child = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            CIDToGIDMap=Name.Identity,
            W=_widths(face, glyphs),
            FontDescriptor=self._pdf.make_indirect(self._descriptor(face, name, glyphs)),
        )
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self._pdf.make_indirect(child)]),
                ToUnicode=Stream(self._pdf, _character_map(face, texts)),
            ),
        )

    def _descriptor(self, face: Typeface, name: Name, glyphs: Sequence[int]) -> Dictionary:
        """The font's descriptor with its program."""
        metrics = face.metrics
        program = face.subset(glyphs)
        flags = SYMBOLIC | FIXED * metrics.is_fixed | SERIF * metrics.is_serif | ITALIC * bool(metrics.italic_angle)
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=flags,
            FontBBox=Array(metrics.box),
            ItalicAngle=metrics.italic_angle,
            Ascent=metrics.ascent,
            Descent=metrics.descent,
            CapHeight=metrics.cap_height,
            StemV=STEM,
            FontFile2=Stream(self._pdf, program, Length1=len(program)),
        )


def _better(known: str | None, text: str) -> str:
    """Of two texts for one glyph the plainer one, whatever part comes first: a blank, not a no-break space."""
    return text if known is None else min(known, text, key=lambda one: (not one, len(one), one))


def _widths(face: Typeface, glyphs: Iterable[int]) -> Array:
    """The widths of glyphs as PDF lists them: the first of a run, then the run."""
    runs: list[tuple[int, list[float]]] = []
    for glyph in glyphs:
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(face.advance(glyph))
    return Array([item for first, widths in runs for item in (first, Array(widths))])


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
