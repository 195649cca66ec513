import json

import pytest

from wp3reports.pdf import Bookmark, Face, Flaw, Printed

SAMPLE = Printed(
    b"%PDF-1.7\nx\n",
    2,
    (Bookmark(1, "Łódź", 1, 62.36, 700.5),),
    (("riga", 0), ("riga-2", 1)),
    (Face("ABCDEF", "SourceSans3-Regular", "00ff", ((1, "a"), (2, "fi"))), Face("GHIJKL", "Other", "0a", None)),
    (Flaw("pdf-missing-glyph", 'no glyph for "漢"', "inputs/m2_swot/riga.yaml#/analyses/0"),),
)


def test_the_stored_form_gives_the_value_back() -> None:
    assert Printed.from_bytes(SAMPLE.to_bytes()) == SAMPLE


def test_the_stored_form_is_one_line_of_ascii_and_then_the_pdf() -> None:
    line, _, rest = SAMPLE.to_bytes().partition(b"\n")
    assert line.isascii()
    assert rest == SAMPLE.pdf


def test_no_pages_can_be_stored_too() -> None:
    failed = Printed(b"", 0, flaws=(Flaw("pdf-engine", "failed"),))
    assert Printed.from_bytes(failed.to_bytes()) == failed


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_a_cut_form_is_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="stored form"):
        Printed.from_bytes(SAMPLE.to_bytes()[:cut])


@pytest.mark.parametrize("change", [{"format": 99}, {"pages": "x"}, {"outline": [[1]]}, {"flaws": 3}, {"fonts": [[1]]}])
def test_another_shape_is_refused(change: dict[str, object]) -> None:
    line, _, rest = SAMPLE.to_bytes().partition(b"\n")
    with pytest.raises(ValueError, match="stored form"):
        Printed.from_bytes(json.dumps({**json.loads(line), **change}).encode() + b"\n" + rest)


def test_a_line_that_is_no_json_is_refused() -> None:
    for line in (b"[1]\n", b"\xff\n", b"{}\n", b"[" * 100_000):
        with pytest.raises(ValueError, match="stored form"):
            Printed.from_bytes(line)
