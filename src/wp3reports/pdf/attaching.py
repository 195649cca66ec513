"""Files put into a volume with relation, description and date.

A file is listed twice, as PDF/A-3 asks: by its name for readers, and in /AF for its relation to the document.
"""

from collections.abc import Iterable
from datetime import date

import pikepdf
from pikepdf import Array, AttachedFileSpec, Name

from wp3reports.provenance import Attachment


def attach(pdf: pikepdf.Pdf, files: Iterable[Attachment], issued: date) -> None:
    """Put files into the document; ValueError when two have one name."""
    when = f"D:{issued:%Y%m%d}000000Z"
    for file in files:
        if file.name in pdf.attachments:
            raise ValueError(f'two attachments of the volume are called "{file.name}"')
        told = {"description": file.description, "filename": file.name, "mime_type": file.media}
        spec = AttachedFileSpec(pdf, file.data, **told, creation_date=when, mod_date=when)
        spec.relationship = Name(f"/{file.relation.value}")
        pdf.attachments[file.name] = spec
    pdf.Root.AF = Array([pdf.attachments[name].obj for name in pdf.attachments])
