"""Styles taken out of drawings, each kept to its own."""

from wp3reports.preview.drawings import lifted

PLAIN = '<svg viewBox="0 0 9 9"><title>plain</title><rect/></svg>'


def test_each_drawing_keeps_its_own_rules() -> None:
    one = "<svg class='a'><title>1</title><style>.x { fill: red }</style><rect class='x'/></svg>"
    other = one.replace("red", "blue")
    html, rules = lifted(f"<p>{PLAIN}{one}{other}{one}</p>")
    assert "<style" not in html
    assert PLAIN in html
    first, second = rules
    assert [html.count(f'data-drawn="{name}"') for name in (first, second)] == [2, 1]
    assert rules[first] == f'[data-drawn="{first}"] {{ .x {{ fill: red }} }}\n'
    assert "blue" in rules[second]


def test_a_style_outside_of_a_drawing_is_left_alone() -> None:
    html = f"{PLAIN}<style>p {{ }}</style>"
    assert lifted(html) == (html, {})
