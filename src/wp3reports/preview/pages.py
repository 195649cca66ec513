"""A volume as its pages: a picture of each, the PDF that they are pictures of, and what stands where on them."""

import json
from functools import partial
from hashlib import sha256
from typing import Any

from wp3reports.model import Partner
from wp3reports.preview.pictures import WIDTHS, Heading, looks, outline, picture
from wp3reports.preview.site import JSON, PDF, PNG, Content, Make, Table, at_hand

Told = dict[str, Any]


def pages(name: str, pdf: bytes, map_: bytes, partners: tuple[Partner, ...] = ()) -> tuple[Told, Table]:
    """What a browser is told of the pages of a volume, and what stands at the addresses in it.

    `own` has the first and the last page of each partner's part in a merged report, counted from 0.
    """
    known, headings = json.loads(map_), outline(pdf)
    kept = f"/kept/{sha256(map_).hexdigest()[:20]}/map.json"
    table: dict[str, Make] = {
        f"/{name}.pdf": at_hand(Content(pdf, PDF)),
        kept: at_hand(Content(map_, JSON)),
    }
    sheets = []
    for index, (look, sheet) in enumerate(zip(looks(pdf), known["pages"], strict=True)):
        sheets.append({"look": look, "label": sheet["label"], "width": sheet["width"], "height": sheet["height"]})
        for width in WIDTHS:
            table.setdefault(f"/page/{look}/{width}.png", partial(_drawn, pdf, index, width))
    told: Told = {
        "pdf": f"/{name}.pdf",
        "map": kept,
        "widths": WIDTHS,
        "sheets": sheets,
        "outline": [heading._asdict() for heading in headings],
        "own": _own(name, known, headings, len(sheets), partners),
    }
    return told, table


def _drawn(pdf: bytes, index: int, width: int) -> Content:
    return Content(picture(pdf, index, width), PNG)


def _own(
    name: str, known: Told, headings: tuple[Heading, ...], count: int, partners: tuple[Partner, ...]
) -> dict[str, tuple[int, int]]:
    """Where the part of each partner stands in a merged report: from its heading to the next one of that weight."""
    if not name.startswith("milestone/"):
        return {}
    starts = {each["name"]: each["page"] - 1 for each in known["destinations"]}
    lead = name.removeprefix("milestone/").partition("_")[0]
    found = {}
    for partner in partners:
        first = starts.get(f"{lead}-{partner.id}")
        if first is not None:
            level = min((each.level for each in headings if each.page == first), default=0)
            after = (each.page for each in headings if each.page > first and each.level <= level)
            found[partner.id] = first, next(after, count) - 1
    return found
