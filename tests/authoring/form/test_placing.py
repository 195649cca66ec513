"""Findings by the value that they are about."""

from wp3reports.authoring.form.placing import placed
from wp3reports.diagnostics import Diagnostic, Span, warning
from wp3reports.source import Source, parse

PATH = "inputs/m2_swot/riga.yaml"
FILE = """\
date: soon
summary: |
  First line.
  Second line.
analyses:
  - cluster: ict
    threats: [{statement: Firms leave}]
  - cluster: food
"""


def source() -> Source:
    found, _ = parse(PATH, FILE.encode())
    assert found is not None
    return found


def at(span: Span) -> Diagnostic:
    return warning("a-finding", span, "something")


def test_each_stands_at_the_deepest_value_that_it_is_about() -> None:
    for path in (("date",), ("analyses",), ("analyses", 1), ("analyses", 0, "threats", 0, "statement")):
        finding = at(source().at(*path))
        assert placed(source(), [finding]) == {path: (finding,)}


def test_a_key_is_as_good_as_its_value() -> None:
    finding = at(source().key_at("analyses", 0, "threats"))
    assert placed(source(), [finding]) == {("analyses", 0, "threats"): (finding,)}


def test_a_place_inside_a_text_belongs_to_the_text() -> None:
    finding = at(Span(PATH, 4, 5, 4, 6))
    assert placed(source(), [finding]) == {("summary",): (finding,)}


def test_what_is_about_the_file_or_another_one() -> None:
    whole, other = at(Span(PATH)), at(Span("inputs/m2_swot/oslo.yaml", 3, 1))
    assert placed(source(), [whole, other]) == {(): (whole,)}
