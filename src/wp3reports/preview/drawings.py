"""The styles that drawings bring along, taken out: a page whose policy allows none inside it gets a sheet of them."""

import re
from hashlib import sha256

_STYLED = re.compile(r"<svg\b([^>]*)>((?:(?!</svg>).)*?)<style>([^<]*)</style>", re.DOTALL)


def lifted(html: str) -> tuple[str, dict[str, str]]:
    """The HTML without the styles in its drawings, and rules that hold for each alone, by the name it now bears."""
    rules: dict[str, str] = {}

    def bare(drawing: re.Match[str]) -> str:
        name = sha256(drawing[3].encode()).hexdigest()[:12]
        rules[name] = f'[data-drawn="{name}"] {{ {drawing[3].strip()} }}\n'
        return f'<svg{drawing[1]} data-drawn="{name}">{drawing[2]}'

    return _STYLED.sub(bare, html), rules
