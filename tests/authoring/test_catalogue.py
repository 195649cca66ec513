"""All schema files: one for each kind, one for each author and kind, and the file that each is for."""

import json

from wp3reports.authoring import schema_path, schemas
from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, Dossier

KINDS = {"project.json", "partners.json", "waivers.json", *(f"{each.name}.json" for each in MILESTONES if each.local)}
COMMON = {schema_path(each.name, COORDINATOR) for each in MILESTONES}


def test_without_a_project_there_is_one_for_each_kind_of_file() -> None:
    assert {sheet.path for sheet in schemas(None)} == KINDS | COMMON


def test_each_partner_has_its_own(whole: Dossier) -> None:
    own = {schema_path(each.name, partner.id) for each in MILESTONES if each.local for partner in whole.partners}
    assert {sheet.path for sheet in schemas(whole)} == KINDS | COMMON | own
    assert {sheet.path for sheet in schemas(whole, ["riga"])} == KINDS | {p for p in own if p.startswith("riga/")}


def test_each_says_for_which_file_it_is(whole: Dossier) -> None:
    sheets = {sheet.path: sheet for sheet in schemas(whole)}
    assert sheets["riga/m2_swot.json"].describes == "inputs/m2_swot/riga.yaml"
    assert sheets["coordinator/final.json"].describes == "inputs/final/coordinator.yaml"
    assert sheets["waivers.json"].describes == "inputs/waivers.yaml"
    assert sheets["m2_swot.json"].describes == ""
    assert json.loads(sheets["riga/m2_swot.json"].text)["title"] == "m2_swot: Riga"


def test_the_same_project_gives_the_same_text(whole: Dossier) -> None:
    assert tuple(schemas(whole)) == tuple(schemas(whole))
    assert all(sheet.text.endswith("}\n") for sheet in schemas(whole))
