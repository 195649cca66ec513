"""Lists of words: what is typed, what is printed, and what an editor shows."""

from pydantic import TypeAdapter

from wp3reports.model import Field, Grade


def test_a_choice_is_its_word_and_has_a_label() -> None:
    assert Grade("later") is Grade.LATER
    assert Grade.LATER == "later"
    assert Grade.LATER.label == "later source"


def test_an_editor_shows_the_labels_beside_the_words() -> None:
    schema = TypeAdapter(Field).json_schema()
    assert schema["enum"] == [each.value for each in Field]
    assert dict(zip(schema["enum"], schema["enumDescriptions"], strict=True))["ict_media"] == "ICT and media"
