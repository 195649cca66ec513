import pytest

from wp3reports.render.commonmark import MAX_REMARKS
from wp3reports.render.narrative import lint
from wp3reports.render.refused import REMARKS

# Where the remark stands is marked by ¤, which is taken out before the text is read.
REPORTED = [
    ("text-link", "see ¤[a](javascript:x)"),
    ("text-link", "¤[a](page.html) and ¤[b](/x)"),
    ("text-link", "¤[a](https://e.org/a b)"),
    ("text-link", "¤[a b\\] [c]](ftp://x_(y))"),
    ("text-link", "one\ntwo ¤<javascript:x>"),
    ("text-link", "¤[a][r], ¤[r] and ¤[R][]\n\n¤[r]: javascript:x 'title'"),
    ("text-link", "- a\n- > ¤[b](x:y)\n\n1. c ¤<tel:1>"),
    ("text-link", "words\n\n¤[unused]: https://e.org\n"),
    ("text-link", "[a][u]\n\n[u]: https://e.org\n¤[u]: https://e.org/2\n"),
    ("text-link", "¤[a]()"),
    ("text-picture", "¤![a](x.png) ¤![b][c] ¤![d](https://e.org/x.png)"),
    ("text-heading", "¤# Title\n\nText\n¤## More\n\n> ¤### Quoted"),
    ("text-heading", "Title\n¤====="),
    ("text-citation", "¤[@Upper], ¤[@a; @b], ¤[@a, p. 3]"),
    ("text-footnote", "a¤[^1] b¤[^note]"),
    ("text-footnote", "a\n\n¤[^1]: never called"),
    ("text-footnote", "a[^1]\n\n[^1]: b\n\n¤[^1]: c"),
    ("text-character", "a¤&#x202E;b ¤&#0; ¤&zwj; ¤&#xFFFE; ¤&#xD800;"),
    ("text-link", "| a | b |\n|---|---|\n| c | ¤[d](x:y) |"),
    ("text-link", "   indented ¤[a](x:y)\n\tand ¤[b](x:y)"),
]
SILENT = [
    "[a](https://e.org/x_(y)) <https://e.org> <a@e.org> [b](#c) [d](mailto:a@e.org 't')",
    "`[a](javascript:x)` ``![b](c)`` `[@X]` `# x` `&#0;` `[^1]`",
    "``` \n[a](javascript:x)\n# x\n```",
    "\\[a](javascript:x) \\![a] [b] \\# c \\<javascript:x> \\&#0;",
    "[sic] and [1], [a] [b], f[x] (y), [note](see page 4)",
    "#hashtag, C# and a = b\n=b, 1 < 2 & 3 > 2, AT&T, &unknown;",
    "a[^1] [@b]\n\n[^1]: c [@d]",
    "[Note]: this is no address",
    "R&amp;D, &ouml;, &euro;&nbsp;5",
    "<b>bold</b> <script src=javascript:x>",
    "| a | b |\n|---|---|\n| c \\| d | `e` |\n| f |",
    "-----\n\n***",
]


@pytest.mark.parametrize(("code", "marked"), REPORTED)
def test_what_is_refused_is_told_where_it_begins(code: str, marked: str) -> None:
    places = [offset - number for number, offset in enumerate(i for i, sign in enumerate(marked) if sign == "¤")]
    found = list(lint(marked.replace("¤", "")))
    assert [(remark.code, remark.offset) for remark in found] == [(code, place) for place in places]
    assert places


@pytest.mark.parametrize("text", SILENT)
def test_what_is_allowed_or_code_or_escaped_is_not_told(text: str) -> None:
    assert list(lint(text)) == []


def test_every_remark_has_a_case_and_says_what_to_do() -> None:
    assert {code for code, _ in REPORTED} == set(REMARKS) - {"text-columns"}
    assert len(REPORTED) == 20
    assert all(message and remedy for message, remedy in REMARKS.values())


def test_of_many_remarks_the_first_are_told() -> None:
    assert len(list(lint("[a](x:y) " * 500))) == MAX_REMARKS
