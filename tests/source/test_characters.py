"""Which characters pass, which are refused and which are doubted: over all code points, raw and escaped."""

import unicodedata

import pytest

from wp3reports.source import parse
from wp3reports.source.characters import clean, fault

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
    """By category every character that must be refused is; of the others only what cannot be seen."""
    must = {code for code in range(0x110000) if refused(code)} | BIDI | INVISIBLE
    cleaned = clean("".join(map(chr, range(0x110000))))
    found = {code for code, kept in enumerate(cleaned) if kept != chr(code)}
    assert len(must) > 137_000
    assert must <= found
    also = sorted(found - must)
    assert also
    assert all(unicodedata.category(chr(code)) in ("Cf", "Cn", "Mn", "Lo") for code in also)
    assert len([code for code in also if code < 0xE0000]) < 60


def test_every_code_point_of_the_first_plane_in_a_file() -> None:
    """Sixteen to a file, a line each: the findings name exactly the lines that hold a refused one."""
    files = 0
    for start in [*range(0, 0x3200, 16), *range(0xD7C0, 0xD800, 16), *range(0xF8F0, 0x10000, 16)]:
        codes = [code for code in range(start, start + 16) if chr(code) not in '\n"\\']
        text = "a:\n" + "".join(f'- "x{chr(code)}y"\n' for code in codes)
        source, findings = parse("f", text.encode())
        wrong = [index for index, code in enumerate(codes) if fault(chr(code))]
        assert [(f.span.line - 2, f.span.column) for f in findings if f.code == "yaml-character"] == [
            (index, 5) for index in wrong
        ]
        assert source is None if wrong else source is not None and len(source.plain()["a"]) == len(codes)
        files += 1
    assert files > 900


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
    for text in (
        "SÃO PAULO",
        "CAFÉ…",
        "«MALMÖ»",
        "VÄSTERÅS – ÅRE",
        "Ärger",
        "Ålborg",
        "Пётр",
        "•" * 40,
        "é\u0301•" * 40,
    ):
        assert parse("f", f"a: {text}\n".encode())[1] == ()


def test_garbled_letters_that_cannot_be_told() -> None:
    source, (finding,) = parse("f", "a: xÃ\u2015\n".encode())
    assert source is not None
    assert 'did you mean "xÃ\u2015"' not in finding.message


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
