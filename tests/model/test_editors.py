"""Editors are never told more than the reader asks: what the reader takes, the schema of its kind takes."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from wp3reports.model import Address, Amount, Day, Grade, Id, Markdown, Month, Rank, Text, Years
from wp3reports.model.editors import seen
from wp3reports.model.fields import Degrees

KINDS: tuple[tuple[Any, list[str], list[Any], list[Any]], ...] = (
    # kind, texts that the reader takes, how an editor types some of them, what both refuse
    (Text, ["NO", "12:30", "a b"], [2005, 1.5, True], ["", " ", None, [], {}]),
    (Markdown, ["a\n\nb", "[@x]"], [2005, False], ["", "\n", None]),
    (Id, ["ict", "2005", "1e5", "true"], [2005, 1e5, True], ["A", "-a", "a_b", "", None]),
    (Day, ["2005-06-30"], [], ["30.6.2005", "2005-6-3", "", None]),
    (Month, ["2005-06", "6/2005"], [], ["06.2005", "2005", None]),
    (Rank, ["1", "9"], [1, 3], ["0", "10", "first"]),
    (Degrees, ["56.95", "-0.5"], [56.95, 24], ["N 56", "200"]),
    (Amount, ["31000", "about 400", "1.10", "1-2"], [31000, 3.5], ["31 000", "1,5", "€ 4"]),
    (Years, ["2005", "1997-2006", "not printed"], [2005], ["05", "soon"]),
    (Address, ["https://a.b/c?d=e"], [], ["www.a.b", "ftp://a", 'https://"', "https://a b"]),
    (Grade, ["later"], [], ["Later", "", None]),
)


@pytest.mark.parametrize(("kind", "texts", "typed", "wrong"), KINDS, ids=lambda value: getattr(value, "__name__", None))
def test_what_the_reader_takes_an_editor_takes_too(
    kind: Any, texts: list[str], typed: list[Any], wrong: list[Any]
) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    schema = adapter.json_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for text in texts:
        adapter.validate_python(text)
    assert [each for each in (*texts, *typed, *schema.get("examples", ())) if not validator.is_valid(each)] == []
    assert [each for each in wrong if validator.is_valid(each)] == []


def test_the_pattern_is_one_of_every_dialect() -> None:
    schema = seen(re.compile(r"(?P<year>[0-9]{4})"), "2005").json_schema
    assert schema == {"type": ["string", "number"], "pattern": "^(?:([0-9]{4}))$", "examples": ["2005"]}
