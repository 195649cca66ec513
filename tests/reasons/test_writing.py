"""Outlooks are told in blocks, and as JSON that fits its schema."""

import json
from pathlib import Path

import jsonschema

from wp3reports.reasons import Kind, Outlook, Reason, State, as_json, as_text, summary
from wp3reports.reasons.plan import PartOutlook

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/plan.schema.json").read_text(encoding="utf-8"))
FIELDS = tuple(Reason(Kind.FIELD, "inputs/m2_swot/oslo.yaml", "changed", f"analyses/{n}") for n in range(3))
LOST = Reason(Kind.STORE, "final/cover", "is not in the store")
NUMBERS = Reason(Kind.NUMBERS, "page numbers", "may move")
OUTLOOKS = (
    Outlook(
        "milestone/m2_swot",
        State.OUT_OF_DATE,
        FIELDS,
        (
            PartOutlook("m2_swot/oslo", is_certain=True, reasons=FIELDS),
            PartOutlook("m2_swot/synthesis", is_certain=True, reasons=FIELDS[:1]),
            PartOutlook("milestone/m2_swot/contents", is_certain=False, reasons=(NUMBERS,)),
        ),
    ),
    Outlook("local/m2_swot/riga", State.UP_TO_DATE),
    Outlook(
        "final", State.NOT_BUILT, (Reason(Kind.OUTPUT, "final", "was never built"),),
        tuple(PartOutlook(f"final/{name}", is_certain=True, reasons=(LOST,)) for name in ("cover", "back", "index")),
    ),
)  # fmt: skip


def test_in_text_reasons_stand_once_and_parts_together() -> None:
    assert as_text(OUTLOOKS, most=2).split("\n") == [
        "milestone/m2_swot is out of date",
        "  because inputs/m2_swot/oslo.yaml → analyses/0 changed",
        "          inputs/m2_swot/oslo.yaml → analyses/1 changed",
        "          and 1 more",
        "  lays out m2_swot/oslo",
        "  lays out m2_swot/synthesis",
        "    because inputs/m2_swot/oslo.yaml → analyses/0 changed",
        "  may lay out milestone/m2_swot/contents",
        "    because page numbers may move",
        "",
        "local/m2_swot/riga is up to date",
        "",
        "final is not built",
        "  because final was never built",
        "  lays out final/cover, final/back, and 1 more",
    ]
    assert as_text(OUTLOOKS).count("analyses/2") == 1


def test_json_fits_its_schema_and_says_whose_hand_in_it_was() -> None:
    document = json.loads(as_json(OUTLOOKS))
    jsonschema.validate(document, SCHEMA)
    first = document["volumes"][0]["reasons"][0]
    assert (first["milestone"], first["partner"], first["field"]) == ("m2_swot", "oslo", "analyses/0")
    assert document["volumes"][1] == {"name": "local/m2_swot/riga", "state": "up to date", "reasons": [], "parts": []}
    assert document["volumes"][0]["parts"][2]["certain"] is False
    kinds = SCHEMA["$defs"]["reason"]["properties"]["kind"]["enum"]
    assert kinds == [kind.value for kind in Kind]


def test_the_sum_counts_each_part_once() -> None:
    assert summary(OUTLOOKS) == "2 to bind, 5 parts to lay out, 1 more if page numbers move, 1 up to date"
    assert (
        summary([*OUTLOOKS, OUTLOOKS[0]]) == "3 to bind, 5 parts to lay out, 1 more if page numbers move, 1 up to date"
    )
    assert summary(OUTLOOKS[1:2]) == "0 to bind, 0 parts to lay out, 1 up to date"
