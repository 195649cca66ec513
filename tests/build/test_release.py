"""A release from what its draft left is the release that a compilation gives, in every file; else there is none."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.build import Builder, Built, Left, Places, read_proof, recalled, release, remember
from wp3reports.build.keeping import clean
from wp3reports.build.manifest import read_manifest
from wp3reports.build.orders import one_by_one
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.volume import Numbering, Volume, late

ASKED = "the request for the draft"
MERGED = "milestone/m2_swot"


@pytest.fixture(scope="module")
def compilation(given: Mapping[str, str], templates: Mapping[str, bytes]) -> Compilation:
    files = {**templates, **{path: text.encode() for path, text in given.items()}}
    return compile_reports(Snapshot(files), date(2008, 1, 31))


class Desk:
    """A project whose drafts and releases are made, the latter in both ways."""

    def __init__(self, project: Any, compilation: Compilation) -> None:
        self.project, self.engine, self.compilation = project, project.engine, compilation
        self.places: Places = project.places

    def made(self, *, is_final: bool, store: Store | None = None) -> Built:
        """By a compilation."""
        bind = one_by_one(self.engine.bind)
        builder = Builder(self.compilation, self.places, is_final, self.engine.export, lambda *_: None, bind, store)
        builder.asked = ASKED
        return builder.run(self.compilation.volumes)

    def drafted(self) -> Built:
        built = self.made(is_final=False)
        remember(self.places, ASKED, built, 0)
        return built

    def released(self, store: Store | None = None) -> Built | None:
        """From what the draft left."""
        proof, record = read_proof(self.places.proof), recalled(self.places, ASKED)
        assert proof
        assert record
        left = Left(proof, record, self.compilation.snapshot, store or Store(self.places.store))
        return release(left, self.places, one_by_one(self.engine.bind))

    @property
    def files(self) -> dict[str, bytes]:
        """But for the record, which names the folder."""
        return {path: data for path, data in self.project.files.items() if path != "manifest.last"}


@pytest.fixture
def desk(project: Any, compilation: Compilation) -> Desk:
    desk = Desk(project, compilation)
    assert desk.drafted().is_whole
    return desk


@pytest.fixture
def clean_one(another: Any, compilation: Compilation) -> Desk:
    """Released by a compilation, elsewhere."""
    desk = Desk(another, compilation)
    desk.drafted()
    desk.made(is_final=True)
    return desk


def test_both_ways_leave_the_same_files(desk: Desk, clean_one: Desk) -> None:
    drafts = desk.files
    desk.engine.exported.clear()
    built = desk.released()
    assert desk.files == clean_one.files
    assert built
    assert built.laid_out == 0
    assert built.pages == clean_one.made(is_final=True).pages
    assert desk.engine.exported == []
    assert drafts[f"pdf/{MERGED}.map.json"] != desk.files[f"pdf/{MERGED}.map.json"]
    assert not desk.places.proof.exists()


def test_both_ways_say_the_same(desk: Desk, clean_one: Desk) -> None:
    clean_one.drafted()
    assert desk.released() == clean_one.made(is_final=True)


def test_a_volume_that_cannot_be_bound_fails_in_both_ways(desk: Desk, clean_one: Desk) -> None:
    clean_one.drafted()
    for each in (desk, clean_one):
        each.engine.unbindable = {MERGED: ValueError("two parts")}
    built = desk.released()
    assert built == clean_one.made(is_final=True)
    assert built
    assert built.failed == (MERGED,)
    assert desk.files == clean_one.files


def lose_a_part(desk: Desk) -> None:
    entry = read_manifest(desk.places.manifest).volumes[MERGED]
    Store(desk.places.store).drop(entry.parts[-1].key)


def damage_a_part(desk: Desk) -> None:
    entry = read_manifest(desk.places.manifest).volumes[MERGED]
    damage(desk.places.store / entry.parts[-1].key[:2] / entry.parts[-1].key)


def fill_a_part_with_nonsense(desk: Desk) -> None:
    Store(desk.places.store).put(read_manifest(desk.places.manifest).volumes[MERGED].parts[-1].key, b"no pages")


def lose_the_data(desk: Desk) -> None:
    Store(desk.places.store).drop(data_of(desk))


def damage_the_data(desk: Desk) -> None:
    damage(desk.places.store / data_of(desk)[:2] / data_of(desk))


def data_of(desk: Desk) -> str:
    volume = next(volume for volume in desk.compilation.volumes if volume.name == MERGED)
    return volume.provenance.attachments[-1].sha256


def damage(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))


@pytest.mark.parametrize(
    "lose",
    [
        lose_a_part,
        damage_a_part,
        fill_a_part_with_nonsense,
        lose_the_data,
        damage_the_data,
        lambda desk: desk.places.manifest.unlink(),
        lambda desk: damage(desk.places.manifest),
        lambda desk: damage(desk.places.files(MERGED)[1]),
        lambda desk: desk.places.files(MERGED)[1].unlink(),
        lambda desk: (desk.places.html / "m2_swot/riga.html").unlink(),
        lambda desk: damage(desk.places.html / "m2_swot/riga.html"),
        lambda desk: desk.made(is_final=True) and desk.places.proof.write_bytes(desk.files["kept"]),
    ],
    ids=[
        "a part",
        "a damaged part",
        "nonsense",
        "the data",
        "damaged data",
        "the manifest",
        "a damaged manifest",
        "another map",
        "a map",
        "HTML",
        "another HTML",
        "a later build",
    ],
)
def test_what_is_lost_takes_a_compilation_which_gives_the_same(
    desk: Desk, clean_one: Desk, lose: Callable[[Desk], object]
) -> None:
    (desk.project.folder / "build" / "kept").write_bytes(desk.places.proof.read_bytes())
    lose(desk)
    clean_one.drafted()
    (clean_one.project.folder / "build" / "kept").write_bytes(desk.files["kept"])
    lose(clean_one)
    before, store = desk.files, Store(desk.places.store)
    assert desk.released(store) is None
    touched = {path for path in before if desk.files.get(path) != before[path]}
    assert all(path.startswith("store/") for path in touched)  # what is damaged goes
    assert desk.made(is_final=True, store=store) == clean_one.made(is_final=True)
    one, other = desk.files, clean_one.files
    assert one.keys() | touched == other.keys() | touched
    assert {path for path in one if one[path] != other.get(path)} <= touched


def test_parts_come_from_behind_too(desk: Desk, tmp_path: Path) -> None:
    desk.places.store.rename(tmp_path / "behind")
    store = Store(desk.places.store, [tmp_path / "behind"])
    data = Store(tmp_path / "behind")
    for digest in read_manifest(desk.places.manifest).texts.union(read_proof(desk.places.proof).texts):  # type: ignore[union-attr]
        store.put(digest, data.get(digest) or b"")
    assert desk.released(store)


def test_nothing_that_a_release_needs_is_removed(desk: Desk) -> None:
    texts = set(read_proof(desk.places.proof).texts)  # type: ignore[union-attr]
    assert data_of(desk) in texts
    desk.made(is_final=False, store=Store(desk.places.store, limit=0))
    clean(desk.project.folder / "build", desk.places.store, everything=False)
    assert all(map(Store(desk.places.store).has, texts))
    assert desk.released()
    clean(desk.project.folder / "build", desk.places.store, everything=False)
    assert not any(map(Store(desk.places.store).has, texts))
    assert desk.made(is_final=True).laid_out == 0


def with_sheet(volume: Volume, **change: Any) -> Volume:
    """The volume with another sheet for drafts."""
    placed = (replace(each, **change) if each.draft_only else each for each in volume.placements)
    return replace(volume, placements=tuple(placed))


def with_link(volume: Volume) -> Volume:
    """The volume with a cover that says where the sheet for drafts is."""
    sheet = next(each.part.name for each in volume.placements if each.draft_only)
    first = volume.placements[0]
    cover = replace(first.part, name="cover", html=f"<p>{late(sheet)}")
    return replace(volume, placements=(replace(first, part=cover), *volume.placements[1:]))


@pytest.mark.parametrize("change", [lambda volume: with_sheet(volume, numbering=Numbering.ARABIC), with_link])
def test_where_a_release_has_other_parts_a_draft_leaves_nothing(
    desk: Desk, compilation: Compilation, change: Callable[[Volume], Volume]
) -> None:
    volumes = tuple(change(each) if each.name == MERGED else each for each in compilation.volumes)
    desk.compilation = replace(compilation, volumes=volumes)
    assert desk.drafted().is_whole
    assert not desk.places.proof.exists()


def test_a_draft_of_which_something_is_to_be_said_leaves_nothing(desk: Desk) -> None:
    desk.engine.flaws = {"m2_swot/riga": pdf.Flaw("pdf-style", "odd", fatal=False)}
    Store(desk.places.store).drop(
        next(each.key for each in read_manifest(desk.places.manifest).volumes[MERGED].parts if "riga" in each.name)
    )
    assert desk.made(is_final=False).diagnostics
    assert not desk.places.proof.exists()
