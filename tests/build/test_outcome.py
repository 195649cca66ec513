"""Where a build writes."""

from pathlib import Path

import pytest

from wp3reports.build.outcome import Built, Places, named
from wp3reports.diagnostics import Span, error, warning


def test_all_is_below_one_folder() -> None:
    places = Places.below(Path("build"))
    assert places == Places(
        Path("build/pdf"),
        Path("build/pdf"),
        Path("build/html"),
        Path("build/store"),
        Path("build/fonts"),
        Path("build/manifest.json"),
    )


def test_a_folder_of_the_users_own_has_a_manifest_of_its_own_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one, other = (Places.below(Path("build"), tmp_path / name) for name in ("one", "other"))
    assert one.pdf == tmp_path / "one"
    assert one.manifest != other.manifest
    assert one.manifest.parent == Path("build/manifests")
    assert len({place for each in (one, other) for place in (each.manifest, each.record, each.times)}) == 6
    assert one.maps != other.maps
    assert one.maps.parent == Path("build/maps")
    assert one.store == other.store == Path("build/store")
    assert Places.below(Path("build"), Path("one")).manifest == one.manifest


def test_a_build_is_whole_without_failures_and_errors() -> None:
    whole = Built(("a",), (), (), 1, 1, (warning("x", Span("inputs"), "?"),))
    assert whole.is_whole
    assert not Built((), (), ("a",), 1, 1, ()).is_whole
    assert not Built(("a",), (), (), 1, 1, (error("x", Span("inputs"), "?"),)).is_whole


def test_volumes_by_what_happened_to_them() -> None:
    assert named({"a": "kept", "b": "written", "c": "kept"}, "kept") == ("a", "c")
