"""What is no content of a page, said in its content stream."""

from collections.abc import Mapping
from typing import Any

import pydyf


def mark_artifacts(stream: Any, kinds: Mapping[int, str]) -> None:
    """Turn marked content into artifacts, by its numbers; a kind is written as `/Layout`.

    A stream of pydyf is a list of operators, in which the tag, its properties and `BDC` are one item each.
    """
    if not kinds:
        return
    items = stream.stream
    for index, item in enumerate(items):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in kinds:
            items[index - 1] = b"/Artifact"
            items[index] = pydyf.Dictionary({"Type": kinds[item["MCID"]]})
