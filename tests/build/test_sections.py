"""Where to look when a part took too much."""

import pytest

from wp3reports.build.sections import Section, heaviest

RIGA = "inputs/m2_swot/riga.yaml#/analyses"
LONG = "Much is said of it. " * 40


def test_it_is_the_one_with_most_text_at_the_longest_of_its_texts() -> None:
    document = f"""<html><head><title>Riga</title><style>{LONG * 9}</style></head><h1>Riga</h1><p>Short.
      <h2><span>1</span> IT</h2><p data-src={RIGA}/0/summary>Short.<div data-src={RIGA}/0/tools><p>{LONG}<p>{LONG}</div>
      <h2>Ferries</h2><p data-src={RIGA}/1/summary>{LONG}"""
    assert heaviest(document) == Section("1 IT", f"{RIGA}/0/tools")


def test_many_small_things_weigh_as_much_as_a_long_text() -> None:
    rows = "<tr><td>1<td>2" * 200
    assert heaviest(f"<h1>A</h1><p>{LONG}<h1>B</h1><table data-src={RIGA}/0>{rows}</table>") == Section(
        "B", f"{RIGA}/0"
    )


def test_sections_of_one_name_are_not_taken_together() -> None:
    twice = f"<h2>Maturity</h2><p data-src=a#/1>{LONG}<h2>Tools</h2><p data-src=a#/2>{LONG * 2}" * 2
    assert heaviest(twice).heading == "Tools"


@pytest.mark.parametrize(
    ("document", "section"),
    [
        ("", Section("", "")),
        ("<!-- nothing -->", Section("", "")),
        ("<html><head><title>Cover</title></head>", Section("Cover", "")),
        ("<html><head><title>Cover</title></head><body><p>Text", Section("Cover", "")),
        ("<p>Text", Section("", "")),
    ],
)
def test_where_there_is_no_heading_the_title_stands_for_it(document: str, section: Section) -> None:
    assert heaviest(document) == section
