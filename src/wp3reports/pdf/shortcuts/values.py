"""Values of properties that no rule sets: four in five of all that the engine computes.

Such a value is the parent's or the initial one, unless the property is one of the few that follow rules of their own.
"""

from typing import Any, NamedTuple

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

OWN_RULES = ("position", "float", "display")
HANDED_DOWN = ("page", "text_decoration_")  # no inheritance by name, but it comes to that where no rule sets them


class _Plain(NamedTuple):
    """A property that is inherited, or else has its initial value, unless it or one of its `aliases` is set."""

    is_inherited: bool
    initial: Any
    aliases: tuple[str, ...]  # its names by the direction of the text, such as `margin_inline_start`


def _plain() -> dict[str, _Plain]:
    """The properties without rules of their own, by name."""
    found: dict[str, _Plain] = {}
    for name, initial in INITIAL_VALUES.items():
        is_inherited = name in INHERITED or name.startswith(HANDED_DOWN)
        if name.startswith(OWN_RULES) or not (is_inherited or _is_ready(name, initial)):
            continue
        alias = PHYSICAL_FUNCTIONS.get(name)
        directions = ("ltr", "rtl") if alias else ()
        found[name] = _Plain(is_inherited, initial, tuple({alias(block="ttb", inline=each) for each in directions}))
    return found


def _is_ready(name: str, initial: Any) -> bool:
    """Whether the initial value needs no computing."""
    return name not in INITIAL_NOT_COMPUTED and not check_math(initial)


PLAIN = _plain()
_missing = ComputedStyle.__missing__


def missing(self: Any, key: str) -> Any:
    """What `ComputedStyle.__missing__` gives, and keeps, for a property that is asked for the first time."""
    plain, cascaded, parent = PLAIN.get(key), self.cascaded, self.parent_style
    if plain is None or parent is None or key in cascaded:
        return _missing(self, key)
    for alias in plain.aliases:
        if alias in cascaded:
            return _missing(self, key)
    value = parent[key] if plain.is_inherited else plain.initial
    if type(value) is not str and check_math(value):
        return _missing(self, key)
    self[key] = value
    return value
