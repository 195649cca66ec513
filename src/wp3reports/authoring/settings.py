"""The settings of an editor: which schema is for which file, added to what the user has set."""

import json
import re
from collections.abc import Iterable

from wp3reports.authoring.catalogue import SCHEMAS, Sheet

SETTINGS_FILE = ".vscode/settings.json"
_KEY = "yaml.schemas"


class NotJsonError(ValueError):
    """The settings cannot be read as plain JSON, as with comments in them; writing them anew would lose something."""


def mapping(sheets: Iterable[Sheet]) -> dict[str, str]:
    """The files of the project by their schemas, as `yaml.schemas` wants them."""
    return {f"./{SCHEMAS}/{sheet.path}": sheet.describes for sheet in sheets if sheet.describes}


def settings(before: str, sheets: Iterable[Sheet]) -> str:
    """The settings with the mapping in them; everything else stays as it is. NotJsonError when that cannot be."""
    try:
        kept = json.loads(before) if before.strip() else {}
    except ValueError:
        raise NotJsonError from None
    if not isinstance(kept, dict) or not isinstance(kept.get(_KEY, {}), dict):
        raise NotJsonError
    merged = {**kept.get(_KEY, {}), **mapping(sheets)}
    if kept.get(_KEY) == merged:
        return before
    indent = re.search(r'\n([ \t]+)"', before)
    return json.dumps({**kept, _KEY: merged}, indent=indent[1] if indent else 2, ensure_ascii=False) + "\n"
