"""Texts as YAML: what is written is what our reader and an editor's parser read."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wp3reports.authoring.yaml_text import comment, inline, scalar
from wp3reports.source import parse

TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["Cc", "Cf"]), min_size=1)


@pytest.mark.parametrize("text", ["City of Riga", "2005-06", "R&D, Malmö (SE)", "e.g. 12:30", "St. Petersburg"])
def test_ordinary_text_stands_as_it_is(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["yes", "NO", "a: b", "a #b", "- a", "[a]", "x:", "*a", "0x1f", "1e5", "", " a", "'"])
def test_what_could_be_read_otherwise_stands_in_quotes(text: str) -> None:
    assert scalar(text).startswith('"')
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}


@given(TEXTS)
def test_the_reader_reads_what_was_written(text: str) -> None:
    source, _ = parse("a.yaml", f"a: {scalar(text)}\nb: {inline([text, 'x'])}\n".encode())
    assert source is not None
    plain = source.plain()
    assert plain["b"][1] == "x"
    assert {plain["a"], plain["b"][0]} == {parse("b.yaml", f'a: "{_escaped(text)}"'.encode())[0].plain()["a"]}  # type: ignore[union-attr]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def test_a_comment_is_folded_and_never_breaks_a_word() -> None:
    lines = comment(f"{'word ' * 40}{'x' * 130}", 4)
    assert len(lines) > 2
    assert all(line.startswith("    # ") for line in lines)
    assert lines[-1] == f"    # {'x' * 130}"
