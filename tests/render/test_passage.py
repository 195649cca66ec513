"""One text by itself, as it is printed in a report."""

from wp3reports.render.passage import passage


def test_it_is_the_commonmark_of_reports() -> None:
    assert passage("One.\n\n- two", ()) == "<p>One.</p>\n<ul>\n<li>two</li>\n</ul>"
    assert passage("<script>", ()) == "<p>&lt;script&gt;</p>"


def test_sources_have_the_numbers_of_their_list() -> None:
    shown = passage("a [@second], b [@nobody]", ["first", "second"])
    assert '<span class="cite">[2]</span>' in shown
    assert '<span class="cite">[?]</span>' in shown
