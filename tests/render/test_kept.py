from typing import Any

import pytest

from wp3reports.render.kept import sealed, unsealed

CONTENT: Any = {"a": b"bytes", "b": [1, "text"]}


def test_what_was_sealed_comes_out_under_the_same_stamp() -> None:
    assert unsealed(sealed(CONTENT, "stamp"), "stamp") == CONTENT
    assert unsealed(sealed(CONTENT, "stamp"), "another") is None


@pytest.mark.parametrize("place", [0, 31, 32, 40, -1])
def test_nothing_that_was_damaged_is_read(place: int) -> None:
    data = bytearray(sealed(CONTENT, "stamp"))
    data[place] ^= 1
    assert unsealed(bytes(data), "stamp") is None
    for cut in (b"", bytes(data[:place])):
        assert unsealed(cut, "stamp") is None
