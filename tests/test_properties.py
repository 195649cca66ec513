"""Laws: what holds for every input."""

import random
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from wp3reports.diagnostics import Diagnostic, Span, ordered
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.snapshot import Snapshot

ISSUED = date(2008, 1, 31)
Compile = Callable[..., Compilation]


def test_the_order_of_the_files_makes_no_difference(given: Mapping[str, str], compiled: Compile) -> None:
    first = compiled(given)
    for seed in range(3):
        shuffled = [*given]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - any order will do
        again = compiled({path: given[path] for path in shuffled})
        assert (again.volumes, again.diagnostics) == (first.volumes, first.diagnostics)
        assert [[placed.part.assets for placed in volume.placements] for volume in again.volumes] == [
            [placed.part.assets for placed in volume.placements] for volume in first.volumes
        ]


def test_compiling_twice_gives_the_same(given: Mapping[str, str], templates: Mapping[str, bytes]) -> None:
    snapshot = Snapshot({**templates, **{path: text.encode() for path, text in given.items()}})
    assert compile_reports(snapshot, ISSUED) == compile_reports(snapshot, ISSUED)


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


@pytest.mark.parametrize("examples", [15, pytest.param(300, marks=pytest.mark.slow)])
def test_no_damage_at_all_makes_the_program_fail(examples: int, given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @for_all(damaged(given))
    def tried(files: dict[str, bytes]) -> None:
        compilation = compiled(files)
        check_findings(compilation.diagnostics, files)
        told = {each.span.path for each in compilation.diagnostics}
        assert compilation.volumes or told
        assert not compilation.sources or files.keys() <= told | compilation.sources.keys()

    tried()


@pytest.mark.parametrize("examples", [15, pytest.param(300, marks=pytest.mark.slow)])
def test_any_bytes_in_place_of_any_file_are_told(examples: int, given: Mapping[str, str], compiled: Compile) -> None:
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @for_all(st.sampled_from(sorted(given)), st.binary(max_size=200) | st.text(max_size=60).map(str.encode))
    def tried(path: str, data: bytes) -> None:
        files = {**{name: text.encode() for name, text in given.items()}, path: data}
        found = compiled(files).diagnostics
        check_findings(found, files)
        assert any(each.span.path == path for each in found)

    tried()
