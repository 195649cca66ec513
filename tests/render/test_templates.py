"""The shipped templates and their style sheet: nothing unescaped, nothing that the engine or the binder cannot bear."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

import pytest
from jinja2 import Environment, nodes
from jinja2.runtime import Macro
from lxml import html as lxml_html
from PIL import Image

from wp3reports import pipeline
from wp3reports.model import Address, Dossier, Logo, Markdown, Record, Text
from wp3reports.pipeline import Compilation
from wp3reports.render import page
from wp3reports.snapshot import Snapshot
from wp3reports.standing import survey

CANARY = """<i class=x onclick="y">'&{{ 7 * 7 }}{% x %}"""
BAIT = Markdown(f"{CANARY}\n\n[a](javascript:x) ![b](c)[^1] `{CANARY}`\n\n| {CANARY} |\n|---|\n| b |\n\n[^1]: {CANARY}")
MACROS, CROWDED = "templates/macros.html.j2", ("set across = 12", "set across = 1")  # as if there were many partners
ADDRESS = """https://example.org/'"><i class=x>"""
RIGA, OSLO = "inputs/m1_selection/riga.yaml", "inputs/m2_swot/oslo.yaml"
FULL = """
history: [{version: 1.0, date: 2005-06-10, reason: Handed in, by: City}]
deviations: None
figures:
  - {file: a.png, caption: A, alt: B, source: riga-2006}
  - {file: a.png, caption: A, alt: B, cluster: ict}
"""
Compile = Callable[..., Compilation]
Read = Callable[[Mapping[str, str]], Dossier]


@pytest.fixture(scope="module")
def sources(templates: Mapping[str, bytes]) -> Mapping[str, str]:
    found = {path: data.decode() for path, data in templates.items() if path.endswith(".j2")}
    assert len(found) >= 7
    return found


@pytest.fixture(scope="module")
def styles(templates: Mapping[str, bytes], sources: Mapping[str, str]) -> Mapping[str, str]:
    inline = {
        f"{path}: <style>": css
        for path, text in sources.items()
        for css in re.findall(r"(?s)<style>(.*?)</style>", text)
    }
    printed = (path for path in templates if path.endswith(".css") and not path.startswith("templates/preview/"))
    return {path: templates[path].decode() for path in printed} | inline


def hostile(value: Any) -> Any:
    """The record with the canary in every field that takes a partner's words."""
    if not isinstance(value, Record):
        return value
    return value.model_copy(update=dict(_changes(value)))


def _changes(record: Record) -> Iterator[tuple[str, Any]]:
    for name, field in type(record).model_fields.items():
        held = getattr(record, name)
        match field.annotation, field.metadata, held:
            case _, _, Markdown():
                yield name, BAIT
            case _, [*kind], str() if held and kind == list(Text.__metadata__):
                yield name, CANARY
            case _, [*kind], str() if kind == list(Address.__metadata__):
                yield name, ADDRESS
            case annotation, _, tuple():
                is_text = Text in get_args(annotation)
                yield name, tuple(CANARY if is_text else hostile(each) for each in held)
            case _, _, Record():
                yield name, hostile(held)


@pytest.fixture(scope="module")
def hostile_dossier(given_whole: Mapping[str, str], dossier_of: Read) -> Dossier:
    """The given project with a fuller hand-in of Riga, without one hand-in of Oslo, and the canary everywhere."""
    files = {path: text for path, text in given_whole.items() if path != OSLO}
    dossier = dossier_of({**files, RIGA: given_whole[RIGA] + FULL})
    return replace(
        dossier,
        project=hostile(dossier.project).model_copy(
            update={
                "logos": (Logo(file=CANARY, alt=CANARY),),
                "milestones": tuple(
                    each.model_copy(update={"title": CANARY, "deliverable": CANARY})
                    for each in dossier.project.milestones
                ),
                "events": tuple(
                    hostile(each).model_copy(update={"milestone": each.milestone}) for each in dossier.project.events
                ),
            }
        ),
        partners=tuple(hostile(each).model_copy(update={"language": "lv"}) for each in dossier.partners),
        deliveries=tuple(replace(each, submission=hostile(each.submission)) for each in dossier.deliveries),
    )


