"""Arrays of glyphs without a length in their type.

For each font of each part the engine asks cffi for types such as `hb_codepoint_t[217]`. cffi has not met most of them
and parses each as a piece of C, which takes longer than to make the font's subset.
"""

from typing import Any

GLYPHS = "hb_codepoint_t["


class Arrays:
    """The interface to C that is given, which takes the length of an array of glyphs from its content."""

    def __init__(self, ffi: Any) -> None:
        """All but `new` is left to that interface."""
        self._ffi = ffi

    def __getattr__(self, name: str) -> Any:
        """What the interface has under that name."""
        return getattr(self._ffi, name)

    def new(self, kind: str, content: Any = None) -> Any:
        """New data of that kind with that content."""
        return self._ffi.new(f"{GLYPHS}]" if kind.startswith(GLYPHS) else kind, content)
