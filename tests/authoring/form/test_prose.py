"""Narrative text between a file with short lines and a box that folds lines by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from wp3reports.authoring.form.prose import flowing, folded
from wp3reports.render.narrative import to_html

WORDS = st.lists(
    st.sampled_from(
        ["firm", "city", "and", "-", "+", "1.", "2)", "#", ">", "|", "[^1]", "[^1]:", "**bold**", "==", "a_b"]
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.lists(WORDS, max_size=5).flatmap(
    lambda rows: st.lists(st.sampled_from(["\n", "\n\n", "  \n"]), min_size=len(rows), max_size=len(rows)).map(
        lambda ends: "".join(row + end for row, end in zip(rows, ends, strict=True)).strip()
    )
)


def printed(text: str) -> str:
    return re.sub(r"\s+", " ", to_html(text, lambda source: Markup("[{}]").format(source)))


def test_a_paragraph_stands_on_one_line_in_the_box_and_on_short_ones_in_the_file() -> None:
    text = "Two of Riga's clusters are\nrated emerging.\n\nThe tools are few."
    assert flowing(text) == "Two of Riga's clusters are rated emerging.\n\nThe tools are few."
    long = folded("word " * 50 + "end")
    assert max(map(len, long.split("\n"))) <= 100
    assert flowing(long) == "word " * 50 + "end"


def test_a_paragraph_that_was_there_keeps_its_lines() -> None:
    before = "One that is\nvery short.\n\nAnother that\nstays."
    after = folded(flowing(before).replace("very short", "short"), before)
    assert after == "One that is short.\n\nAnother that\nstays."
    assert folded(flowing(before), before) == before


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two",
        "1. one\n2. two",
        "> said\n> so",
        "a | b\n--|--\n1 | 2",
        "first  \nsecond",
        "[^1]: a\n  note",
        "- a\nb",
    ],
)
def test_what_depends_on_its_lines_stays_as_it_stands(text: str) -> None:
    assert flowing(text) == folded(text) == text


@given(TEXTS)
def test_what_is_printed_does_not_change(text: str) -> None:
    assert printed(flowing(text)) == printed(text)
    assert printed(folded(text)) == printed(text)
    assert printed(folded(flowing(text), text)) == printed(text)


@given(TEXTS)
def test_the_box_shows_what_was_written_from_it(text: str) -> None:
    assert flowing(folded(flowing(text))) == flowing(text)
