"""Layouts of text: each line is one of Pango's, twice, with a context and a font that are those of its style."""

from typing import Any, NamedTuple

from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import PANGO_DIRECTION, Layout

MEASURES = (
    "language",
    "ascent",
    "underline_position",
    "underline_thickness",  # only where there is a line under or through the text, as the next but one
    "strikethrough_position",
    "strikethrough_thickness",
)
FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_setup = Layout.setup


class _Made(NamedTuple):
    """What the layouts of a style have in common; nothing writes to it when it is made."""

    context: Any
    font: Any
    features: Any | None
    measures: dict[str, Any]


def setup(self: Any, style: Any) -> None:
    """What `Layout.setup` does; from the second layout of a style on with what was made for the first."""
    made: _Made | None = vars(style).get("made")
    if made is None:
        _setup(self, style)
        style.made = _made(self, style)
        return
    vars(self).update(made.measures)
    self.style, self.first_line_direction = style, 0
    self.layout = ffi.gc(pango.pango_layout_new(made.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)  # noqa: FBT003 - a function of C
    pango.pango_layout_set_font_description(self.layout, made.font)
    if made.features is not None:
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, made.features)
        pango.pango_layout_set_attributes(self.layout, attributes)


def _made(layout: Any, style: Any) -> _Made:
    """Once more what the engine has just made for a layout, and keeps out of reach."""
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)  # noqa: FBT003 - a function of C
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    if style["font_language_override"] != "normal" or style["lang"]:
        pango.pango_context_set_language(context, layout.language)
    features = font_features(*map(style.__getitem__, FEATURES))
    name = ",".join(f"{key} {value}" for key, value in features.items()).encode()
    measures = {each: getattr(layout, each) for each in MEASURES if hasattr(layout, each)}
    return _Made(context, get_font_description(style), style.font_config.font_features.get(name), measures)
