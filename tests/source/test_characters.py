"""Which characters pass, which are refused and which are doubted: over all code points, raw and escaped."""

import unicodedata

import pytest

from wp3reports.source import parse

ALL = range(0x110000)
BIDI = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
INVISIBLE = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E, 0x034F, 0x3164, 0xE0001, 0xE0020, 0xE0100}
LETTERS = "ĀāČčĒēĢģĪīĶķĻļŅņŠšŪūŽžÅåÄäÖöØøÆæŁłŚśĆćŃńÓóĖėĮįŲųÕõßЁёЖжЩщЫыЭэЮюЯяΑαΩω–—„“”«»‚‘’…€§°²³½×±→•✓№\u00a0\u00ad"


def refused(code: int) -> bool:
    """What the requirements say, in other words than the program's: by category, not by list."""
    kind = unicodedata.category(chr(code))
    return (
        (kind in ("Cc", "Co", "Cs", "Zl", "Zp") and code not in (9, 10))
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def test_every_code_point() -> None:
    """Many to a file, a line each: the findings must name exactly the lines that hold a refused one."""
    refused_seen = 0
    for start in range(0, 0x110000, 0x400):
        codes = [c for c in range(start, start + 0x400) if not 0xD800 <= c <= 0xDFFF and c not in (9, 10)]
        must = [c for c in codes if refused(c) or c in BIDI or c in INVISIBLE]
        refused_seen += len(must)
        text = "".join(f'- "x{chr(c)}y"\n' for c in codes if c in must or c not in (0x22, 0x5C))
        source, findings = parse("f", f"a:\n{text}".encode())
        wrong = [f for f in findings if f.code == "yaml-character"]
        if len(must) > 20:
            assert len(wrong) == 20
            assert source is None
        elif must:
            lines = text.split("\n")
            assert {f.span.line - 2 for f in wrong} >= {lines.index(f'- "x{chr(c)}y"') for c in must}
            assert all(f.span.column == 5 for f in wrong)
    assert refused_seen > 137_000


def test_letters_and_signs_pass() -> None:
    source, findings = parse("f", f"a: {LETTERS}\n{LETTERS}: b\n".encode())
    assert source is not None
    assert findings == ()
    assert source.plain() == {"a": LETTERS, LETTERS: "b"}


@pytest.mark.parametrize(
    "code", sorted({0, 7, 0x1B, 0x7F, 0x85, 0x2028, 0xE000, 0xFDD0, 0xFFFF, 0x10FFFF} | BIDI | INVISIBLE)
)
def test_raw_and_escaped_alike(code: int) -> None:
    for value in (f'"x{chr(code)}"', f'"x\\U{code:08x}"'):
        for typed in (f"a: {value}\n", f"{value}: a\n"):
            source, findings = parse("f", typed.encode())
            assert source is None
            assert "yaml-character" in {f.code for f in findings}
            assert all(f"U+{code:04X}" in f.message for f in findings if f.code == "yaml-character")


def test_a_comment_hides_nothing() -> None:
    source, (finding,) = parse("f", "a: 1  # x\u202ey\n".encode())
    assert source is None
    assert str(finding.span) == "f:1:10"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0489"])
def test_thirty_marks_pass_and_more_do_not(mark: str) -> None:
    passed, _ = parse("f", f"a: qx{mark * 30}\n".encode())
    source, (finding,) = parse("f", f"a: qx{mark * 31}\n".encode())
    escaped, _ = parse("f", ('a: "qx' + f"\\u{ord(mark):04x}" * 31 + '"').encode())
    assert passed is not None
    assert source is escaped is None
    assert (finding.code, str(finding.span)) == ("yaml-character", "f:1:6")


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("MalmÃ¶", '"Malmö"'),
        ("RÄ«ga", '"Rīga"'),
        ("Å‚ódź wÅ‚asna", '"własna"'),
        ("KÃ¸benhavn", '"København"'),
        ("itâ€™s", '"it’s"'),
        ("Ð¡Ð°Ð½ÐºÑ‚", '"Санкт"'),
        ("10Â°C", '"10°C"'),
    ],
)
def test_garbled_letters(garbled: str, meant: str) -> None:
    source, findings = parse("f", f"a: {garbled}\n".encode())
    assert source is not None
    assert [f.code for f in findings] == ["yaml-mojibake"]
    assert meant in findings[0].message or garbled.startswith("Å")


def test_letters_that_only_look_garbled() -> None:
    for text in ("SÃO PAULO", "CAFÉ…", "«MALMÖ»", "VÄSTERÅS – ÅRE", "Ärger", "Ålborg", "Пётр"):
        assert parse("f", f"a: {text}\n".encode())[1] == ()


def test_a_lost_letter() -> None:
    source, (finding,) = parse("f", "a: Malm\ufffd\n".encode())
    assert source is not None
    assert (finding.code, str(finding.span)) == ("yaml-mojibake", "f:1:8")


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7", '"é" in Latin-1'),
        (b"a: \xc3\n", "1:4", "0xC3"),
        (b"a: \xed\xa0\x80\n", "1:4", "0xED"),
        ("a: ö".encode() + b"\xff", "1:5", "0xFF"),
        (b"\xef\xbb\xbfa: \xff\n", "1:4", "0xFF"),
        (b"a: \xff\nb: \xff\nc: 1\nd: \xff\n", "1:4", "2 more lines"),
        ("a: 1\n".encode("utf-16"), "1:1", "UTF-16"),
        ("a: 1\n".encode("utf-16-be"), "1:1", "UTF-16 or UTF-32"),
        ("a: 1\n".encode("utf-32"), "1:1", "UTF-32"),
        ("a: 1\n".encode("utf-32-le"), "1:1", "UTF-16 or UTF-32"),
    ],
)
def test_other_encodings(data: bytes, place: str, words: str) -> None:
    source, (finding,) = parse("f", data)
    assert source is None
    assert (finding.code, str(finding.span)) == ("yaml-encoding", f"f:{place}")
    assert words in finding.message
    assert "UTF-8" in finding.help
