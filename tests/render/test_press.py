from collections.abc import Callable, Mapping
from datetime import date
from types import SimpleNamespace

import pytest

from wp3reports.pipeline import Compilation
from wp3reports.render.press import Press
from wp3reports.snapshot import Snapshot
from wp3reports.volume import LATE

Compile = Callable[..., Compilation]


def press(**templates: str | bytes) -> Press:
    files = {
        f"templates/{name}.html.j2": text if isinstance(text, bytes) else text.encode()
        for name, text in templates.items()
    }
    return Press(Snapshot(files))


def test_everything_is_escaped() -> None:
    of = press(a='{% macro m(x) %}<b title="{{ x }}">{{ x }}</b>{% endmacro %}')
    assert of.run("a.html.j2", "m", "<i>'\"&") == '<b title="&lt;i&gt;&#39;&#34;&amp;">&lt;i&gt;&#39;&#34;&amp;</b>'
    assert of.faults == []


def test_no_text_is_a_template() -> None:
    of = press(a="{% macro m(x) %}{{ x }}{% endmacro %}")
    assert of.run("a.html.j2", "m", "{{ 7 * 7 }}{% if x %}") == "{{ 7 * 7 }}{% if x %}"


def test_filters_speak_the_language_of_the_report() -> None:
    of = press(
        a='{% macro m(d) %}{{ d | day }}, {{ d | month }}, {{ "31000" | amount }}, {{ "1-2" | years }}, '
        '{{ "NO" | country }}, {{ "nb" | tongue }}{% endmacro %}'
    )
    printed = of.run("a.html.j2", "m", date(2005, 6, 15))
    assert printed == "15 June 2005, June 2005, 31,000, 1–2, Norway, Norwegian Bokmål"


def test_a_page_number_is_left_for_later() -> None:
    printed = press(a='{% macro m() %}{{ page_of("x") }}{% endmacro %}').run("a.html.j2", "m")
    assert LATE.findall(printed) == ["x"]


FAULTS = [
    ("unknown name", "{% macro m(x) %}\n\n{{ y }}{% endmacro %}", 3, "'y' is undefined"),
    ("unknown attribute", "{% macro m(x) %}\n{{ x.none }}\n{% endmacro %}", 2, "has no attribute 'none'"),
    ("unknown filter", "{% macro m(x) %}\n{{ x | none }}{% endmacro %}", 2, "No filter named 'none'"),
    ("syntax", "{% macro m(x) %}\n\n\n{% if %}{% endmacro %}", 4, "Expected an expression"),
    ("not closed", "{% macro m(x) %}\n{{ x ", 2, "unexpected end of template"),
    ("a crash", "{% macro m(x) %}\n{{ 1 // 0 }}{% endmacro %}", 2, "division"),
    ("a crash outside of a macro", "\n{% set a = 1 // 0 %}{% macro m(x) %}{% endmacro %}", 2, "division"),
    ("endless", "{% macro m(x) %}\n{{ m(x) }}{% endmacro %}", 2, "recursion"),
    ("nothing printed", "{% macro m(x) %}\n{{ x.nothing }}{% endmacro %}", 2, "a NoneType would be printed"),
    ("a list printed", "{% macro m(x) %}\n{{ [x] }}{% endmacro %}", 2, "a list would be printed"),
    ("no such import", '{% import "none.html.j2" as n %}{% macro m(x) %}{% endmacro %}', 1, "none.html.j2"),
    ("not there", None, 1, "a.html.j2"),
    ("no such macro", "{% macro n(x) %}{% endmacro %}", 1, 'no macro "m"'),
    ("no macro at all", "{% set m = 1 %}", 1, 'no macro "m"'),
    ("too many arguments", "{% macro m() %}{% endmacro %}", 1, "takes not more than 0"),
    ("no text", b"{% macro m(x) %}\xff{% endmacro %}", 1, "not UTF-8"),
]


@pytest.mark.parametrize(("text", "line", "words"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS])
def test_a_fault_is_a_finding_with_its_line(text: str | bytes | None, line: int, words: str) -> None:
    of = press(**({} if text is None else {"a": text}))
    for _ in range(2):
        assert of.run("a.html.j2", "m", SimpleNamespace(nothing=None)) == ""
    found = of.faults[0]
    assert (found.code, found.span.path, found.span.line) == ("template-fault", "templates/a.html.j2", line)
    assert words in found.message
    assert "\n" not in found.message
    assert found.help


def test_a_fault_is_told_in_the_template_that_was_called() -> None:
    of = press(
        a='{% import "b.html.j2" as b %}\n{% macro m(x) %}{{ b.n(x) }}{% endmacro %}',
        b="\n\n{% macro n(x) %}\n{{ x.y }}{% endmacro %}",
    )
    assert of.run("a.html.j2", "m", SimpleNamespace()) == ""
    assert [str(found.span) for found in of.faults] == ["templates/b.html.j2:4:1"]


OWN = ["{{ oops", "", "{% macro document(title, body) %}{{ oops }}{% endmacro %}", b"\xff"]


@pytest.mark.parametrize("name", ["part", "front", "back", "macros", "m1_selection", "m2_swot", "final"])
def test_a_projects_own_broken_template_is_a_finding_and_no_crash(
    name: str, given: Mapping[str, str], compiled: Compile
) -> None:
    path = f"templates/{name}.html.j2"
    found = [
        [each.span.path for each in compiled({**given, path: text}).diagnostics if each.code == "template-fault"]
        for text in OWN
    ]
    assert path in found[0]
    assert path in found[3]
    assert all(span.startswith("templates/") for spans in found for span in spans)
    assert found[1]
    assert found[2]


def test_sections_are_those_that_the_template_lists() -> None:
    of = press(a='{% set sections = {"b": "B"} %}', c="", d="{% set sections = 1 %}")
    assert of.sections("a.html.j2") == {"b": "B"}
    assert of.faults == []
    assert [of.sections(f"{name}.html.j2") for name in "cd"] == [{}, {}]
    assert [each.message for each in of.faults] == ["the template fails: it lists no sections"] * 2


def test_chapters_that_are_named_in_a_setting_are_a_list_or_none() -> None:
    of = press(a='{% set apart = ["b"] %}', c="", d="{% set apart = 3 %}", e='{% set apart = "b" %}')
    assert [of.listed(f"{name}.html.j2", "apart") for name in "ac"] == [["b"], []]
    assert of.faults == []
    assert [of.listed(f"{name}.html.j2", "apart") for name in "de"] == [[], []]
    assert [each.message for each in of.faults] == ["the template fails: it sets apart to what is no list"] * 2


def test_a_template_that_changes_is_read_again() -> None:
    assert [press(a=f"{{% macro m() %}}{word}{{% endmacro %}}").run("a.html.j2", "m") for word in "abca"] == [*"abca"]
