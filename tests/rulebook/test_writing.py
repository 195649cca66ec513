import re

import pytest

from wp3reports.rulebook import GROUPS, PAGES
from wp3reports.rulebook.writing import listing, markdown, text

PAGE = """\
yaml-tab

Lines are indented with blanks, never with tabs.

Why: how far a line is indented says what it belongs to, and a tab is as wide as each editor likes.

What to do: put two blanks for each step in place of the tab; most editors can turn tabs into
blanks.

Asked for: Reading a file. Hand-ins are typed by people in eleven cities, with whatever editor each
of them has. A file is read exactly as it stands: nothing is guessed, and nothing that was typed is
lost without a word.

Wrong: A tab in the indentation.

  --> inputs/m2_swot/riga.yaml
30 | tools:
31 |   - id: it-cluster
32 | →   name: Latvian IT Cluster
33 |     type: cluster_organisation
34 |     clusters: [ict]

error[yaml-tab] a tab in the indentation
  --> inputs/m2_swot/riga.yaml:32:1
32 |     name: Latvian IT Cluster
   | ^^^^
  = help: indent with blanks, two for each step; most editors can turn tabs into blanks

Right: this takes its place.

  --> inputs/m2_swot/riga.yaml
30 | tools:
31 |   - id: it-cluster
32 |     name: Latvian IT Cluster
33 |     type: cluster_organisation
34 |     clusters: [ict]"""


def test_a_page_with_its_sample() -> None:
    assert text(PAGES["yaml-tab"], 100) == PAGE


@pytest.mark.parametrize("width", [60, 80])
def test_words_are_wrapped_and_samples_are_not(width: int) -> None:
    blocks = text(PAGES["waiver-unused"], width).split("\n\n")
    prose = [block for block in blocks if " | " not in block]
    assert len(prose) >= 6
    assert max(len(line) for block in prose for line in block.splitlines()) <= width


def test_what_a_page_has_said_is_not_said_again() -> None:
    page = text(PAGES["m1-cluster-twice"], 100)
    assert page.count("give one of the two another id") == 1


def test_what_no_lines_can_show_is_said_in_words() -> None:
    assert "--> inputs/m2_swot/port.png is a link to /etc/hosts" in text(PAGES["file-refused"], 80)
    assert text(PAGES["file-refused"], 80).endswith("Right: without it.")
    crash = " ".join(text(PAGES["pdf-crash"], 80).split())
    assert crash.endswith("Right: the same, when that does not happen.")
    assert "Meanwhile the layout process of the analysis is killed." in crash
    assert text(PAGES["template-fault"], 80).endswith("Right: without these lines.")


@pytest.mark.parametrize("code", PAGES)
def test_every_code_shows_how_it_is_wrong_and_right(code: str) -> None:
    page = text(PAGES[code], 80)
    assert "\n\nWrong: " in page
    assert "\n\nRight: " in page
    assert not re.search(r"^\w+\[[a-z0-9-]+\] ?$", page, re.MULTILINE)  # no finding without a message


def test_a_line_is_cut_and_nothing_unprintable_comes_out() -> None:
    page = text(PAGES["yaml-too-large"], 80)
    assert max(map(len, page.splitlines())) <= 130
    for code in ("yaml-encoding", "yaml-character", "yaml-tab"):
        assert text(PAGES[code], 80).replace("\n", "").isprintable()


def test_the_listing_has_a_line_for_each_code_or_is_wrapped() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines if line and not line.startswith("==")] == list(PAGES)
    assert [line.removeprefix("== ") for line in lines if line.startswith("==")] == [g.asked.title for g in GROUPS]
    for width in (60, 80, 120):
        assert max(map(len, listing(width).splitlines())) <= width


@pytest.mark.slow
def test_the_whole_book_is_markdown_with_a_heading_for_each_code() -> None:
    book = markdown()
    assert re.findall(r"^### (.+)$", book, re.MULTILINE) == list(PAGES)
    assert re.findall(r"^## (.+)$", book, re.MULTILINE) == [group.asked.title for group in GROUPS]
    assert book.count("```text\n") * 2 == book.count("```")
    assert book.count("\nWrong: ") == len(PAGES)
    assert book == markdown()
