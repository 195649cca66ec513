import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from wp3reports.pdf.manifest import manifest, read_manifest
from wp3reports.volume import Volume

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "manifest.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("draft", [True, False])
def test_it_is_what_its_schema_says(volume: Volume, *, draft: bool) -> None:
    content = json.loads(manifest(volume, draft=draft).data)
    jsonschema.validate(content, SCHEMA, jsonschema.Draft202012Validator)
    assert content["document"]["status"] == ("draft" if draft else "final")
    assert (content["document"]["deliverable"], content["document"]["issued"]) == ("D3.2", "2005-12-31")


def test_inputs_data_and_engine(volume: Volume) -> None:
    content = json.loads(manifest(volume, draft=True).data)
    riga = volume.provenance.attachments[0].data
    assert content["inputs"][1] == {
        "path": "inputs/m2_swot/riga.yaml",
        "sha256": sha256(riga).hexdigest(),
        "attached": "m2_swot-riga.yaml",
    }
    assert content["inputs"][0]["attached"] is None  # a picture is named, not attached
    assert [each["attached"] for each in content["data"]] == ["m2_swot.json"]
    assert content["engine"]["weasyprint"] == version("weasyprint")
    assert {"wp3reports", "pydyf", "pango", "harfbuzz", "zlib"} <= set(content["engine"])


def test_it_is_the_same_again(volume: Volume) -> None:
    assert manifest(volume, draft=True).data == manifest(volume, draft=True).data


def test_what_was_written_is_read(volume: Volume) -> None:
    document, files = read_manifest(manifest(volume, draft=False).data)
    assert document["title"] == volume.title
    assert set(files) == {"m2_swot-riga.yaml", "m2_swot.json"}
    assert files["m2_swot-riga.yaml"][0] == "inputs/m2_swot/riga.yaml"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"inputs": 1}', '{"inputs": [], "data": [{}], "document": {}}', "[" * 2000]
)
def test_what_is_no_manifest(text: str) -> None:
    with pytest.raises(ValueError, match="damaged"):
        read_manifest(text.encode())


def test_a_form_of_the_future(volume: Volume) -> None:
    later = manifest(volume, draft=True).data.replace(b'"version": 1', b'"version": 9', 1)
    with pytest.raises(ValueError, match="does not know"):
        read_manifest(later)
