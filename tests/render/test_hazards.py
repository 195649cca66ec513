"""What partners' texts must not do to a page: the hazards, refused addresses and characters, text without measure."""

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markupsafe import Markup

from wp3reports.render.narrative import lint, to_html

HAZARDS = Path(__file__).parents[1] / "hazards"
ELEMENTS = {
    "p": set(),
    "br": set(),
    "hr": set(),
    "em": set(),
    "strong": set(),
    "code": set(),
    "blockquote": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "table": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope", "class"},
    "td": {"class"},
    "a": {"href", "title"},
    "span": {"class", "data-pdf"},
}
SCHEMES = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
BOUNDS = {"brackets-10000": 2, "emphasis-nested": 5, "links-open-10000": 5, "quotes-nested-10000": 2}


def cite(source: str) -> Markup:
    return Markup('<span class="cite">[{}]</span>').format(source)


def shown(text: str) -> str:
    """The text that a reader sees."""
    return unescape(re.sub("<[^>]*>", "", to_html(text, cite)))


def check_clean(html: str) -> None:
    """No element, attribute, class or address scheme off the list, and nothing that the binder would fill in."""
    for element in lxml_html.fragment_fromstring(html, create_parent="main").iterdescendants():
        assert isinstance(element.tag, str), html
        assert set(element.attrib) <= ELEMENTS[element.tag], html
        assert element.get("class", "fn") in {"fn", "cite", "num", "centre"}
        assert element.get("href") is None or SCHEMES.match(element.get("href", "")), html
    assert "\ue000" not in html


class Hazard(NamedTuple):
    name: str
    must: str
    text: str


def hazards() -> Iterator[Hazard]:
    table = (HAZARDS / "README.md").read_text(encoding="utf-8")
    for file, must in re.findall(r"^\| markdown/(\S+)\.md \| (\w+) \|", table, re.MULTILINE):
        yield Hazard(file, must, (HAZARDS / "markdown" / f"{file}.md").read_text(encoding="utf-8"))


ALL = tuple(hazards())


@pytest.mark.parametrize("hazard", ALL, ids=lambda hazard: hazard.name)
def test_a_hazard_ends_as_its_list_says(hazard: Hazard) -> None:
    begun = time.process_time()
    html, found = to_html(hazard.text, cite), list(lint(hazard.text))
    assert time.process_time() - begun < BOUNDS.get(hazard.name, 2)
    check_clean(html)
    assert len(html) <= 20 * len(hazard.text)
    assert bool(found) is {"accept": False, "finding": True}.get(hazard.must, bool(found))
    assert all(0 <= remark.offset < len(hazard.text) for remark in found)


def test_all_hazards_were_tried() -> None:
    assert len(ALL) == len(list((HAZARDS / "markdown").iterdir())) == 12


@pytest.mark.parametrize("name", ["links-javascript", "links-programs", "image-local", "html-tags"])
def test_what_tries_to_do_something_makes_no_link_picture_or_element(name: str) -> None:
    (hazard,) = (each for each in ALL if each.name == name)
    html = to_html(hazard.text, cite)
    assert set(re.findall(r"<(\w+)", html)) == {"p"}


def test_each_refused_link_is_told_in_its_line() -> None:
    (hazard,) = (each for each in ALL if each.name == "links-javascript")
    begins = [hazard.text[remark.offset :][:6] for remark in lint(hazard.text)]
    assert begins == ["[a](ja", "[b](JA", "[c](ja", "[d](&#", "[e][r]", "<javas", "[r]: j"]


@pytest.mark.parametrize(
    "text",
    [
        "".join("> " * depth + f"q{depth}\n\n" for depth in range(1, 16)),
        "".join("  " * depth + f"- l{depth}\n" for depth in range(15)),
        "".join(f"[^{depth}]: " for depth in range(30)) + "note",
        "- > " * 12 + "both",
        "*a **b " * 40 + "c" + "** d*" * 40,
        "| a | b |\n|---|---|\n| 1 | 2 | lost |\n",
        "> | a | b |\n> |---|---|\n> | 1 | 2 | lost |\n",
        "|" + "a|" * 21 + "\n|" + "-|" * 21 + "\n|x|",
        "| a | b | c |\n|---|---|---|\n" + "|\n" * 400,
    ],
)
def test_what_is_too_deep_or_too_wide_keeps_its_words(text: str) -> None:
    assert list(lint(text))
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", shown(text)))
    html = to_html(text, cite)
    check_clean(html)
    assert len(html) <= 20 * len(text)
    assert max(len(list(each.iterancestors())) for each in lxml_html.fromstring(f"<i>{html}</i>").iter()) < 40


@pytest.mark.parametrize(
    "text",
    [
        "&#xE000;=pages&#xE001;",
        "<https://e.org/%EE%80%80=pages%EE%80%81>",
        '[a](https://e.org "&#xE000;=pages&#xE001;")',
        "[a](https://e.org/&#xE000;)",
        "a&#x202E;b&#8203;c&#0;d&zwnj;e",
        "[&#xE000;](#x)",
    ],
)
def test_no_spelling_brings_in_a_character_that_the_reader_refuses(text: str) -> None:
    html = to_html(text, cite)
    assert not re.search("[\ue000\ue001\u200b\u200c\u202e\x00]", html)
    check_clean(html)


ADDRESSES = r"""
javascript:x JaVaScRiPt:x vbscript:x data:text/html,x file:///x feed:javascript:x %6aavascript:x &#106;avascript:x
&amp;#104;ttp://x //evil /x x.html https:x http:///x mailto: # \\host\x
"""


@pytest.mark.parametrize("address", ADDRESSES.split())
@pytest.mark.parametrize("form", ["[a]({})", "[a](<{}>)", '[a]({} "t")', "[a][r]\n\n[r]: {}", "<{}>", "![a]({})"])
def test_no_form_of_link_leads_to_a_refused_address(address: str, form: str) -> None:
    html = to_html(form.format(address), cite)
    assert "<a" not in html
    check_clean(html)


SIGNS = st.sampled_from(
    [*"*_`[]()<>!#&|-=:\\\n\"'^@ >+.~{}1aé;/%", "[@a]", "[^1]", "[^1]: ", "https://e.org", "\n\n", "&#x"]
)
MARKDOWN = st.lists(SIGNS, max_size=60).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@for_all(MARKDOWN)
def test_any_text_gives_clean_html_and_remarks_inside_it(text: str) -> None:
    check_clean(to_html(text, cite))
    assert all(0 <= remark.offset <= len(text) for remark in lint(text))
    assert len(list(lint(text))) < 60
