"""A key changes with everything that the bytes depend on, and with nothing else."""

import shutil
from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.build import keys as module
from wp3reports.build.keys import Keys
from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.volume import Numbering, Part, Placement, Volume

ASSETS = {"a.css": b"css", "b.woff2": b"font"}
PART = Part("m2_swot/riga", "<p>text", ASSETS)
PLACEMENT = Placement(PART, "Riga", Numbering.ARABIC, 1)
VOLUME = Volume("final", "Title", (PLACEMENT,), date(2007, 12, 14), "author", "subject", ("a", "b"), "foot", "en")


def attached(data: bytes) -> Attachment:
    return Attachment("project.yaml", "application/yaml", "The project", Relation.SOURCE, lambda: data)


def test_what_is_attached_counts_by_its_content() -> None:
    keys = {
        volume_key(replace(VOLUME, provenance=Provenance(attachments=(attached(data),))))
        for data in (b"one", b"two", b"one")
    }
    assert len(keys) == 2


def part_key(part: Part) -> str:
    return Keys().part(part)


def volume_key(volume: Volume, *, parts: tuple[str, ...] = ("k1", "k2"), draft: bool = True) -> str:
    return Keys().volume(volume, parts, draft=draft)


@pytest.mark.parametrize(
    "change",
    [
        {"html": "<p>text."},
        {"assets": {**ASSETS, "a.css": b"css2"}},
        {"assets": {**ASSETS, "c.css": b""}},
        {"assets": {"a.css": b"css"}},
        {"assets": {"a.css": b"font", "b.woff2": b"css"}},
        {"assets": {"a.cssb.woff2": b"css", "": b"font"}},
    ],
)
def test_the_pages_depend_on(change: dict[str, Any]) -> None:
    assert part_key(replace(PART, **change)) != part_key(PART)


@pytest.mark.parametrize(
    "change", [{"name": "another"}, {"assets": dict(reversed(ASSETS.items()))}, {"assets": dict(ASSETS)}]
)
def test_the_pages_do_not_depend_on(change: dict[str, Any]) -> None:
    assert part_key(replace(PART, **change)) == part_key(PART)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"issued": date(2007, 12, 15)},
        {"author": "x"},
        {"subject": "x"},
        {"keywords": ("ab",)},
        {"keywords": ()},
        {"foot": "x"},
        {"language": "de"},
        {"author": "subject", "subject": "author"},
        {"placements": (replace(PLACEMENT, head="Oslo"),)},
        {"placements": (replace(PLACEMENT, numbering=Numbering.ROMAN),)},
        {"placements": (replace(PLACEMENT, depth=2),)},
        {"placements": (PLACEMENT, PLACEMENT)},
        {"name": "final-annex"},
        {"provenance": Provenance(deliverable="D3.2")},
        {"provenance": Provenance(templates="0")},
        {"provenance": Provenance(inputs=(Input("inputs/project.yaml", "0"),))},
        {"provenance": Provenance(attachments=(attached(b"one"),))},
    ],
)
def test_a_volume_depends_on(change: dict[str, Any]) -> None:
    assert volume_key(replace(VOLUME, **change)) != volume_key(VOLUME)


def test_a_volume_depends_on_its_parts_their_order_and_the_mark() -> None:
    keys = {
        volume_key(VOLUME),
        volume_key(VOLUME, draft=False),
        volume_key(VOLUME, parts=("k2", "k1")),
        volume_key(VOLUME, parts=("k1",)),
        volume_key(VOLUME, parts=("k1k2",)),
    }
    assert len(keys) == 5


def test_the_engine_is_part_of_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = part_key(PART), volume_key(VOLUME)
    monkeypatch.setattr(pdf, "fingerprint", lambda: "another engine")
    assert not {part_key(PART), volume_key(VOLUME)} & {*before}


def test_so_is_our_own_code_that_makes_pdfs(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    before = part_key(PART), volume_key(VOLUME)
    package = tmp_path / "pdf"
    shutil.copytree(str(resources.files(pdf)), package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module.resources, "files", lambda _: package)
    module._recipe.cache_clear()  # noqa: SLF001
    try:
        assert (part_key(PART), volume_key(VOLUME)) == before
        for name in ("binding.py", "tags/tree.py"):  # in a package inside it, too
            with (package / name).open("a", encoding="utf-8") as file:
                file.write("# a change\n")
            module._recipe.cache_clear()  # noqa: SLF001
            after = part_key(PART), volume_key(VOLUME)
            assert not {*after} & {*before}
            before = after
    finally:
        module._recipe.cache_clear()  # noqa: SLF001


def test_binders_are_part_of_a_volumes_key_only(monkeypatch: pytest.MonkeyPatch) -> None:
    before = part_key(PART), volume_key(VOLUME)
    monkeypatch.setattr(module, "version", lambda _: "99")
    assert part_key(PART) == before[0]
    assert volume_key(VOLUME) != before[1]


def test_an_object_that_is_gone_does_not_lend_its_digest_to_another() -> None:
    keys = Keys()
    seen = {keys.part(Part("x", "same", {"a": bytes([number]) * 2})) for number in range(200)}
    assert len(seen) == 200
