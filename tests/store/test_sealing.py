"""An entry opens under its own key and as it was written, and never otherwise."""

from pathlib import Path

import pytest

from wp3reports.store.sealing import NAME, opened, path_of, sealed

KEY = "ab" * 32


def test_what_was_sealed_opens_under_its_key_only() -> None:
    assert opened(KEY, sealed(KEY, b"data")) == b"data"
    assert opened("cd" * 32, sealed(KEY, b"data")) is None


@pytest.mark.parametrize("entry", [b"", b"data", bytes(32), bytes(40)])
def test_what_nobody_sealed_does_not_open(entry: bytes) -> None:
    assert opened(KEY, entry) is None


def test_a_key_has_its_place() -> None:
    assert path_of(Path("store"), KEY) == Path("store/ab") / KEY
    assert NAME.fullmatch(KEY)
    assert not NAME.fullmatch(KEY + "0")
