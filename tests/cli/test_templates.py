from pathlib import Path
from types import ModuleType

import pytest

from wp3reports.cli import templates
from wp3reports.render import compiled, drawn

FILES = {"templates.compiled": compiled, "pictures.redrawn": drawn}


@pytest.mark.parametrize(("name", "module"), FILES.items())
def test_what_was_made_is_kept_and_taken_again(
    name: str, module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[bytes, str]] = []
    for each in FILES.values():
        monkeypatch.setattr(each, "is_any_new", lambda each=each: each is module)
    monkeypatch.setattr(module, "to_bytes", lambda stamp: f"made under {stamp}".encode())
    monkeypatch.setattr(module, "take", lambda data, stamp: taken.append((data, stamp)))
    templates.take_templates(tmp_path)
    assert taken == []
    templates.keep_templates(tmp_path)
    assert [path.name for path in (tmp_path / "build").iterdir()] == [name]
    templates.take_templates(tmp_path)
    ((data, stamp),) = taken
    assert data == f"made under {stamp}".encode()
    assert {"jinja2", "pillow", "render"} <= {word.partition("=")[0] for word in stamp.split()}


def test_where_nothing_was_made_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in FILES.values():
        monkeypatch.setattr(each, "is_any_new", lambda: False)
    templates.keep_templates(tmp_path)
    assert list(tmp_path.iterdir()) == []
