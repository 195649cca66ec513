import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from markupsafe import Markup

from wp3reports.render.commonmark import read
from wp3reports.render.definitions import unused
from wp3reports.render.narrative import to_html
from wp3reports.render.plain import is_plain, paragraphs
from wp3reports.render.shape import shape

PIECES = st.sampled_from(
    [
        *(
            "a",
            "Ē b",
            " ",
            "  ",
            "\u00a0",
            "\u2003",
            "\t",
            "\n",
            "\n\n",
            "\r",
            "\x0b",
            "\x85",
            "\u2028",
            "\0",
            "[@s]",
            "[@s]",
        ),
        *(
            "1",
            "1.",
            "2)",
            "-",
            "+",
            ":",
            "&",
            "&amp;",
            "&#65;",
            '"',
            "'",
            "(",
            "[",
            "]",
            "!",
            "<",
            ">",
            "*",
            "^",
            "=",
            "|",
        ),
        *(
            "http://e.org",
            "www.e.org",
            "x@e.org",
            "(c)",
            "...",
            "--",
            "{{ x }}",
            "$",
            "%",
            "~",
            "_",
            "`",
            "\\",
            "#",
            "@",
            ";",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20)


def cite(source: str) -> Markup:
    return Markup('<a href="#{}">[&amp;]</a>').format(source)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n", "<p>One.</p>"),
        (
            'Research & "growth"\nof 2006\n\nin 1. place\n\n',
            "<p>Research &amp; &quot;growth&quot;\nof 2006</p>\n<p>in 1. place</p>",
        ),
        ("[@a] and [@b]\n[@c],[@d]", "<p>(a) and\u00a0(b)\u00a0(c),(d)</p>"),
        ("One\n\n[@a] says", "<p>One</p>\n<p>(a) says</p>"),
    ],
)
def test_the_html_of_a_plain_text(text: str, html: str) -> None:
    assert is_plain(text)
    assert paragraphs(text, lambda source: f"({source})") == html


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", " a", "a ", "a  \nb", "a\n \nb", "a\n\n\nb", "\na", "a\tb", "a\rb", "a\0b"),
        *("*a*", "- a", "1. a", "a\n+ b", "a &amp; b", "[a](b)", "[@a](b)", "[@a]: b", "[@A]", "a[^1]", "<a>", "a | b"),
    ],
)
def test_what_needs_a_parser_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@settings(max_examples=1_500, deadline=None)
@for_all(TEXTS)
def test_a_plain_text_is_printed_as_the_parser_would_and_has_nothing_to_be_told(text: str) -> None:
    if is_plain(text):
        reading = read(text)
        assert {*reading.remarks, *shape(reading), *unused(reading)} == set()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("wp3reports.render.narrative.is_plain", lambda _: False)
            assert paragraphs(text, cite) == to_html(text, cite)


def test_long_texts_are_looked_through_at_once() -> None:
    assert is_plain("a " * 30_000 + "a")
    assert not is_plain("a " * 30_000)
