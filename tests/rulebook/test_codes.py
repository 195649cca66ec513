"""Every code that the source can emit has a page, and every page is of a code that the source emits."""

import re
from inspect import cleandoc
from pathlib import Path

from emitted import emitted
from wp3reports.check import INDEX
from wp3reports.load.codes import PAGES as LOAD
from wp3reports.milestones import MILESTONES
from wp3reports.pdf.codes import PAGES as PDF
from wp3reports.render.codes import PAGES as RENDER
from wp3reports.rulebook import GROUPS, PAGES, TEXTS, Page
from wp3reports.rulebook.codes import asked_by
from wp3reports.source.codes import PAGES as SOURCE
from wp3reports.workspace.codes import PAGES as WORKSPACE

EMITTED = emitted(Path(__file__).parents[2] / "src" / "wp3reports")
BESIDE = {
    **dict.fromkeys(SOURCE, frozenset({"source"})),
    **dict.fromkeys(LOAD, frozenset({"load"})),
    **dict.fromkeys(WORKSPACE, frozenset({"workspace"})),
    **dict.fromkeys(RENDER, frozenset({"render"})),
    **dict.fromkeys(PDF, frozenset({"pdf", "worker.py", "build", "cli"})),  # `store verify` looks at what is stored
}


def test_every_code_that_is_emitted_has_a_page() -> None:
    assert EMITTED.unknown == ()
    assert EMITTED.codes.keys() - PAGES.keys() == set()
    assert len(EMITTED.codes) >= 200


def test_every_page_is_of_a_code_that_is_emitted_where_it_stands() -> None:
    assert BESIDE.keys() - EMITTED.codes.keys() == set()
    assert {code for code, packages in BESIDE.items() if not EMITTED.codes[code] <= packages} == set()
    assert PAGES.keys() == BESIDE.keys() | INDEX.keys()
    assert len(BESIDE) == len(SOURCE) + len(LOAD) + len(WORKSPACE) + len(RENDER) + len(PDF) >= 69


def test_codes_are_names_in_words() -> None:
    assert [code for code in PAGES if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", code)] == []


def test_the_groups_hold_each_code_once_and_the_milestones_in_their_order() -> None:
    assert sum(len(group.pages) for group in GROUPS) == len(PAGES)
    assert all(group.pages for group in GROUPS)
    leads = [group.pages[0].code.partition("-")[0] for group in GROUPS]
    assert leads[5:-1] == [milestone.name.partition("_")[0] for milestone in MILESTONES]
    assert asked_by("m2-swot-missing").title.startswith("Milestone 2")


def test_a_page_is_read_from_the_text_of_a_docstring() -> None:
    page = Page.of("a-code", "It holds\n    in one line.\n\n    Why: so\n    it is.\n\n    What to do: this.\n    ")
    assert page == Page("a-code", "It holds in one line.", ("Why: so it is.", "What to do: this."))


def test_a_page_as_it_stands_has_its_lines() -> None:
    assert TEXTS.keys() == PAGES.keys()
    assert TEXTS["yaml-tab"].splitlines()[:2] == ["Lines are indented with blanks, never with tabs.", ""]
    assert not any(line.startswith(" ") for text in TEXTS.values() for line in text.splitlines())


def test_the_source_is_read_as_it_would_run(tmp_path: Path) -> None:
    package = tmp_path / "a"
    package.mkdir()
    (package / "b.py").write_text(
        cleandoc("""
        NAMED = "named-one"
        REMARKS = {"in-table": 1}
        class Flaw(NamedTuple):
            place: int
            code: str
        def rule(x):
            yield error("plain-one", x)
            yield (error if x else warning)("either-way", x)
            yield info(NAMED, x)
            Flaw(1, "of-class")
            yield helper(1, "handed-on")
            yield Row().method("by-method")
            return error("one-of" if x else "two-of", x)
        def helper(x, code):
            return other(code)
        def other(name):
            return error(name, 1)
        class Row:
            def method(self, name):
                return error(name, 1)
        def puzzling(x):
            return error(x.lower(), 1)
        """),
        encoding="utf-8",
    )
    found = emitted(tmp_path)
    ways = {"plain-one", "either-way", "named-one", "in-table", "of-class", "handed-on", "by-method"}
    assert found.codes == dict.fromkeys(ways | {"one-of", "two-of"}, frozenset("a"))
    assert found.unknown == ("a/b.py:22",)
