import re
from html import unescape

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from markupsafe import Markup

from wp3reports.render.narrative import lint, to_html


def cite(source: str) -> Markup:
    return Markup('<span class="cite">[{}]</span>').format(source)


def shown(text: str) -> str:
    """The text that a reader sees."""
    return unescape(re.sub("<[^>]*>", "", to_html(text, cite)))


def test_template_syntax_is_printed_as_typed() -> None:
    assert shown("{{ 7*7 }} {% for x in y %} {{ config }} {# c #}") == "{{ 7*7 }} {% for x in y %} {{ config }} {# c #}"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A *b* **c** `d <e>`", "<p>A <em>b</em> <strong>c</strong> <code>d &lt;e&gt;</code></p>"),
        ("a\\\nb  \nc\nd", "<p>a<br />\nb<br />\nc\nd</p>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("# No heading", "<p># No heading</p>"),
        ("No heading\n===", "<p>No heading\n===</p>"),
        ("<b>x</b> &amp; &ouml; <!-- c -->", "<p>&lt;b&gt;x&lt;/b&gt; &amp; ö &lt;!-- c --&gt;</p>"),
        ("```python\nx = 1\n```", "<p><code>python x = 1 </code></p>"),
        ("    indented", "<p>indented</p>"),
        ("<https://example.org/%C3%A4>", '<p><a href="https://example.org/%C3%A4">https://example.org/%C3%A4</a></p>'),
        ("<x@example.org>", '<p><a href="mailto:x@example.org">x@example.org</a></p>'),
        ('[a](https://e.org "t")', '<p><a href="https://e.org" title="t">a</a></p>'),
        ("[*a*]()", "<p><em>a</em></p>"),
        ("[a][b]\n\n[b]: https://e.org", '<p><a href="https://e.org">a</a></p>'),
        ("As shown [@a-1].", '<p>As shown\u00a0<span class="cite">[a-1]</span>.</p>'),
        ("Not `[@a]`, not \\[@a].", "<p>Not <code>[@a]</code>, not [@a].</p>"),
    ],
)
def test_what_is_printed(text: str, html: str) -> None:
    assert to_html(text, cite) == html


def test_a_table_says_what_its_head_cells_head_and_how_columns_stand() -> None:
    html = to_html("| a | b [@s] |\n|:-:|--:|\n| 1 | 2[^n] |\n\n[^n]: Note [@t].", cite)
    assert re.findall(r"<t[hd]\b[^>]*>", html) == [
        '<th scope="col" class="centre">',
        '<th scope="col" class="num">',
        '<td class="centre">',
        '<td class="num">',
    ]
    assert '2<span class="fn" data-pdf="Note">Note\u00a0<span class="cite">[t]</span>.</span>' in html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a[^1] b\n\n[^1]: first\n\n    second", "afirst second b"),
        ("a[^1] b[^1]\n\n[^1]: n", "an bn"),
        ("a[^1]\n\n[^1]: n[^2]\n[^2]: m", "an (m)"),
        ("a[^1]\n\n[^1]: n[^1]", "an[^1]"),
        ("a[^1]\n\n[^1]: n[^2]\n[^2]: m[^1]", "an (m[^1])"),
        ("a[^1]\n\n[^1]: - one\n    - two", "aone two"),
        ("a[^1]\n\n[^1]: one\n\n[^1]: other", "aone\nother"),
        ("a\n\n[^1]: never called", "a\nnever called"),
        ("a[^2]\n\n[^1]: b", "a[^2]\nb"),
        ("a[^1]\n\n> [^1]: in a quotation", "ain a quotation"),
        ("a\n\n[^1]: calls itself[^1]", "a\ncalls itself[^1]"),
        ("a\n\n[^1]: b[^2]\n[^2]: c[^1]", "a\nbc[^1]"),
    ],
)
def test_every_word_of_a_footnote_is_printed(text: str, words: str) -> None:
    assert shown(text).split() == words.split()


WORDS = st.integers(0, 999).map(lambda number: f"w{number}")
SOME = (
    " ;\n;\n\n; *;* ;**;> ;\n- ;\n1. ;`; | ;\n|-|-|\n;[;](https://e.org);[^1];\n\n[^1]: ;\n    ;\n```\n;<b>;&amp;\\;~~;"
    "\n# ;![;[@a];\n---\n;  \n;\t;[^2];\n\n[^2]: "
)
MARKS = st.sampled_from(SOME.split(";"))


@settings(max_examples=150, deadline=None, derandomize=True)
@for_all(st.lists(st.tuples(WORDS, MARKS), max_size=25))
def test_no_word_of_any_text_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{word}{mark}" for word, mark in pieces)
    told = " ".join(remark.code for remark in lint(text))
    lost = set(re.findall(r"w\d+", text)) - set(re.findall(r"w\d+", shown(text)))
    assert not lost or "text-link" in told, (text, lost)


@pytest.mark.parametrize("text", ["in 2002 [@s].", "in 2002\n[@s]."])
def test_a_citation_stays_on_the_line_of_its_word(text: str) -> None:
    assert to_html(text, lambda _: Markup("[1]")) == "<p>in 2002\u00a0[1].</p>"


def test_only_a_very_long_word_of_a_table_is_marked_as_one_that_may_be_cut() -> None:
    word, shorter = "a&" * 11, "b<" * 10
    marked = f'<span class="unbroken">{"a&amp;" * 11}</span>'
    table = to_html(f"| {word} {shorter} |\n|---|\n| `{word}` |\n\n{word}", cite)
    assert f'<th scope="col">{marked} {"b&lt;" * 10}</th>' in table
    assert f"<td><code>{marked}</code></td>" in table
    assert table.endswith(f"<p>{'a&amp;' * 11}</p>")