@pytest.fixture(scope="module")
def pages(
    hostile_dossier: Dossier, compiled: Compile, sources: Mapping[str, str], templates: Mapping[str, bytes]
) -> list[str]:
    """All documents that is made of it; makes sure that every macro was at work."""
    stream = io.BytesIO()
    Image.new("L", (4, 4)).save(stream, "PNG")
    picture, used = stream.getvalue(), set[tuple[str, str]]()
    call = Macro.__call__

    def noted(macro: Macro, *arguments: Any, **named: Any) -> str:
        used.add((macro._func.__code__.co_filename, macro.name))  # noqa: SLF001 - where it stands
        return call(macro, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", lambda _snapshot, _issued: (hostile_dossier, ()))
        patch.setattr(Macro, "__call__", noted)
        pictures = {f"inputs/m1_selection/{CANARY}": picture, f"inputs/{CANARY}": picture}
        compilation, crowded = compiled(pictures), compiled({**pictures, MACROS: sources[MACROS].replace(*CROWDED)})
        matrix = survey(hostile_dossier, compilation.diagnostics)
        status, _ = page(matrix, {CANARY: CANARY}, Snapshot(templates))
    made = (compilation, crowded)
    assert [found for each in made for found in each.diagnostics if found.code == "template-fault"] == []
    there = {
        (path, macro.name)
        for path, text in sources.items()
        if path != "templates/status.html.j2"  # no part of a report; `status` has tests of its own
        for macro in Environment(autoescape=True).parse(text).find_all(nodes.Macro)
    }
    assert len(there) > 40
    assert there - used == set()
    volumes = [volume for each in made for volume in each.volumes]
    return [status, *{placed.part.html: None for volume in volumes for placed in volume.placements}]


def test_no_text_of_a_partner_becomes_markup_in_any_macro(pages: list[str]) -> None:
    whole = "\n".join(pages)
    assert whole.count("<img") >= 3
    assert "<i class" not in whole
    assert whole.count("&lt;i class=x") > 500
    assert whole.count("{{ 7 * 7 }}{% x %}") > 500


def test_every_attribute_and_address_is_one_of_ours(pages: list[str]) -> None:
    found = [
        (str(name), str(value))
        for page in pages
        for element in lxml_html.document_fromstring(page).iter()
        for name, value in element.attrib.items()
    ]
    assert len(found) > 1000
    for name, value in found:
        assert not name.startswith("on")
        assert name not in {"href", "src"} or re.match(r"https?://|mailto:|#|volume:|asset:/", value), value


@pytest.mark.parametrize(
    "pattern",
    [
        r"\|\s*safe\b",
        r"\bMarkup\b",
        r"\bautoescape\b",
        r"=\s*\{\{",
        r"=\s*\{%",
        r"<script",
        r"\son\w+\s*=",
        r"javascript:",
        r"style\s*=",
        r"\{\{[^}]*\b(?:_(?!\()|__\w+__)\b",
        r"(?s)<style>[^<]*\{[{%]",
        r"(?<![-\w])(?:href|src)=\"\{\{(?! (?:reference\.url|address) \}\}\")",
        r"https?://(?!www\.w3\.org/2000/svg)",
    ],
)
def test_the_templates_have_no(pattern: str, sources: Mapping[str, str]) -> None:
    for path, text in sources.items():
        code = re.sub(r"(?s)\{#.*?#\}", "", text)
        found = re.search(pattern, code)
        assert found is None, f"{path}:{code[: found.start()].count(chr(10)) + 1}: {found[0]}"


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bopacity\b",
        r"display\s*:\s*(?:inline-)?(?:grid|flex)",
        r":first\b(?!-)",
        r"counter\(\s*pages?\b",
        r"target-(?:counter|text)",
        r"@import",
        r"\bmask\b|\bfilter\s*:|mix-blend",
        r"url\((?!asset:/static/)",
        r"column-count|columns\s*:",
    ],
)
def test_the_style_sheet_has_no(pattern: str, styles: Mapping[str, str]) -> None:
    assert styles
    for path, css in styles.items():
        bare = re.sub(r"(?s)/\*.*?\*/", "", css)
        found = re.search(pattern, bare)
        assert found is None, f"{path}: {found[0]}"


def test_every_font_of_the_style_sheet_is_shipped(styles: Mapping[str, str], templates: Mapping[str, bytes]) -> None:
    named = {name for css in styles.values() for name in re.findall(r"url\(asset:/(static/[^)]+)\)", css)}
    assert len(named) >= 5
    assert {f"templates/{name}" for name in named} == {path for path in templates if path.endswith(".woff2")}
