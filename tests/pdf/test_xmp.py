import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import page
import pikepdf
import pytest

from wp3reports.pdf.xmp import OWN, OWN_PROPERTIES, UA_PROPERTIES, xmp
from wp3reports.volume import Volume

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"


def description(packet: bytes) -> ET.Element:
    (found,) = ET.fromstring(packet[packet.index(b"<x:xmpmeta") : packet.index(b"</x:xmpmeta>") + 12].decode())[0]  # noqa: S314 - our own
    return found


def own(packet: bytes) -> dict[str, list[str]]:
    """What our own namespace says, each value as a list."""
    found = [each for each in description(packet) if each.tag.startswith(f"{{{OWN}}}")]
    return {
        each.tag.removeprefix(f"{{{OWN}}}"): [item.text or "" for item in each.iter(f"{RDF}li")] or [each.text or ""]
        for each in found
    }


def test_it_is_plain_text_in_the_file(final: bytes, volume: Volume) -> None:
    described = description(final)
    values = {child.tag.partition("}")[2]: "".join(child.itertext()).strip() for child in described}
    assert (values["title"], values["creator"], values["language"]) == (volume.title, volume.author, "en")
    assert values["Keywords"] == "cluster, SWOT"
    assert values["CreateDate"] == "2005-12-31T00:00:00Z"
    assert values["conformance"] == "A"
    assert [child.text for child in described if child.tag.endswith("}part")] == ["3", "1"]
    assert len(described.findall(f"{DC}subject/{RDF}Bag/{RDF}li")) == 2


@pytest.mark.parametrize("status", ["draft", "final"])
def test_which_deliverable_it_is_and_what_it_was_made_from(status: str, request: pytest.FixtureRequest) -> None:
    said = own(request.getfixturevalue(status))
    inputs = said.pop("inputs")
    assert len(said.pop("templates")[0]) == 64
    assert said == {
        "document": ["m2_swot"],
        "deliverable": ["D3.2"],
        "milestone": ["m2_swot"],
        "version": ["1.0"],
        "status": [status],
        "issued": ["2005-12-31"],
    }
    assert [line.partition("  ")[2] for line in inputs] == ["inputs/m2_swot/map.png", "inputs/m2_swot/riga.yaml"]
    assert all(len(line.partition("  ")[0]) == 64 for line in inputs)


def test_every_property_of_ours_is_described(final: bytes) -> None:
    described = description(final)
    names = [each.text for each in described.iter(f"{PROPERTY}name")]
    assert names == [each.name for each in (*UA_PROPERTIES, *OWN_PROPERTIES)]
    assert set(own(final)) <= set(names)
    assert len(own(final)) == len(OWN_PROPERTIES)


def test_a_property_that_is_not_described_breaks_the_promise(final: bytes) -> None:
    """The validator of the quick tests looks at this: so that it says nothing means something."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(final)) as file:
        packet = file.Root.Metadata.read_bytes()
        file.Root.Metadata.write(packet.replace(b"<pdfaProperty:name>deliverable<", b"<pdfaProperty:name>another<"))
        file.save(target)
    rules = {failure.rule_id for failure in page.validate_pdf_bytes(target.getvalue(), profile="3a").failures}
    assert rules - {failure.rule_id for failure in page.validate_pdf_bytes(final, profile="3a").failures}


def test_texts_with_marks_of_xml(volume: Volume) -> None:
    hostile = replace(volume, title="<a> & b", provenance=replace(volume.provenance, version="<1> & 2"))
    packet = xmp(hostile, "WeasyPrint & others", draft=True)
    assert own(packet)["version"] == ["<1> & 2"]


def test_what_is_not_known_is_not_said(volume: Volume) -> None:
    bare = replace(volume, provenance=replace(volume.provenance, deliverable="", inputs=()))
    assert not {"deliverable", "inputs"} & set(own(xmp(bare, "x", draft=True)))
