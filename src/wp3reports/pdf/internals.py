"""Whether the engine is the one whose inside we know: our tags, our look over the pages, our mended line breaks.

Looks into the engine's source and never imports it, so it answers where Pango is missing, too. With any difference the
engine's public interface has to do: the PDFs keep to the same standards, their tags say less, and nothing on the pages
is judged, and it takes longer. The environment can ask for that last one: WP3_ENGINE=plain.
"""

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

SWITCH, PLAIN = "WP3_ENGINE", "plain"
VERSIONS = {"weasyprint": "70.0", "pydyf": "0.13.0"}
# What is used and is no public interface, as it stands in the source.
LINES = {
    "weasyprint/pdf/__init__.py": (
        "from .tags import add_tags",
        "add_tags(pdf, document, options['pdf_version'], page_streams)",
    ),
    "weasyprint/pdf/tags.py": ("def add_tags(pdf, document, pdf_version, page_streams):",),
    "weasyprint/pdf/anchors.py": ("box.link_annotation = pydyf.Dictionary({",),
    "weasyprint/pdf/stream.py": (
        "def marked(self, box, tag):",
        "mcid = len(self._tags)",
        "self._tags[box] = {'tag': tag, 'mcid': mcid}",
    ),
    "weasyprint/document.py": ("self._page_box = page_box", "self.height = page_box.margin_height()"),
    "weasyprint/anchors.py": ("def rectangle_aabb(matrix, pos_x, pos_y, width, height):",),
    "weasyprint/css/__init__.py": (
        "def __missing__(self, key):\n        if key == 'float':",
        "value, weight = self.cascaded[key]",
        "if key in INHERITED or key[:2] == '__':",
        "logical_key = logical_function(block='ttb', inline=self['direction'])",
    ),
    "weasyprint/css/tokens.py": ("def solve(self, tokens, wanted_key, base_url):",),
    "weasyprint/layout/percent.py": (
        "def resolve_percentages(box, containing_block):",
        "def adjust_box_sizing(box, axis):",
    ),
    "weasyprint/pdf/fonts.py": ("ffi.new(f'hb_codepoint_t[{len(to_unicode)}]', sorted(to_unicode))",),
    "weasyprint/text/line_break.py": (
        "def setup(self, style):",
        "attr = style.font_config.font_features.setdefault(",
        "del self.layout, self.language, self.style",
    ),
    "weasyprint/layout/inline.py": ("can_break_text, character_ratio, create_layout, split_first_line, strut)",),
    "weasyprint/layout/preferred.py": ("from ..text.line_break import can_break_text, split_first_line",),
    "weasyprint/layout/absolute.py": ("class AbsolutePlaceholder:", "object.__setattr__(self, '_box', box)"),
    "weasyprint/formatting_structure/boxes.py": (
        "def __init__(self, element_tag, style, element):",
        "self.children = []",
        "    is_leader = False",
        "    link_annotation = None",
        "    colspan = 1",
        "    rowspan = 1",
        "def content_box_x(self):",
        "def content_box_y(self):",
        "    transformation_matrix = None",
        "def hit_area(self):",
        "def is_in_normal_flow(self):",
        "self.page_type = page_type",
        "class BlockLevelBox(Box):",
        "class TextBox(InlineLevelBox):",
        "class ReplacedBox(Box):",
        "class MarginBox(BlockContainerBox):",
        "self.at_keyword = at_keyword",
    ),
    "weasyprint/formatting_structure/build.py": (
        "{element.tag}::marker",
        "{footnote.element.tag}::footnote-call",
        "{element.tag}::footnote-marker",
    ),
    "pydyf/__init__.py": (
        "self.stream.append(property_list)\n            self.stream.append(b'BDC')",
        "def page_references(self):",
    ),
}


def is_left_alone() -> bool:
    """Whether the engine is to go its own ways where ours lead to the same."""
    return os.environ.get(SWITCH) == PLAIN


@cache
def differences() -> tuple[str, ...]:
    """How the installed engine differs from the one that we know; empty when they are the same."""
    return (*other_versions(), *missing_lines())


def other_versions() -> Iterator[str]:
    """The packages of another version than we know."""
    for package, known in VERSIONS.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            found = "none"
        if found != known:
            yield f"{package} {found} instead of {known}"


def missing_lines() -> Iterator[str]:
    """What is on the list and not in the installed source."""
    for file, lines in LINES.items():
        source = _source(file)
        yield from (f'no "{" ".join(line.split())}" in {file}' for line in lines if line not in source)


def _source(file: str) -> str:
    """The text of an installed module; empty when there is none."""
    package, _, path = file.partition("/")
    found = find_spec(package)  # of the topmost package, so that nothing is imported
    folders = found.submodule_search_locations if found else None
    try:
        return Path(folders[0], path).read_text("utf-8") if folders else ""
    except OSError:
        return ""
