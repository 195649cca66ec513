"""The bytes that travel: a line of JSON, then bytes. Both sides are strangers, so nothing here trusts a form."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from wp3reports.volume import Part

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.model import Limits


class Order(NamedTuple):
    """A part to lay out, without its assets."""

    name: str
    html: str
    limits: "Limits"


class Answer(NamedTuple):
    """What came of it: the stored form of its pages and the engine that made them, or why there are none."""

    data: bytes
    engine: str
    refusal: str = ""


def of_part(part: Part, limits: "Limits") -> bytes:
    """The order to lay out a part."""
    return _framed({"name": part.name, "limits": limits.model_dump()}, part.html.encode("utf-8", "surrogatepass"))


def read_part(data: bytes) -> Order:
    """The order back; ValueError when it is none."""
    from wp3reports.model import Limits  # noqa: PLC0415 - see above

    header, html = _opened(data)
    try:
        return Order(str(header["name"]), html.decode("utf-8", "surrogatepass"), Limits(**header["limits"]))
    except (KeyError, TypeError) as wrong:
        raise ValueError(f"no order: {wrong}") from None


def of_assets(assets: Mapping[str, bytes]) -> bytes:
    """The files that a part may fetch; the same ones give the same bytes."""
    files = sorted(assets.items())
    return _framed({"files": [(name, len(data)) for name, data in files]}, b"".join(data for _, data in files))


def read_assets(data: bytes) -> dict[str, bytes]:
    """The files back; ValueError when they are none."""
    header, body = _opened(data)
    assets, start = {}, 0
    try:
        for name, size in header["files"]:
            assets[str(name)] = body[start : start + size]
            start += size
    except (KeyError, TypeError) as wrong:
        raise ValueError(f"no assets: {wrong}") from None
    return assets


def of_answer(answer: Answer) -> bytes:
    """What a worker sends back."""
    return _framed({"engine": answer.engine, "refusal": answer.refusal}, answer.data)


def read_answer(data: bytes) -> Answer:
    """The answer, whose bytes are as they were sent; ValueError when they are not, or when it is none."""
    header, body = _opened(data)
    try:
        return Answer(body, str(header["engine"]), str(header["refusal"]))
    except KeyError as wrong:
        raise ValueError(f"no answer: {wrong}") from None


def _framed(header: dict[str, Any], body: bytes) -> bytes:
    line = json.dumps({**header, "sha256": hashlib.sha256(body).hexdigest()}).encode("ascii")
    return line + b"\n" + body


def _opened(data: bytes) -> tuple[dict[str, Any], bytes]:
    line, _, body = data.partition(b"\n")
    header = json.loads(line)
    if not isinstance(header, dict) or header.get("sha256") != hashlib.sha256(body).hexdigest():
        raise ValueError("the bytes are not those that were sent")
    return header, body
