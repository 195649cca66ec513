"""A form as values."""

from wp3reports.authoring.form.nodes import Entries, Field, Form, Group, Kind


def field(path: tuple[str | int, ...], value: str | tuple[str, ...], *, is_needed: bool = True) -> Field:
    return Field(path, "Label", "Help", is_needed, (), Kind.TEXT, value, "an example")


def test_what_is_needed_and_empty_is_missing() -> None:
    assert field(("a",), "").is_missing
    assert field(("a",), ()).is_missing
    assert not field(("a",), "text").is_missing
    assert not field(("a",), "", is_needed=False).is_missing


def test_all_fields_of_what_is_there() -> None:
    inside, outside = field(("b", 0, "c"), "x"), field(("d", "e"), "")
    entry = Group(("b", 0), "Entry", "", True, (), (inside,))  # noqa: FBT003
    left_out = Group(("d",), "Left out", "", False, (), (outside,), is_there=False)  # noqa: FBT003
    form = Form("a.yaml", "", (field(("a",), ""), Entries(("b",), "B", "", True, (), (entry,), "Entry"), left_out), ())  # noqa: FBT003
    assert [each.path for each in form.fields()] == [("a",), ("b", 0, "c")]
