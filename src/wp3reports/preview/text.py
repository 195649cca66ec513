"""A volume as running text: the HTML of its parts with addresses that a browser can follow.

No pages, so it is fast; and no front matter, which only pages have.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from wp3reports.preview.drawings import lifted
from wp3reports.preview.site import CSS, FONT, HTML, JPEG, PNG, Content, Make, Table, at_hand
from wp3reports.volume import LATE, Numbering, Part, Volume

SHEET = "static/report.css"
_FACE = re.compile(r"@font-face\s*{[^}]*}\s*")
_ALIGNED = re.compile(r' style="text-align:(left|center|right)"')  # of cells in tables that a partner wrote
_MEDIA = {".css": CSS, ".woff2": FONT, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG}

Told = dict[str, object]


def text(volume: Volume) -> tuple[Told, Table]:
    """What a browser is told of the volume, and what stands at the addresses in it: each is that of one content."""
    table: dict[str, Make] = {}

    def shelve(name: str, body: bytes, media: str) -> str:
        address = f"/kept/{hashlib.sha256(body).hexdigest()[:20]}/{quote(name)}"
        table[address] = at_hand(Content(body, media))
        return address

    assets = volume.placements[0].part.assets
    moved = {f"asset:/{quote(name)}": shelve(name, data, media) for name, data, media in _served(volume)}
    faces, rules = _parted(assets[SHEET].decode(), moved) if SHEET in assets else ("", "")
    parts, drawn = [], dict[str, str]()
    for part in (placed.part for placed in volume.placements if placed.numbering is Numbering.ARABIC):
        html, styles = lifted(_shown(part, moved))
        drawn |= styles
        parts.append({"name": part.name, "address": shelve(f"{part.name}.html", html.encode(), HTML)})
    told: Told = {
        "title": volume.title,
        "faces": shelve("faces.css", faces.encode(), CSS),
        "sheet": shelve("report.css", rules.encode(), CSS),
        "drawings": shelve("drawings.css", "".join(drawn.values()).encode(), CSS),
        "parts": parts,
    }
    return told, table


def _served(volume: Volume) -> Iterator[tuple[str, bytes, str]]:
    """The files that the parts may fetch, of kinds that a browser is given."""
    files = {name: data for placed in volume.placements for name, data in placed.part.assets.items()}
    for name, data in files.items():
        media = _MEDIA.get(PurePosixPath(name).suffix)
        if media and name != SHEET:
            yield name, data, media


def _parted(sheet: str, moved: dict[str, str]) -> tuple[str, str]:
    """The faces, which hold for a whole page, and the rules, which shall hold for the report in it only."""
    for address, served in moved.items():
        sheet = sheet.replace(address, served)
    return "".join(_FACE.findall(sheet)), _FACE.sub("", sheet).replace(":root", ":host")


def _shown(part: Part, moved: dict[str, str]) -> str:
    """The part's body: files at their addresses here, links to other parts within the page, pages not known yet."""
    html = part.html[max(part.html.find("<body"), 0) :].replace('="volume:', '="#')
    for address, served in moved.items():
        html = html.replace(f'"{address}"', f'"{served}"')
    return LATE.sub("…", _ALIGNED.sub(r' data-align="\1"', html))
