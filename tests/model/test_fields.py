import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ConfigDict, TypeAdapter, ValidationError

from wp3reports.model import (
    Address,
    Amount,
    Day,
    Field,
    Grade,
    Id,
    Labelled,
    Markdown,
    Month,
    Rank,
    Record,
    Text,
    Years,
)
from wp3reports.model.fields import Degrees, Whole

KINDS = {
    "text": Text,
    "markdown": Markdown,
    "id": Id,
    "address": Address,
    "day": Day,
    "month": Month,
    "rank": Rank,
    "whole": Whole,
    "amount": Amount,
    "years": Years,
    "degrees": Degrees,
    "grade": Grade,
}
READERS = {name: TypeAdapter(kind) for name, kind in KINDS.items()}
ACCEPTED = [
    ("text", "  two \n words\t", "two words"),
    ("text", "two  words", "two words"),
    ("text", "one\ntwo", "one two"),
    ("text", " two\r\n words ", "two words"),
    ("text", "5\u00a0km", "5\u00a0km"),
    ("text", "5\u00a0 \u00a0 km", "5\u00a0 \u00a0 km"),
    ("text", "co\u00adordinator", "co\u00adordinator"),
    ("markdown", "  as\n\n  typed ", "  as\n\n  typed "),
    ("id", "it-security", "it-security"),
    ("id", "a" * 63, "a" * 63),
    ("id", "2005", "2005"),
    ("address", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("address", "http://example.org/l'art_(ä)", "http://example.org/l'art_(ä)"),
    ("day", "2005-06-30", date(2005, 6, 30)),
    ("day", "2004-02-29", date(2004, 2, 29)),
    ("month", "2005-06", date(2005, 6, 1)),
    ("month", "6/2005", date(2005, 6, 1)),
    ("month", "12/2005", date(2005, 12, 1)),
    ("rank", "3", "3"),
    ("whole", "0", 0),
    ("whole", "1500", 1500),
    ("amount", "31000", "31000"),
    ("amount", "0.5", "0.5"),
    ("amount", "-3.50", "-3.50"),
    ("amount", "up to 400", "up to 400"),
    ("amount", "345000-480000", "345000-480000"),
    ("years", "2005", "2005"),
    ("years", "after 1997-2006", "after 1997-2006"),
    ("years", "not printed", "not printed"),
    ("degrees", "56.95", 56.95),
    ("degrees", "-180", -180.0),
    ("grade", "later", Grade.LATER),
]
REFUSED = [
    ("id", ["", " "], "empty"),
    ("id", ["Riga", "it security", "-a", "a_b", "a" * 64, "é", "ri\u00adga", "г", "İ", "a\n"], "id"),
    ("text", ["", " \n", "\u00a0", "\u00ad"], "empty"),
    ("markdown", ["", "\t", "\u00a0\u00ad"], "empty"),
    (
        "address",
        ["www.example.org", "ftp://example.org", "javascript:x", "//example.org", "https://", "https:///x"],
        "address",
    ),
    (
        "address",
        ["https://a b", 'https://a"b', "https://a<b", "https://a\\b", "https://a\u00adb", "HTTP:/a"],
        "address",
    ),
    (
        "day",
        ["2005", "30.6.2005", "2005-6-30", "2005-06-31", "2005-13-01", "0000-01-01", "٢٠٠٥-٠٦-٣٠", "1119398400"],
        "day",
    ),
    ("day", ["2005-06-30T00:00", "2005-06-30 "], "day"),
    (
        "month",
        ["2005", "2005-13", "13/2005", "0/2005", "2005-00", "June 2005", "0000-01", "٦/٢٠٠٥", "2005-06-30"],
        "month",
    ),
    ("rank", ["0", "10", "first", "1.", "²"], "rank"),
    ("whole", ["-1", "1,500", "1.5", "about 600", "0600", "²", "1" * 10], "whole"),
    (
        "amount",
        ["31,000", "31 000", "1_000", "1e5", "nan", "inf", "010", "0x10", ".5", "5.", "5 %", "1" * 40, "٥"],
        "amount",
    ),
    ("years", ["05", "2005/06", "since 2005", "20055", "٢٠٠٥"], "years"),
    ("degrees", ["181", "1e2", "56,95", "N 56", "nan", "056", "٥"], "degrees"),
    ("degrees", [""], "empty"),
    ("grade", ["Later", "", "later source"], "enum"),
]


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED)
def test_a_kind_takes(kind: str, text: str, value: object) -> None:
    assert READERS[kind].validate_python(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "form"), [(kind, text, form) for kind, texts, form in REFUSED for text in texts]
)
def test_a_kind_refuses(kind: str, text: str, form: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        READERS[kind].validate_python(text)
    assert [detail["type"] for detail in wrong.value.errors()] == [form]


def test_all_kinds_are_tried_both_ways() -> None:
    assert {kind for kind, _, _ in ACCEPTED} == {kind for kind, _, _ in REFUSED} == set(KINDS)
    assert len(KINDS) == 12


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", [(), ("x",), {}, {"x": "y"}])
def test_no_kind_takes_a_list_or_a_group(kind: str, other: object) -> None:
    with pytest.raises(ValidationError):
        READERS[kind].validate_python(other)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(), st.sampled_from(sorted(KINDS)))
def test_any_text_is_taken_or_refused_under_a_name_of_ours(text: str, kind: str) -> None:
    found: list[str] = []
    try:
        READERS[kind].validate_python(text)
    except ValidationError as wrong:
        found = [detail["type"] for detail in wrong.errors()]
    assert set(found) <= {kind, "empty", "enum", "string_unicode"}


@given(st.text("a \t\r\n\u00a0").filter(lambda text: "a" in text))
def test_a_line_has_single_blanks_only(text: str) -> None:
    assert READERS["text"].validate_python(text) == re.sub("[ \t\r\n]+", " ", text).strip(" ")


def test_a_citation_counts_once() -> None:
    assert Markdown("A [@a-1], B [@b] and [@a-1]; not [@A] nor [a].").cited == ("a-1", "b")


@pytest.mark.parametrize("labelled", [Grade, Field])
def test_a_choice_has_a_word_and_a_label(labelled: type[Labelled]) -> None:
    assert len(labelled) >= 4
    assert len({each.value for each in labelled}) == len({each.label for each in labelled}) == len(labelled)
    assert all(str(each) == each.value and each.label != "" for each in labelled)


def test_a_record_is_closed_and_cannot_be_changed() -> None:
    class Named(Record):
        name: Text

    closed = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    assert closed.items() <= Named.model_config.items()
    more = {"field_title_generator", "model_title_generator", "defer_build"}
    assert set(Named.model_config) - set(closed) == more
    named: Any = Named(name="a")
    with pytest.raises(ValidationError):
        named.name = "b"
    with pytest.raises(ValidationError):
        Named.model_validate({"name": "a", "other": "b"})
