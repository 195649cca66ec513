"""Declarations with `var()`: the engine parses them anew for each property of each style that they set.

What comes of it follows from the tokens that stand for the variables, and those are the style sheet's own as a rule.
"""

from typing import Any

from weasyprint.css.tokens import Pending

MOST = 64  # results that are kept of a declaration; a variable with so many values is one of single elements
_solve = Pending.solve


def solve(self: Any, tokens: Any, wanted_key: str, base_url: str) -> Any:
    """What `Pending.solve` gives; an invalid value is not kept, because of it the engine has something to say."""
    kept = vars(self).setdefault("solved", {})
    key = (wanted_key, base_url, *map(id, tokens))
    if key not in kept:
        value = _solve(self, tokens, wanted_key, base_url)
        if len(kept) == MOST:
            kept.clear()
        kept[key] = value, tuple(tokens)  # they have to live as long as what they are known by
    return kept[key][0]
