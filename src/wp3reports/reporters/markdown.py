"""Text of partners in Markdown that wikis and issues show: read as text, wherever it stands in a line or a cell."""

import re

from wp3reports.reporters.text import printable

_OBEYED = re.compile(r"[\\`*_\[\]<>|~$&]")
_LINKED = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)")  # what makes links of its own where these follow


def quoted(text: str) -> str:
    """The text on one line, with no character that is obeyed and no name or address that becomes a link."""
    return _LINKED.sub("\u200b", _OBEYED.sub(r"\\\g<0>", printable(text)))
