"""Local reports in another language: what they say by themselves is in it, and every other text says what it is in."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes
from lxml import html as lxml_html

from wp3reports import shipped
from wp3reports.pipeline import compile_reports
from wp3reports.render import Editions
from wp3reports.snapshot import Snapshot
from wp3reports.volume import LATE

ENTRIES = {
    "part.html.j2": ("document",),
    "front.html.j2": ("cover", "control", "contents"),
    **{f"{name}.html.j2": ("analysis",) for name in ("m1_selection", "m2_swot", "m3_themes", "m4_concepts")},
    "m5_programmes.html.j2": ("analysis",),
}
NO_LABELS = {
    "SHA": "SHA-256 is called so everywhere",
    **dict.fromkeys(("city", "own", "year"), "classes of the style sheet"),
    **dict.fromkeys(("start", "end"), "where a text of a drawing is anchored"),
    **dict.fromkeys(("deviations", "sources"), "names of sections in anchors"),
    **dict.fromkeys(("table", "figure"), "kinds of captions"),
    "en": "the language of a document that names none",
}
LETTERS = re.compile(r"[^\W\d_]{2,}")
SPEAKING = re.compile(r"\b(?:alt|title|aria-label)=\"([^\"]*)\"")
TECHNICAL = {"id", "next", "pointer", "narrative", "figures", "page_of", "replace", "selectattr", "map", "sort"}


class Templates:
    """The shipped templates, parsed."""

    def __init__(self) -> None:
        self.trees: dict[str, nodes.Template] = {}
        environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
        for path in sorted(shipped.templates().glob("*.j2")):
            self.trees[path.name] = environment.parse(path.read_text(encoding="utf-8"))

    def reached(self) -> Iterator[tuple[str, str, nodes.Node]]:
        """Each macro that a local report may print, and each setting that such a macro names, once."""
        known: set[tuple[str, str]] = set()
        waiting = [(template, name) for template, macros in ENTRIES.items() for name in macros]
        while waiting:
            template, name = waiting.pop()
            found = self._found(template).get(name)
            if found is None or (template, name) in known:
                continue
            known.add((template, name))
            yield template, name, found
            imported = {each.target: each.template.value for each in self.trees[template].find_all(nodes.Import)}
            waiting += [(template, each.name) for each in found.find_all(nodes.Name)]
            for each in found.find_all(nodes.Getattr):
                if isinstance(each.node, nodes.Name) and each.node.name in imported:
                    waiting.append((imported[each.node.name], each.attr))

    def _found(self, template: str) -> Mapping[str, nodes.Node]:
        tree = self.trees[template]
        sets = {each.target.name: each for each in tree.body if isinstance(each, nodes.Assign)}
        return {**sets, **{each.name: each for each in tree.find_all(nodes.Macro)}}


def typed(node: nodes.Node) -> Iterator[str]:
    """The words that a template itself prints there: its text, and constants that are no names of things."""
    text = "".join(each.data if isinstance(each, nodes.TemplateData) else "\0" for each in printed(node))
    text = re.sub(r"(?s)<style>.*?</style>", "", text)
    yield from SPEAKING.findall(text)
    yield re.sub(r"<[^>]*>|&\w+;", " ", text)
    yield from constants(node)


def printed(node: nodes.Node) -> Iterator[nodes.Node]:
    for output in node.find_all(nodes.Output):
        yield from output.nodes


def constants(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(text)):
            yield text
        case nodes.Call(node=nodes.Name(name="_" | "pgettext"), kwargs=values):
            for each in values:
                yield from constants(each)
        case nodes.Call(node=nodes.Getattr(attr=name)) | nodes.Call(node=nodes.Name(name=name)) if name in TECHNICAL:
            return
        case nodes.Filter(name=name, node=held) if name in TECHNICAL:
            yield from constants(held)
        case nodes.Getitem(node=held):
            yield from constants(held)
        case nodes.Compare() | nodes.Test():
            return
        case nodes.Pair(value=value):
            yield from constants(value)
        case _:
            for each in node.iter_child_nodes():
                yield from constants(each)


def test_a_template_of_local_reports_prints_no_words_but_labels() -> None:
    reached = list(Templates().reached())
    assert {("macros.html.j2", "opener"), ("m3_themes.html.j2", "terms"), ("m3_themes.html.j2", "answers")} <= {
        (template, name) for template, name, _ in reached
    }
    words = [
        (template, name, word)
        for template, name, node in reached
        for text in typed(node)
        for word in LETTERS.findall(text)
    ]
    assert [found for found in words if found[2] not in NO_LABELS] == []
    assert {word for *_, word in words} >= {*NO_LABELS}


# -- pages in a language that nobody speaks

CITIES = "Riga", "Oslo", "Malmö"  # in headings that are listed in other words, which are in one language
FOREIGN = "cy"  # dates and numbers of Babel; the labels are the English ones between brackets
FULLER = """
history:
  - {version: 1.0, date: 2005-06-10, reason: Handed in, by: City of Riga}
deviations: Ports were described later than planned.
"""


@pytest.fixture(scope="module")
def pages(given_whole: Mapping[str, str], templates: Mapping[str, bytes]) -> Mapping[str, str]:
    """The documents of all local reports of the given project, by name."""
    known = read_po(BytesIO(templates["templates/locale/de/LC_MESSAGES/wp3reports.po"]))
    labels = Catalog(locale=FOREIGN)
    for message in known:
        if message.id:
            labels.add(message.id, f"⟦{message.id}⟧", context=message.context)
    stream = BytesIO()
    write_po(stream, labels)
    own = {f"templates/locale/{FOREIGN}/LC_MESSAGES/wp3reports.po": stream.getvalue()}
    inputs = {path: (text + FULLER * ("/riga" in path)).encode() for path, text in given_whole.items()}
    made = compile_reports(Snapshot({**templates, **own, **inputs}), date(2007, 12, 14), editions=Editions(FOREIGN))
    assert [each.code for each in made.diagnostics if each.code == "template-fault"] == []
    volumes = [volume for volume in made.volumes if volume.name.endswith(f".{FOREIGN}")]
    assert len(volumes) > 10
    return {placed.part.name: placed.part.html for volume in volumes for placed in volume.placements}


def spoken(document: str) -> Iterator[tuple[str, str]]:
    """Each text of a document with the language that is told of it; addresses and code are in none."""
    for element in lxml_html.document_fromstring(document).iter("*"):
        for holder, text in ((element, element.text), (element.getparent(), element.tail)):
            if text and holder is not None and holder.tag not in {"style", "code"}:
                yield holder.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"), text


def outside(text: str) -> str:
    """What stands in no brackets. A label may hold another one, and a text of others, which parts it."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return re.sub(r"(?s)⟦.*$|^.*⟧", "", text)


def test_what_is_in_the_language_of_the_page_is_a_label_a_date_or_a_country(pages: Mapping[str, str]) -> None:
    locale = Locale.parse(FOREIGN)
    known = {*locale.months["format"]["wide"].values(), *map(str, locale.territories.values()), *CITIES}
    for name, page in pages.items():
        for language, text in spoken(LATE.sub("", page)):
            bare = outside(text)
            if language == FOREIGN and bare.strip() not in known:
                assert not {*LETTERS.findall(bare)} - known, (name, text)


def test_what_is_in_another_language_is_no_label(pages: Mapping[str, str]) -> None:
    for name, page in pages.items():
        assert f'<html lang="{FOREIGN}">' in page
        for language, text in spoken(page):
            assert language == FOREIGN or "⟦" not in text, (name, text)
