from pathlib import Path

import pytest

from wp3reports.cli import templates
from wp3reports.render import compiled


def test_what_was_compiled_is_kept_and_taken_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[bytes, str]] = []
    monkeypatch.setattr(compiled, "is_any_new", lambda: True)
    monkeypatch.setattr(compiled, "to_bytes", lambda stamp: f"made under {stamp}".encode())
    monkeypatch.setattr(compiled, "take", lambda data, stamp: taken.append((data, stamp)))
    templates.take_templates(tmp_path)
    assert taken == []
    templates.keep_templates(tmp_path)
    templates.take_templates(tmp_path)
    ((data, stamp),) = taken
    assert data == f"made under {stamp}".encode()
    assert {"jinja2", "render"} <= {word.partition("=")[0] for word in stamp.split()}


def test_where_nothing_was_compiled_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "is_any_new", lambda: False)
    templates.keep_templates(tmp_path)
    assert list(tmp_path.iterdir()) == []
