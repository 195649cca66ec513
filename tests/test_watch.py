"""What counts as a change, told by a real file system."""

import threading
import time
from pathlib import Path

import pytest

from wp3reports.watch import changes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("inputs/m2_swot", "templates", "build"):
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def test_a_hand_in_that_is_saved_counts_and_results_do_not(root: Path) -> None:
    writing = threading.Thread(target=_write, args=(root,))
    writing.start()
    next(changes(root))
    writing.join()
    assert (root / "inputs/m2_swot/riga.yaml").is_file()


def _write(root: Path) -> None:
    """Results first: if they counted, the hand-in would not be there yet when the change is told."""
    time.sleep(0.6)
    (root / "build/final.pdf").write_bytes(b"%PDF")
    (root / "notes.txt").write_bytes(b"x")
    time.sleep(0.8)
    (root / "inputs/m2_swot/riga.yaml").write_bytes(b"x: 1\n")
