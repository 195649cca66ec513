"""The project around the folders: its root, the shipped templates, what changed meanwhile."""

from pathlib import Path

import pytest

from wp3reports.snapshot import Snapshot
from wp3reports.workspace import NoProjectError, build_folder, changed, find_root, read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "a project with ö"
    (root / "inputs" / "m1").mkdir(parents=True)
    (root / "inputs" / "project.yaml").write_bytes(b"acronym: X\n")
    return root


def test_the_root_is_found_from_below(root: Path) -> None:
    assert find_root(root) == find_root(root / "inputs" / "m1") == root.resolve()


def test_the_nearest_project_counts(root: Path) -> None:
    inner = root / "inner"
    (inner / "inputs").mkdir(parents=True)
    (inner / "inputs" / "project.yaml").write_bytes(b"")
    assert find_root(inner / "inputs") == inner.resolve()


def test_the_root_is_found_through_a_link_to_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    assert find_root(tmp_path / "link" / "inputs") == root.resolve()


def test_without_a_project_there_is_no_root(tmp_path: Path) -> None:
    (tmp_path / "inputs" / "project.yaml").mkdir(parents=True)  # a folder is none
    with pytest.raises(NoProjectError):
        find_root(tmp_path)


def test_inputs_and_the_shipped_templates_are_read(root: Path) -> None:
    snapshot, findings = read(root)
    assert findings == ()
    assert snapshot.files["inputs/project.yaml"] == b"acronym: X\n"
    templates = [path for path, _ in snapshot.under("templates")]
    assert "templates/part.html.j2" in templates
    assert sum(path.endswith(".woff2") for path in templates) >= 8
    assert {path.partition("/")[0] for path in snapshot.files} == {"inputs", "templates"}


def test_the_projects_own_template_comes_instead_of_the_shipped_one(root: Path) -> None:
    shipped, _ = read(root)
    (root / "templates").mkdir()
    (root / "templates" / "part.html.j2").write_bytes(b"own")
    own, _ = read(root)
    assert own.files["templates/part.html.j2"] == b"own"
    assert own.files.keys() == shipped.files.keys()
    assert sum(own.files[path] != shipped.files[path] for path in own.files) == 1


def test_what_is_refused_is_told(root: Path) -> None:
    (root / "inputs" / "riga.yaml").symlink_to("/dev/zero")
    (root / "templates").symlink_to("/etc")
    _, findings = read(root)
    assert [(each.code, each.span.path) for each in findings] == [
        ("file-refused", "inputs/riga.yaml"),
        ("file-refused", "templates"),
    ]


def test_what_changed_meanwhile_is_told_whatever_its_date(root: Path) -> None:
    (root / "inputs" / "gone.yaml").write_bytes(b"x")
    snapshot, _ = read(root)
    assert changed(root, snapshot) == ()
    (root / "inputs" / "project.yaml").write_bytes(b"acronym: Y\n")
    (root / "inputs" / "gone.yaml").unlink()
    (root / "inputs" / "new.yaml").write_bytes(b"x")
    found = changed(root, snapshot)
    assert [each.span.path for each in found] == ["inputs/gone.yaml", "inputs/new.yaml", "inputs/project.yaml"]
    assert {each.code for each in found} == {"file-changed"}


def test_a_snapshot_of_nothing_has_changed_in_everything(root: Path) -> None:
    assert len(changed(root, Snapshot())) == len(read(root)[0].files) > 10


def test_results_go_beside_the_inputs(root: Path) -> None:
    assert build_folder(root) == root / "build"
