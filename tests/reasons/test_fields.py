"""The fields that differ between two texts, and those of them that a part shows."""

import pytest

from wp3reports.reasons.fields import Difference, differences, shown

OLD = """\
summary: One.
analyses:
  - cluster: ict
    threats: [wages, taxes]
  - cluster: ferries
    threats: [flights]
"""


def found(new: str) -> list[tuple[str, str]]:
    return [tuple(each) for each in differences("inputs/a.yaml", OLD.encode(), new.encode()) or ()]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("One.", "Two.", [("summary", "changed")]),
        ("One.", '"One."  # as before', []),
        ("wages", "Wages", [("analyses/0/threats/0", "changed")]),
        ("[wages, taxes]", "[taxes]", [("analyses/0/threats/0", "removed")]),
        ("[wages, taxes]", "[debts, wages, taxes]", [("analyses/0/threats/0", "added")]),
        ("[wages, taxes]", "none", [("analyses/0/threats", "changed")]),
        ("summary: One.\n", "", [("summary", "removed")]),
        ("summary:", "note: x\nsummary:", [("note", "added")]),
        ("  - cluster: ict\n    threats: [wages, taxes]\n", "", [("analyses/0", "removed")]),
        ("analyses:\n", "analyses:\n  - cluster: media\n    threats: []\n", [("analyses/0", "added")]),
        (
            "ict\n    threats: [wages, taxes]",
            "IT\n    threats: [wages]",
            [("analyses/0/cluster", "changed"), ("analyses/0/threats/1", "removed")],
        ),
    ],
)  # fmt: skip
def test_what_differs(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert OLD.count(old) == 1
    assert found(OLD.replace(old, new)) == expected


def test_a_file_that_cannot_be_read_has_no_fields() -> None:
    assert differences("a", OLD.encode(), b"summary: [") is None
    assert differences("a", b"\xff", OLD.encode()) is None


def test_a_part_tells_which_fields_it_shows() -> None:
    one, other = Difference("analyses/0/threats/1", "changed"), Difference("summary", "changed")
    html = '<p data-src="inputs/a.yaml#/analyses/0"><p data-src="inputs/b.yaml#/summary">'
    assert shown(html, "inputs/a.yaml", [one, other]) == (one,)
    assert shown(html, "inputs/b.yaml", [one, other]) == (other,)
    assert shown('<p data-src="inputs/a.yaml#/analyses/0/threats/1/text">', "inputs/a.yaml", [one, other]) == (one,)
    assert shown('<p data-src="inputs/a.yaml#/analyses/01">', "inputs/a.yaml", [one, other]) == (one, other)
    assert shown('<p data-src="inputs/a.yaml#">', "inputs/a.yaml", [one, other]) == (one, other)
    assert shown("", "inputs/a.yaml", [one, other]) == (one, other)
