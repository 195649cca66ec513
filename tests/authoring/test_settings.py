"""The editor's settings: ours are added, the user's stay."""

import json

import pytest

from wp3reports.authoring import NotJsonError, Sheet, mapping, settings

SHEETS = (Sheet("a.json", "{}", "inputs/a.yaml"), Sheet("any.json", "{}"))
OURS = {"./.wp3/schemas/a.json": "inputs/a.yaml"}


def test_only_schemas_of_a_file_are_mapped() -> None:
    assert mapping(SHEETS) == OURS


def test_new_settings() -> None:
    assert json.loads(settings("", SHEETS)) == {"yaml.schemas": OURS}


def test_what_the_user_has_set_stays_and_keeps_its_order_and_indentation() -> None:
    before = '{\n\t"z": 1,\n\t"yaml.schemas": {\n\t\t"./mine.json": "*.yml"\n\t},\n\t"a": "ü"\n}\n'
    after = settings(before, SHEETS)
    assert json.loads(after) == {"z": 1, "yaml.schemas": {"./mine.json": "*.yml", **OURS}, "a": "ü"}
    assert list(json.loads(after)) == ["z", "yaml.schemas", "a"]
    assert '\n\t"a": "ü"' in after


def test_nothing_is_written_anew_without_need() -> None:
    before = json.dumps({"yaml.schemas": {**OURS, "b": "c"}})
    assert settings(before, SHEETS) == before


@pytest.mark.parametrize("before", ['{// mine\n"a": 1}', '{"a": 1,}', "[]", '{"yaml.schemas": []}', "nonsense"])
def test_what_cannot_be_kept_is_not_touched(before: str) -> None:
    with pytest.raises(NotJsonError):
        settings(before, SHEETS)
