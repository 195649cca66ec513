"""What travels comes back as it was, or is noticed."""

import pytest

from wp3reports.build.cluster import framing
from wp3reports.build.cluster.framing import Answer
from wp3reports.model import Limits
from wp3reports.volume import Part

PART = Part("m2_swot/łódź", "<p>Łódź\n\ud800", {"static/a.css": b"css\n", "b.woff2": b"", "c": b"\0\n{}"})
ANSWER = Answer(b"pages\n\0", "weasyprint=70.0 code=ab")


def test_a_part_comes_back_without_its_assets() -> None:
    limits = Limits(seconds=7, megabytes=300, pages=9)
    assert framing.read_part(framing.of_part(PART, limits)) == (PART.name, PART.html, limits)


def test_assets_come_back_in_whatever_order_they_were() -> None:
    data = framing.of_assets(PART.assets)
    assert framing.read_assets(data) == PART.assets
    assert framing.of_assets(dict(reversed(PART.assets.items()))) == data
    assert framing.read_assets(framing.of_assets({})) == {}


def test_an_answer_comes_back_with_its_engine_or_the_refusal() -> None:
    assert framing.read_answer(framing.of_answer(ANSWER)) == ANSWER
    refusal = Answer(b"", "", "native libraries not found: pango")
    assert framing.read_answer(framing.of_answer(refusal)) == refusal


def test_a_changed_byte_of_the_pages_and_any_truncation_are_noticed() -> None:
    whole = framing.of_answer(ANSWER)
    for length in range(len(whole)):
        with pytest.raises(ValueError, match=r"."):
            framing.read_answer(whole[:length])
    start = whole.index(b"\n") + 1
    for position in range(start, len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 1
        with pytest.raises(ValueError, match="not those that were sent"):
            framing.read_answer(bytes(changed))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"null\n", b"\x80\x04pickle", framing.of_assets({"a": b"b"})])
def test_what_is_no_order_or_answer_is_a_value_error(data: bytes) -> None:
    for read in (framing.read_part, framing.read_answer):
        with pytest.raises(ValueError, match=r"."):
            read(data)
    with pytest.raises(ValueError, match="no assets"):
        framing.read_assets(framing.of_answer(ANSWER))
