"""Arrays whose length does not make a new type."""

from typing import Any

import pytest
from cffi import FFI

from wp3reports.pdf.shortcuts.arrays import Arrays


@pytest.fixture
def ffi() -> Any:
    made = FFI()
    made.cdef("typedef unsigned int hb_codepoint_t;")
    return made


@pytest.mark.parametrize("glyphs", [[], [7], [3, 5, 70_000]])
def test_glyphs_are_in_the_array_that_is_asked_for(ffi: Any, glyphs: list[int]) -> None:
    made = Arrays(ffi).new(f"hb_codepoint_t[{len(glyphs)}]", glyphs)
    assert list(made) == glyphs


def test_all_lengths_have_one_type(ffi: Any) -> None:
    one, other = (Arrays(ffi).new(f"hb_codepoint_t[{length}]", [0] * length) for length in (2, 9))
    assert ffi.typeof(one) is ffi.typeof(other)
    assert ffi.typeof(one) is not ffi.typeof(ffi.new("hb_codepoint_t[2]"))


def test_all_else_is_as_it_was(ffi: Any) -> None:
    arrays = Arrays(ffi)
    assert ffi.sizeof(arrays.new("char[]", b"name")) == 5
    assert arrays.sizeof("hb_codepoint_t") == ffi.sizeof("unsigned int")
    with pytest.raises(AttributeError):
        arrays.no_such_function  # noqa: B018 - the look itself is what must fail
