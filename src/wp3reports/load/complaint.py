"""What the schema finds wrong with a file, as findings in plain words at the place that is meant.

pydantic's messages speak to programmers; partners get ours, chosen by the error's type and never by its text.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.load.schema import choices_at, example, record_at
from wp3reports.model import Path, Record, did_you_mean, nearest
from wp3reports.source import Source
from wp3reports.source.characters import code
from wp3reports.source.text import shown

MAX_SHOWN = 20
_LIST = "a list is wanted here: one entry a line, each after a hyphen and a blank"
_GROUP = "a group of keys is wanted here, one `key: value` a line"
_TEXT = "plain text is wanted here, not a list or a group of keys"
_SHAPES = {"tuple_type": _LIST, "model_type": _GROUP}


def complaints(wrong: ValidationError, kind: type[Record], source: Source) -> Iterator[Diagnostic]:
    """One finding for each thing that does not fit `kind`, at its place in the source; after the first few a count."""
    details = [each for each in wrong.errors(include_url=False) if not _is_misspelt(each, wrong)]
    for detail in details[:MAX_SHOWN]:
        yield _complaint(detail, kind, source)
    if len(details) > MAX_SHOWN:
        yield error(
            "more-findings",
            source.at(),
            f"{len(details) - MAX_SHOWN:,} more things in this file do not fit",
            help="mend the first ones and check again; most often one mistake causes many",
        )
