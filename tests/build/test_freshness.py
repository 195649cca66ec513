import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from wp3reports.build import Freshness, built_names, freshness
from wp3reports.pipeline import Compilation
from wp3reports.volume import Part, Placement

NOT_BUILT, OUT_OF_DATE, UP_TO_DATE = Freshness
LOCAL, MILESTONE = ("local/m2_swot/riga", "local/m2_swot/oslo"), "milestone/m2_swot"
Compiled = Callable[..., Compilation]


def states(project: Any, compilation: Compilation) -> dict[str, Freshness]:
    before = project.files
    found = dict(freshness(compilation.volumes, project.places))
    assert project.files == before  # nothing was written
    return found


def test_nothing_is_built_at_first(project: Any, compiled: Compiled) -> None:
    assert states(project, compiled()) == dict.fromkeys((*LOCAL, MILESTONE), NOT_BUILT)


@pytest.mark.parametrize("is_final", [False, True])
def test_after_a_build_all_is_up_to_date(project: Any, compiled: Compiled, is_final: object) -> None:
    project.build(is_final=bool(is_final))
    assert states(project, compiled()) == dict.fromkeys((*LOCAL, MILESTONE), UP_TO_DATE)


def test_what_is_there_is_named(project: Any) -> None:
    assert built_names(project.places) == ()
    project.build()
    (project.places.pdf / f"{LOCAL[0]}.pdf").unlink()
    assert {*built_names(project.places)} == {LOCAL[1], MILESTONE}


def test_after_an_edit_that_is_out_of_date_which_holds_it(project: Any, compiled: Compiled) -> None:
    project.build()
    edited = compiled({"riga": "Rīga", "oslo": "Oslo"})
    assert states(project, edited) == {LOCAL[0]: OUT_OF_DATE, LOCAL[1]: UP_TO_DATE, MILESTONE: OUT_OF_DATE}
    project.build(edited)
    assert set(states(project, edited).values()) == {UP_TO_DATE}
    assert states(project, compiled())[LOCAL[0]] is OUT_OF_DATE  # laid out before, but not what is bound now


def test_another_day_of_issue_is_another_document(project: Any, compiled: Compiled) -> None:
    project.build()
    assert set(states(project, compiled(issued=date(2006, 1, 1))).values()) == {OUT_OF_DATE}


def test_a_part_of_the_reports(project: Any, compiled: Compiled) -> None:
    project.build(targets=[MILESTONE])
    assert states(project, compiled()) == {LOCAL[0]: NOT_BUILT, LOCAL[1]: NOT_BUILT, MILESTONE: UP_TO_DATE}


def test_a_file_that_was_touched_is_out_of_date(project: Any, compiled: Compiled) -> None:
    project.build()
    (project.places.pdf / f"{MILESTONE}.pdf").write_bytes(b"changed")
    (project.places.pdf / f"{LOCAL[0]}.pdf").unlink()
    assert states(project, compiled()) == {LOCAL[0]: NOT_BUILT, LOCAL[1]: UP_TO_DATE, MILESTONE: OUT_OF_DATE}


@pytest.mark.parametrize("lost", ["store", "manifest.json"])
def test_what_a_build_would_make_anew_is_out_of_date(project: Any, compiled: Compiled, lost: str) -> None:
    project.build()
    gone = project.folder / "build" / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert set(states(project, compiled()).values()) == {OUT_OF_DATE}


def test_a_page_that_stands_in_drafts_only_makes_no_release_out_of_date(project: Any, compiled: Compiled) -> None:
    def with_page(text: str) -> Compilation:
        compilation = compiled()
        page = Placement(
            Part("standing", f"<p>{text}", compilation.volumes[0].placements[0].part.assets), "", draft_only=True
        )
        volumes = (replace(volume, placements=(page, *volume.placements)) for volume in compilation.volumes)
        return replace(compilation, volumes=tuple(volumes))

    project.build(with_page("one"), is_final=True)
    assert "standing" not in project.engine.exported
    assert set(states(project, with_page("another")).values()) == {UP_TO_DATE}
    project.build(with_page("one"))
    assert project.engine.exported.count("standing") == 1
    assert set(states(project, with_page("one")).values()) == {UP_TO_DATE}
    assert set(states(project, with_page("another")).values()) == {OUT_OF_DATE}
