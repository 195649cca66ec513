"""The XMP packet of a volume: what it is, as which deliverable, from which inputs, and what it promises.

The promises are PDF/A-3a and PDF/UA-1 at once. PDF/A wants every namespace described that it does not know itself: that
of PDF/UA, and our own. The packet is plain text, so that any tool can read it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from html import escape as escaped
from typing import NamedTuple

from wp3reports.provenance import Provenance
from wp3reports.volume import Volume

escape = partial(escaped, quote=False)  # XML wants no more, and its own function loads a web client
CREATOR = "wp3reports"
OWN = "https://wp3reports.example/xmp/1.0/"  # a name, not a page: nobody can register this domain
NAMESPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "wp3": OWN,
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


class Property(NamedTuple):
    """A property of a namespace: `external` is what people say, `internal` what the program finds."""

    name: str
    kind: str
    category: str
    description: str


UA_PROPERTIES = (Property("part", "Integer", "internal", "Part of ISO 14289"),)
OWN_PROPERTIES = (
    Property("document", "Text", "internal", "Name of the document within its project"),
    Property("deliverable", "Text", "external", "Number of the deliverable"),
    Property("milestone", "Text", "external", "Milestone that the document reports on"),
    Property("version", "Text", "external", "Version of the document"),
    Property("status", "Text", "internal", "draft or final"),
    Property("issued", "Date", "external", "Day of issue"),
    Property("templates", "Text", "internal", "SHA-256 of all templates together"),
    Property("inputs", "seq Text", "internal", "SHA-256 and path of each input file, as sha256sum writes them"),
)


def xmp(volume: Volume, producer: str, *, draft: bool) -> bytes:
    """The packet."""
    spaces = "".join(f'\n xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    fields = [*_standard(volume, producer), *_own(volume, draft=draft)]
    body = "\n".join(f"<{name}>{value}</{name}>" for name, value in fields if value)
    schemas = _schema("PDF/UA identification schema", "pdfuaid", UA_PROPERTIES)
    schemas += _schema("Deliverables of a work package", "wp3", OWN_PROPERTIES)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""{spaces}>\n'
        f"{body}\n<pdfaExtension:schemas><rdf:Bag>\n{schemas}</rdf:Bag></pdfaExtension:schemas>\n"
        '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _standard(volume: Volume, producer: str) -> Iterator[tuple[str, str]]:
    """What every reader knows; the document information says the same."""
    yield "pdfaid:part", "3"
    yield "pdfaid:conformance", "A"
    yield "pdfuaid:part", "1"
    yield "dc:title", _list("Alt", [volume.title])
    yield "dc:creator", _list("Seq", [volume.author])
    yield "dc:description", _list("Alt", [volume.subject])
    yield "dc:subject", _list("Bag", volume.keywords)
    yield "dc:language", _list("Bag", [volume.language])
    yield "dc:format", "application/pdf"
    yield "pdf:Keywords", escape(", ".join(volume.keywords))
    yield "pdf:Producer", escape(producer)
    yield "xmp:CreatorTool", CREATOR
    yield "xmp:CreateDate", _moment(volume.issued)
    yield "xmp:ModifyDate", _moment(volume.issued)


def _own(volume: Volume, *, draft: bool) -> Iterator[tuple[str, str]]:
    """What only our own namespace can say."""
    provenance = volume.provenance
    yield "wp3:document", escape(volume.name)
    yield "wp3:deliverable", escape(provenance.deliverable)
    yield "wp3:milestone", escape(provenance.milestone)
    yield "wp3:version", escape(provenance.version)
    yield "wp3:status", "draft" if draft else "final"
    yield "wp3:issued", volume.issued.isoformat()
    yield "wp3:templates", escape(provenance.templates)
    yield "wp3:inputs", _list("Seq", _sums(provenance))


def _sums(provenance: Provenance) -> list[str]:
    return [f"{each.sha256}  {each.path}" for each in provenance.inputs]


def _list(kind: str, values: Sequence[str]) -> str:
    """An RDF container of texts; nothing when there are none."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(value)}</rdf:li>" for value in values if value)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""


def _moment(day: date) -> str:
    """The beginning of a day, in the same zone everywhere."""
    return f"{day:%Y-%m-%d}T00:00:00Z"


def _schema(title: str, prefix: str, properties: Sequence[Property]) -> str:
    """A namespace described, as PDF/A wants it."""
    described = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{each.name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{each.kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{each.category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{each.description}</pdfaProperty:description></rdf:li>\n"
        for each in properties
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{title}</pdfaSchema:schema>\n'
        f"<pdfaSchema:namespaceURI>{NAMESPACES[prefix]}</pdfaSchema:namespaceURI>\n"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\n"
        f"<pdfaSchema:property><rdf:Seq>\n{described}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
    )
