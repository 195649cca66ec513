"""Volumes as plain data: all that binding looks at besides pages, and of the files inside them which ones they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Any

from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.volume import Numbering, Part, Placement, Thumb, Volume, Wording

Content = Callable[[str], bytes]  # what has that SHA-256; LookupError when there is nothing
_TOLD = ("deliverable", "milestone", "version", "templates")


def to_json(volumes: Sequence[Volume]) -> dict[str, Any]:
    """Plain data of these volumes; inputs and attachments, which many of them share, stand in it once each."""
    inputs, attachments = _Table(), _Table()
    rows = []
    for volume in volumes:
        told = volume.provenance
        row = {each.name: getattr(volume, each.name) for each in fields(Volume)}
        row |= {
            "placements": [_placement(each) for each in volume.placements],
            "issued": volume.issued.isoformat(),
            "wording": [getattr(volume.wording, each.name) for each in fields(Wording)],
            "provenance": {name: getattr(told, name) for name in _TOLD}
            | {
                "inputs": [inputs.place(each.path, each.sha256, each.attached) for each in told.inputs],
                "attachments": [
                    attachments.place(each.name, each.media, each.description, each.relation.value, each.sha256)
                    for each in told.attachments
                ],
            },
        }
        rows.append(row)
    return {"inputs": inputs.rows, "attachments": attachments.rows, "volumes": rows}


def from_json(data: Mapping[str, Any], content: Content) -> tuple[Volume, ...]:
    """The volumes back, with the names of their parts; what is in an attachment is asked for when it is looked at."""
    inputs = [Input(*row) for row in data["inputs"]]
    attachments = [
        Attachment(name, media, description, Relation(relation), partial(content, digest))
        for name, media, description, relation, digest in data["attachments"]
    ]
    return tuple(_volume(row, inputs, attachments) for row in data["volumes"])


class _Table:
    """Rows that are referred to by their places."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], int] = {}

    def place(self, *row: str) -> int:
        return self._places.setdefault(row, len(self._places))

    @property
    def rows(self) -> list[tuple[str, ...]]:
        return list(self._places)


def _placement(placed: Placement) -> list[Any]:
    return [placed.part.name, placed.head, placed.numbering.value, placed.depth, placed.draft_only, placed.thumb]


def _volume(row: Mapping[str, Any], inputs: Sequence[Input], attachments: Sequence[Attachment]) -> Volume:
    told = row["provenance"]
    provenance = Provenance(
        **{name: told[name] for name in _TOLD},
        inputs=tuple(inputs[place] for place in told["inputs"]),
        attachments=tuple(attachments[place] for place in told["attachments"]),
    )
    return Volume(
        **{
            **row,
            "placements": tuple(
                Placement(
                    Part(name, ""), head, Numbering(numbering), depth, draft_only, Thumb(*thumb) if thumb else None
                )
                for name, head, numbering, depth, draft_only, thumb in row["placements"]
            ),
            "issued": date.fromisoformat(row["issued"]),
            "keywords": tuple(row["keywords"]),
            "wording": Wording(*row["wording"]),
            "provenance": provenance,
        }
    )
