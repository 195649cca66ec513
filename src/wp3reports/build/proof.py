"""What a draft leaves, so that its release can be bound without reading, merging and rendering everything again.

One file beside the manifest, written with each draft and gone with its release. It is never needed, and not believed
unless every byte is as it was written. Merged data lies in the store; all other files inside reports are inputs.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from wp3reports.build.bare import Content, from_json, to_json
from wp3reports.build.orders import Order
from wp3reports.build.origin import Origin
from wp3reports.store import keep_file
from wp3reports.volume import Volume

_HEAD = b'{"digest":"%s","proof":'
_TAIL = b"}\n"
_BODY = len(_HEAD % (b"0" * 64))


class Allowance(NamedTuple):
    """What a process may take, as `wp3reports.model.Limits` has it."""

    seconds: int
    megabytes: int


@dataclass(frozen=True)
class Proof:
    """`asked` is the digest of the request for the draft, `html` that of the HTML files of all its parts.

    `fonts` has the digests of the fonts that stamp pages, by name; `texts` are the keys of what was put into the store.
    """

    asked: str
    allowance: Allowance
    html: str
    fonts: Mapping[str, str]
    texts: tuple[str, ...]
    bare: Mapping[str, Any]  # the volumes as plain data

    def volumes(self, content: Content) -> tuple[Volume, ...]:
        """The volumes, with the names of their parts only."""
        return from_json(self.bare, content)

    def to_bytes(self) -> bytes:
        """The form on the disk."""
        body = json.dumps(vars(self), separators=(",", ":")).encode("ascii")
        return _sealed(body)


def proof_of(
    asked: str, allowance: Allowance, orders: Sequence[Order], html: Mapping[str, bytes], origin: Origin
) -> Proof:
    """The proof of a draft that was bound by these orders; `html` are its parts by name."""
    files = {file.sha256 for order in orders for file in order.volume.provenance.attachments}
    return Proof(
        asked=asked,
        allowance=allowance,
        html=digest_of_html(html.items()),
        fonts={name: hashlib.sha256(data).hexdigest() for name, data in orders[0].fonts.items()},
        texts=tuple(sorted(files.difference(origin.files.values()))),
        bare=to_json([order.volume for order in orders]),
    )


def read_proof(file: Path) -> Proof | None:
    """What the last draft left; None when it left nothing, or when that is damaged."""
    try:
        data = file.read_bytes()
        body = data[_BODY : -len(_TAIL)]
        if data != _sealed(body):
            return None
        content = json.loads(body)
        allowance, texts = Allowance(*content.pop("allowance")), tuple(content.pop("texts"))
        return Proof(**content, allowance=allowance, texts=texts)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep_proof(file: Path, proof: Proof | None) -> None:
    """Leave the proof, or none; OSError when the disk refuses."""
    if proof is None:
        file.unlink(missing_ok=True)
    else:
        keep_file(file, proof.to_bytes())


def digest_of_html(parts: Iterable[tuple[str, bytes]]) -> str:
    """One digest of what parts are laid out from: their names, and their HTML with all page numbers."""
    state = hashlib.sha256()
    for name, html in sorted(parts):
        state.update(f"{name}\0{hashlib.sha256(html).hexdigest()}\n".encode())
    return state.hexdigest()


def _sealed(body: bytes) -> bytes:
    return _HEAD % hashlib.sha256(body).hexdigest().encode() + body + _TAIL
