"""Files put into a volume with relation, description and date.

A file is listed twice, as PDF/A-3 asks: by its name for readers, and in /AF for its relation to the document.
"""

import zlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from hashlib import md5
from typing import Any

import pydyf

from wp3reports.pdf.objects import EFFORT, Objects
from wp3reports.pdf.syntax import content, string
from wp3reports.provenance import Attachment

_KEPT = 256  # packed files: the same hand-ins lie in many volumes


def attach(objects: Objects, files: Iterable[Attachment], issued: date) -> dict[bytes, bytes]:
    """References to the specifications of files by their names, which are sorted; ValueError when two have one name."""
    when = string(f"D:{issued:%Y%m%d}000000Z")
    found: dict[bytes, bytes] = {}
    for file in files:
        name = string(file.name)
        if name in found:
            raise ValueError(f'two attachments of the volume are called "{file.name}"')
        packed, check = _packed(file.data)
        stream = objects.add_stored(packed, _told(file, check, when))
        specification = {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "Desc": string(file.description),
            "AFRelationship": f"/{file.relation.value}",
            "EF": pydyf.Dictionary({"F": stream, "UF": stream}),
        }
        found[name] = objects.add(pydyf.Dictionary(specification))
    return {name: found[name] for name in sorted(found, key=content)}


def _told(file: Attachment, check: str, when: bytes) -> dict[str, Any]:
    """What the stream says of the file in it."""
    params = {"Size": len(file.data), "CreationDate": when, "ModDate": when, "CheckSum": f"<{check}>"}
    kind = pydyf.name(file.media)
    return {"Type": "/EmbeddedFile", "Subtype": kind, "Params": pydyf.Dictionary(params), "Filter": "/FlateDecode"}


@lru_cache(maxsize=_KEPT)
def _packed(data: bytes) -> tuple[bytes, str]:
    """A file as it is stored, and the MD5 by which it is checked."""
    return zlib.compress(data, EFFORT), md5(data, usedforsecurity=False).hexdigest()
