import pytest
from markupsafe import Markup

from wp3reports.render.anchors import anchored, places


def test_what_has_a_pointer_gets_an_anchor() -> None:
    body = Markup('<tr data-src="a.yaml#/x/0"><td>1</td></tr><p class="t" data-src="b.yaml#/y">2</p>')
    done = anchored(body, "m1")
    assert done == (
        '<tr data-src="a.yaml#/x/0" id="m1-at-1"><td>1</td></tr><p class="t" data-src="b.yaml#/y" id="m1-at-2">2</p>'
    )
    assert [*places(done)] == [("a.yaml#/x/0", "m1-at-1"), ("b.yaml#/y", "m1-at-2")]
    assert anchored(done, "m1") == done
    assert [*places(body)] == []


@pytest.mark.parametrize(
    "body",
    [
        '<h2 id="a" data-src="a.yaml#/x">1</h2>',
        '<h2 data-src="a.yaml#/x" id="a">1</h2>',
    ],
)
def test_an_anchor_that_is_there_is_kept(body: str) -> None:
    assert anchored(Markup(body), "m1") == body  # noqa: S704 - our own text
    assert [*places(body)] == [("a.yaml#/x", "a")]


@pytest.mark.parametrize(
    "body", ["", "<p>x</p>", '<p data-src="a.yaml">x</p>', 'data-src="a#/b"', '&lt;p data-src="a#/b"&gt;']
)
def test_what_says_nothing_of_its_place_stays_as_it_is(body: str) -> None:
    assert anchored(Markup(body), "m1") == body  # noqa: S704 - our own text
    assert [*places(body)] == []


def test_an_escaped_pointer_is_read_as_it_was_meant() -> None:
    assert [*places('<p data-src="a&amp;b.yaml#/x" id="p">')] == [("a&b.yaml#/x", "p")]
