"""What is known of how long parts take."""

from pathlib import Path

import pytest

from wp3reports.build.times import PACE, Times
from wp3reports.volume import Part

RIGA, OSLO = Part("m2_swot/riga", "x" * PACE), Part("m2_swot/oslo", "x" * 2 * PACE)


def test_what_is_not_known_is_guessed_by_its_length() -> None:
    times = Times()
    assert (times.of(RIGA), times.of(OSLO)) == (1, 2)


def test_what_was_measured_counts_from_then_on_and_in_the_next_build(tmp_path: Path) -> None:
    file, times = tmp_path / "build" / "manifest.times", Times()
    times.note(RIGA, 2.50049)
    assert times.of(RIGA) == 2.5
    times.write(file)
    later = Times.read(file)
    assert (later.of(RIGA), later.of(OSLO)) == (2.5, 2)
    later.note(OSLO, 0.25)
    later.write(file)
    assert [Times.read(file).of(part) for part in (RIGA, OSLO)] == [2.5, 0.25]


def test_where_nothing_was_laid_out_nothing_is_written(tmp_path: Path) -> None:
    Times.read(tmp_path / "none").write(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1.5]", "7", '{"m2_swot/riga": "1"}', '{"m2_swot/riga": NaN}', '{"m2_swot/riga": null}', "[" * 9999],
)
def test_what_makes_no_sense_is_not_known(text: str, tmp_path: Path) -> None:
    file = tmp_path / "manifest.times"
    file.write_text(text, encoding="utf-8")
    assert Times.read(file).of(RIGA) == 1


def test_a_folder_in_its_place_is_none_either(tmp_path: Path) -> None:
    assert Times.read(tmp_path).of(RIGA) == 1
