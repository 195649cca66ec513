import io
from xml.etree import ElementTree as ET

import pikepdf

from wp3reports.volume import Volume

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"


def test_document_information(final: bytes, volume: Volume) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        info = {key: str(value) for key, value in file.docinfo.items()}
        assert str(file.Root.Lang) == volume.language
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert "OutputIntents" in {key.strip("/") for key in file.Root.keys()}  # noqa: SIM118 - not a dict
    assert info["/Title"] == volume.title
    assert (info["/Author"], info["/Subject"], info["/Keywords"]) == ("BaltMet Inno", "Milestone 2", "cluster, SWOT")
    assert info["/CreationDate"] == info["/ModDate"] == "D:20051231000000Z"


def test_xmp_is_plain_text_and_agrees(final: bytes, volume: Volume) -> None:
    packet = final[final.index(b"<x:xmpmeta") : final.index(b"</x:xmpmeta>") + 12]
    (description,) = ET.fromstring(packet.decode())[0]  # noqa: S314 - our own
    values = {child.tag.partition("}")[2]: "".join(child.itertext()).strip() for child in description}
    assert values["title"] == volume.title
    assert values["creator"] == volume.author
    assert values["language"] == "en"
    assert values["Keywords"] == "cluster, SWOT"
    assert values["CreateDate"] == "2005-12-31T00:00:00Z"
    assert values["conformance"] == "A"
    assert [child.text for child in description if child.tag.endswith("}part")] == ["3", "1"]
    assert len(description.findall(f"{DC}subject/{RDF}Bag/{RDF}li")) == 2
