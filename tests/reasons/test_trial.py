"""Of several changes those are causes without which a part would be another one."""

from datetime import date
from typing import Any

import pytest

from wp3reports.build.keys import Keys
from wp3reports.build.origin import Origin
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.reasons import trial as module
from wp3reports.reasons.trial import DAY, Trial
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store

OSLO, RIGA = "inputs/m2_swot/oslo.yaml", "inputs/m2_swot/riga.yaml"
PLACE = ("milestone/m2_swot", "m2_swot/oslo")


def compiled(project: Any) -> Compilation:
    return compile_reports(Snapshot(project.files), project.issued)


@pytest.fixture
def edited(project: Any) -> Any:
    """The project after edits of Oslo, of Riga, of a comment and of a style sheet, and a day later."""
    project.origin = Origin.of(Snapshot(project.files), project.issued, "engine")
    store = Store(project.places.store)
    for path, digest in project.origin.texts:
        store.put(digest, project.files[path])
    project.edit(OSLO, "Fields run dry", "Fields run dry soon")
    project.edit(RIGA, "Wages rise", "Wages rise fast")
    project.files["inputs/partners.yaml"] += b"# a comment\n"
    project.files["templates/static/report.css"] += b"\n"
    project.issued = date(2008, 2, 1)
    return project


def trial(project: Any) -> Trial:
    return Trial(compiled(project), project.origin, Keys(), Store(project.places.store, untouched=True))


def html(project: Any, place: tuple[str, str]) -> str:
    return module.content(compiled(project), Keys())[place]


def test_what_changed_is_known_by_digests(edited: Any) -> None:
    del edited.files["inputs/m1_selection/malmo.yaml"]
    edited.files["inputs/new.yaml"] = b""
    assert trial(edited).changed == {
        "inputs/m1_selection/malmo.yaml": "removed",
        OSLO: "changed",
        RIGA: "changed",
        "inputs/new.yaml": "added",
        "inputs/partners.yaml": "changed",
        "templates/static/report.css": "changed",
    }


def test_only_what_makes_a_difference_is_a_cause(edited: Any) -> None:
    assert trial(edited).causes(PLACE, html(edited, PLACE)) == (OSLO,)
    cover = ("milestone/m2_swot", "milestone/m2_swot/cover")
    assert trial(edited).causes(cover, html(edited, cover)) == (DAY,)


def test_where_nothing_makes_a_difference_alone_all_changes_are_causes(edited: Any) -> None:
    assert trial(edited).causes(("no", "part"), "") == (OSLO, RIGA, "inputs/partners.yaml")


def test_of_many_changes_those_count_that_the_part_names(edited: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    monkeypatch.setattr(module, "compile_reports", lambda *_: pytest.fail("compiled"))
    assert trial(edited).causes(PLACE, html(edited, PLACE)) == (OSLO,)
    assert trial(edited).causes(PLACE, "<p>") == (OSLO, RIGA, "inputs/partners.yaml")


def test_old_texts_come_from_the_store(edited: Any) -> None:
    old = trial(edited).old(OSLO)
    assert old is not None
    assert b"Fields run dry}" in old
    assert b"Fields run dry soon" in trial(edited).now(OSLO)
    assert trial(edited).old("inputs/new.yaml") is None
