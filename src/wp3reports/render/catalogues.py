"""Catalogues of labels by language, as gettext has them: read from the snapshot, never from a disk.

A project's own catalogue takes the place of the shipped one, like any template.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.model import REPORTS
from wp3reports.snapshot import Snapshot

FOLDER = "templates/locale"
_FILE = "LC_MESSAGES/wp3reports.po"


def languages(snapshot: Snapshot) -> tuple[str, ...]:
    """The languages that labels can be printed in: that of the templates first, then those with a catalogue."""
    found = (PurePosixPath(path).relative_to(FOLDER).parts for path, _ in snapshot.under(FOLDER))
    named = (folder.replace("_", "-") for folder, *rest in found if "/".join(rest) == _FILE)
    return (REPORTS, *filter(_is_known, named))


def catalogue(snapshot: Snapshot, language: str) -> tuple[NullTranslations, tuple[Diagnostic, ...]]:
    """What the labels are called in a language; as the templates have them, and a fault, where it cannot be read."""
    path = f"{FOLDER}/{language.replace('-', '_')}/{_FILE}"
    if path not in snapshot.files:
        return NullTranslations(), ()
    try:
        return _read(snapshot.files[path], language), ()
    except (PoFileError, UnicodeDecodeError, ValueError) as wrong:
        remedy = "mend the catalogue, or remove the project's own copy to fall back on the shipped one"
        line = getattr(wrong, "lineno", 0) + 1
        fault = error("template-fault", Span(path, line), f"the catalogue cannot be read: {wrong}", help=remedy)
        return NullTranslations(), (fault,)


def _is_known(language: str) -> bool:
    """Whether dates and numbers of the language are known."""
    try:
        return bool(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


@lru_cache(maxsize=32)
def _read(data: bytes, language: str) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(data), locale=Locale.parse(language, sep="-"), abort_invalid=True))
    compiled.seek(0)
    return Translations(compiled)
