"""Skeletons: what stands there, what is explained, and that the reader finds nothing but what is left to write."""

import re
from typing import Annotated

from wp3reports.authoring.schema import schema
from wp3reports.authoring.skeleton import skeleton
from wp3reports.model import Grade, Id, Markdown, Record, Text, asks
from wp3reports.source import parse


class Part(Record):
    id: Annotated[Id, asks("A short name", "ict")]
    note: Annotated[Text, asks("A remark", "an estimate")] = ""


class Sample(Record):
    title: Annotated[Text, asks("The title", "Clusters")]
    text: Annotated[Markdown, asks("The text", "It grows.")]
    grade: Annotated[Grade, asks("How sure it is")]
    words: Annotated[tuple[Text, ...], asks("Keywords", ["a"])]
    head: Annotated[Part, asks("The first part")]
    parts: Annotated[tuple[Part, ...], asks("All parts")]
    spare: Annotated[tuple[Part, ...], asks("More parts")] = ()
    remark: Annotated[Text, asks("A remark", "none")] = ""


EMPTY = """
# The title. Such as: Clusters
title:

# The text. Such as: It grows
text: |

# How sure it is. One of: project, contemporary, later, illustrative.
grade:

# Keywords.
words:

# The first part.
head:
  # A short name. Such as: ict
  id:
  # A remark. May be left out.
  # note: an estimate

# All parts.
parts:
  - id:

# More parts. May be left out.
# spare:
#   - id: ict

# A remark. May be left out.
# remark: none
"""


def test_what_must_stand_there_is_empty_and_the_rest_behind_a_sign() -> None:
    assert skeleton(schema(Sample), {}) == EMPTY


def test_what_is_known_stands_there() -> None:
    known = {
        "title": "A: b",
        "words": ["x", "y, z"],
        "parts": [{"id": "ict"}, {"id": "optics", "note": ""}],
        "remark": "No",
    }
    text = skeleton(schema(Sample), known)
    assert 'title: "A: b"\n' in text
    assert "# The title.\n" in text
    assert 'words: [x, "y, z"]\n' in text
    assert "parts:\n  - id: ict\n  - id: optics\n    note:\n" in text
    assert 'remark: "No"\n' in text


def test_each_key_is_explained_once() -> None:
    text = skeleton(schema(Sample), {"parts": [{}, {}, {}]})
    assert text.count("# A short name") == 1
    assert text.count("- id:") == 4  # one of them in the example


def test_without_its_signs_what_may_be_left_out_is_right() -> None:
    text = re.sub(r"(?m)^( *)# (?=( *- )?[a-z_]+:|  )", r"\1", skeleton(schema(Sample), {"title": "a"}))
    source, _ = parse("a.yaml", text.encode())
    assert source is not None
    assert source.plain()["spare"] == ({"id": "ict"},)
    assert source.plain()["head"] == {"id": "", "note": "an estimate"}
