"""Which line of which hand-in each thing in a text comes from: `data-src` says what, the sources say where."""

import json
import re
from html import unescape

from wp3reports.pipeline import Compilation
from wp3reports.preview.site import JSON, Content
from wp3reports.volume import Volume

_SOURCED = re.compile(r'\sdata-src="([^"]*#/[^"]*)"')


def lines(compilation: Compilation, volume: Volume) -> Content:
    """The line of each pointer that stands in the volume."""
    found = (unescape(each) for placed in volume.placements for each in _SOURCED.findall(placed.part.html))
    known = {pointer: compilation.place(pointer).line for pointer in dict.fromkeys(found)}
    return Content(json.dumps(known).encode(), JSON)
