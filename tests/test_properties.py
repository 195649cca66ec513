"""Laws: what holds for every input."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from wp3reports.diagnostics import Diagnostic, Span, ordered
from wp3reports.load import load
from wp3reports.model import Address, Amount, Delivery, Dossier, HandIn, Markdown, Path as At, Rank, Record, Text, Years
from wp3reports.pipeline import Compilation
from wp3reports.render import words
from wp3reports.render.narrative import to_html
from wp3reports.volume import Volume
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
ISSUED = date(2008, 1, 31)
Compile = Callable[..., Compilation]
FULL = """
history:
  - {version: 0.1, date: 2005-05-02, reason: First draft, by: Unit A}
deviations: |
  Two weeks late, as 1 *reason*[^why] & others <show>.

  [^why]: The unit moved.
figures:
  - {file: none.png, caption: A map, alt: Streets of the city, source: riga-2006}
"""


# -- order, repetition, damage


def test_the_order_of_the_files_makes_no_difference(given: Mapping[str, str], compiled: Compile) -> None:
    first = compiled(given)
    for seed in range(3):
        shuffled = [*given]
        random.Random(seed).shuffle(shuffled)
        again = compiled({path: given[path] for path in shuffled})
        assert (again.volumes, again.diagnostics) == (first.volumes, first.diagnostics)
        assert [[placed.part.assets for placed in volume.placements] for volume in again.volumes] == [
            [placed.part.assets for placed in volume.placements] for volume in first.volumes
        ]


def test_compiling_twice_gives_the_same(given: Mapping[str, str], compiled: Compile) -> None:
    assert compiled(given) == compiled(given)


PIECES = st.sampled_from(
    [
        *"\n :-[]{}\"'#&*|>!%@,\t\\<é\0\x85\u200b",
        "\n  ",
        "- ",
        ": ",
        "[@x]",
        "](javascript:x)",
        "\r\n",
        "<<<<<<< x\n",
        "|\n",
        "𝄞",
        "e\u0301",
    ]
)


@st.composite
def damaged(draw: st.DrawFn, files: Mapping[str, str]) -> dict[str, bytes]:
    """The files with a few of them changed as hands, editors and transmissions do."""
    changed = {path: text.encode() for path, text in files.items()}
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(changed)))
        data = changed[path]
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 40)))
        piece = draw(PIECES.map(str.encode) | st.binary(max_size=4) | st.just(data[at:to] * 2))
        changed[path] = data[:at] + piece + data[to:]
    for path in draw(st.sets(st.sampled_from(sorted(changed)), max_size=1)):
        del changed[path]
    return changed


def is_inside(span: Span, files: Mapping[str, bytes]) -> bool:
    if span.path not in files:
        return (span.line, span.column) == (1, 1)
    rows = files[span.path].decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    ends = (span.end_line or span.line, span.end_column or span.column)
    inside = 1 <= span.line <= len(rows) and 1 <= span.column <= len(rows[span.line - 1]) + 1
    return (
        inside and (span.line, span.column) <= ends and ends[0] <= len(rows) and ends[1] <= len(rows[ends[0] - 1]) + 2
    )


def check_findings(found: tuple[Diagnostic, ...], files: Mapping[str, bytes]) -> None:
    assert found == ordered(found)
    assert len(found) == len(set(found))
    for each in found:
        assert each.code != "template-fault", each
        assert all(is_inside(span, files) for span in (each.span, *(note.span for note in each.notes))), each
        assert all(text.isprintable() for text in (each.message, each.label)), each


def test_no_damage_at_all_makes_the_program_fail(given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True)
    @for_all(damaged(given))
    def tried(files: dict[str, bytes]) -> None:
        compilation = compiled(files)
        check_findings(compilation.diagnostics, files)
        assert compilation.diagnostics or compilation.volumes
        for path in files:
            assert path in compilation.sources or any(each.span.path == path for each in compilation.diagnostics)

    tried()


def test_any_bytes_in_place_of_any_file_are_told(given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True)
    @for_all(st.sampled_from(sorted(given)), st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
    def tried(path: str, data: bytes) -> None:
        files = {**{name: text.encode() for name, text in given.items()}, path: data}
        found = compiled(files).diagnostics
        check_findings(found, files)
        assert any(each.span.path == path for each in found)

    tried()
