"""Volumes to plain data and back, as the pipeline makes them and with everything in them."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from hashlib import sha256

import pytest

from wp3reports.build.bare import from_json, to_json
from wp3reports.build.orders import stripped
from wp3reports.pipeline import compile_reports
from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Numbering, Part, Placement, Thumb, Volume, Wording

CONTENTS = {sha256(data).hexdigest(): data for data in (b"one", b"two")}
TOLD = Provenance(
    "D3.2",
    "m2_swot",
    "2",
    "digest",
    (Input("inputs/a.yaml", "0", "a.yaml"), Input("inputs/b.png", "1")),
    tuple(
        Attachment(data.decode(), "text/plain", "Ü", Relation.DATA, lambda data=data: data)
        for data in CONTENTS.values()
    ),
)
PLACED = (
    Placement(Part("cover", "<h1>", {"a": b""}), "Ā", Numbering.NONE, 1),
    Placement(Part("body", "<h1>"), "", draft_only=True, thumb=Thumb("Rīga", 3, 11)),
)
WHOLE = Volume("a.lv", "T", PLACED, date(2007, 1, 2), "A", "S", ("k", "l"), "F", "lv", Wording("Uzmetums"), TOLD)


def test_everything_comes_back_but_what_parts_are_laid_out_from() -> None:
    data = json.loads(json.dumps(to_json([WHOLE, WHOLE])))
    one, two = from_json(data, CONTENTS.__getitem__)
    assert one == two == stripped(WHOLE)
    assert [each.data for each in one.provenance.attachments] == [b"one", b"two"]
    assert len(data["attachments"]) == len(data["inputs"]) == 2  # once each
    default = Volume("", "", (), WHOLE.issued, "", "", (), "")
    assert [each.name for each in fields(Volume) if getattr(WHOLE, each.name) == getattr(default, each.name)] == [
        "issued"
    ]


def test_what_is_in_a_file_is_looked_for_when_it_is_wanted() -> None:
    (volume,) = from_json(to_json([WHOLE]), {}.__getitem__)
    with pytest.raises(LookupError):
        _ = volume.provenance.attachments[0].data


def test_all_reports_of_a_project_come_back(given: Mapping[str, str], templates: Mapping[str, bytes]) -> None:
    files = {**templates, **{path: text.encode() for path, text in given.items()}}
    volumes = compile_reports(Snapshot(files), date(2008, 1, 31)).volumes
    contents = {each.sha256: each.data for volume in volumes for each in volume.provenance.attachments}
    back = from_json(json.loads(json.dumps(to_json(volumes))), contents.__getitem__)
    assert back == tuple(map(stripped, volumes))
    assert any(placed.thumb for volume in back for placed in volume.placements)
