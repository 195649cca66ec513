"""The volumes of a compilation as whole HTML documents, with the files that they refer to beside them.

The same text, tables, pictures and style sheet as in the parts. Page numbers are missing in contents and lists: they
are known to nobody before the pages are made.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from wp3reports.pdf.typefaces import truetype
from wp3reports.volume import LATE, Volume

_BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
_FACE = re.compile(rb"url\(asset:/static/fonts/([^.)]+)[^)]*\)")  # unpacked ones: nobody shall wait for that
_PAGE = '<section style="break-before: page">{}</section>'
_WHOLE = """<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><title>{}</title><link rel="stylesheet" href="static/report.css"></head>
<body>{}</body></html>
"""


def slug(name: str) -> str:
    """A volume's name as that of a file."""
    return name.replace("/", "_")


def whole(volume: Volume) -> str:
    """The volume in one document, part after part."""
    bodies = (_BODY.search(placed.part.html) for placed in volume.placements)
    text = "".join(_PAGE.format(body[1]) for body in bodies if body)
    text = LATE.sub("–", text).replace('href="volume:', 'href="#').replace("asset:/", "")
    return _WHOLE.format(volume.language, escape(volume.title), text)


def write_documents(volumes: Iterable[Volume], folder: Path) -> None:
    """`<slug>.html` for each volume, their style sheet and pictures, and the fonts unpacked in `fonts/`."""
    for volume in volumes:
        (folder / f"{slug(volume.name)}.html").write_text(whole(volume), encoding="utf-8")
        for placed in volume.placements:
            for name, data in placed.part.assets.items():
                _write_asset(folder, name, data)


def _write_asset(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_FACE.sub(rb"url(../fonts/\1.ttf)", data) if name.endswith(".css") else data)
    if name.endswith(".woff2"):
        fonts = folder / "fonts"
        fonts.mkdir(exist_ok=True)
        (fonts / f"{Path(name).name.partition('.')[0]}.ttf").write_bytes(truetype(data))
