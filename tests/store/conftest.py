"""A store in a folder of its own, and the keys of what is put there."""

from pathlib import Path

import pytest

from wp3reports.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")
