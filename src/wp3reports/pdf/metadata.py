"""Who made the volume and when: document information, and XMP, which says the same and more."""

from functools import cache
from importlib.metadata import version

import pydyf

from wp3reports.pdf.syntax import string
from wp3reports.pdf.xmp import CREATOR
from wp3reports.volume import Volume


def information(volume: Volume) -> pydyf.Dictionary:
    """What the document says of itself, as readers list it."""
    when = f"D:{volume.issued:%Y%m%d}000000Z"
    entries = {
        "Title": volume.title,
        "Author": volume.author,
        "Subject": volume.subject,
        "Keywords": ", ".join(volume.keywords),
        "Creator": CREATOR,
        "Producer": producer(),
        "CreationDate": when,
        "ModDate": when,
    }
    return pydyf.Dictionary({key: string(text) for key, text in entries.items() if text})


@cache
def producer() -> str:
    """By what the pages were laid out, and the file written."""
    return f"WeasyPrint {version('weasyprint')}, pydyf {version('pydyf')}"
