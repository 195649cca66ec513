from collections.abc import Iterator

import pytest
from jinja2 import DictLoader, Environment

from wp3reports.render import compiled

SOURCE = {"a.j2": "{{ 1 + 1 }} pages"}


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    kept = compiled._CODE, compiled._USED, compiled._NEW  # noqa: SLF001
    before = [each.copy() for each in kept]
    for each in kept:
        each.clear()
    yield
    for each, old in zip(kept, before, strict=True):
        each.clear()
        each.update(old)  # type: ignore[arg-type] # a set or a mapping, each with its like


def printed(source: dict[str, str] = SOURCE, language: str = "en") -> str:
    cache = compiled.Compiled(language)
    return Environment(loader=DictLoader(source), bytecode_cache=cache, autoescape=True).get_template("a.j2").render()


def forget() -> None:
    for each in (compiled._CODE, compiled._USED, compiled._NEW):  # noqa: SLF001
        each.clear()


def test_the_next_process_compiles_nothing() -> None:
    assert printed() == "2 pages"
    assert compiled.is_any_new()
    data = compiled.to_bytes("stamp")
    forget()
    compiled.take(data, "stamp")
    assert printed() == "2 pages"
    assert not compiled.is_any_new()


def test_what_differs_is_compiled_anew() -> None:
    printed()
    data = compiled.to_bytes("stamp")
    for source, language in (({"a.j2": "{{ 1 + 2 }} pages"}, "en"), (SOURCE, "lv")):
        forget()
        compiled.take(data, "stamp")
        assert printed(source, language) == f"{3 if source is not SOURCE else 2} pages"
        assert compiled.is_any_new()


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:], lambda _: b""])
def test_of_damaged_bytes_or_another_stamp_nothing_is_taken(damage: object) -> None:
    printed()
    data = compiled.to_bytes("stamp")
    forget()
    assert callable(damage)
    compiled.take(damage(data), "stamp")
    compiled.take(data, "another")
    assert compiled._CODE == {}  # noqa: SLF001
