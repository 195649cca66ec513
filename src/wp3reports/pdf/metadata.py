"""Who made the volume and when: document information, and XMP, which says the same and more."""

from functools import cache
from importlib.metadata import version

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from wp3reports.pdf.xmp import CREATOR, xmp
from wp3reports.volume import Volume


def describe(pdf: pikepdf.Pdf, volume: Volume, *, draft: bool) -> None:
    """Write the volume's metadata into the document and its catalog."""
    when = String(f"D:{volume.issued:%Y%m%d}000000Z")
    entries = {
        "Title": volume.title,
        "Author": volume.author,
        "Subject": volume.subject,
        "Keywords": ", ".join(volume.keywords),
        "Creator": CREATOR,
        "Producer": _producer(),
    }
    for key, text in entries.items():
        if text:
            pdf.docinfo[f"/{key}"] = String(text)
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = when
    pdf.Root.Lang = String(volume.language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = Stream(pdf, xmp(volume, _producer(), draft=draft), Type=Name.Metadata, Subtype=Name.XML)


def keep_output_intent(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Take over from a part in which colours the document speaks: sRGB."""
    intents = []
    for intent in source.Root.OutputIntents.as_list():
        kept = Dictionary({key: value for key, value in intent.items() if key != "/DestOutputProfile"})
        kept.DestOutputProfile = pdf.copy_foreign(intent.DestOutputProfile)
        intents.append(kept)
    pdf.Root.OutputIntents = Array(intents)


@cache
def _producer() -> str:
    return f"WeasyPrint {version('weasyprint')}, pikepdf {version('pikepdf')}"
