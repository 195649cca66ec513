"""Who made the volume, when, and what it promises: document information and XMP, which must agree.

The promises are PDF/A-3a and PDF/UA-1 at once; the second one needs its schema described, or the first one is broken.
"""

from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from wp3reports.volume import Volume

CREATOR = "wp3reports"
NAMESPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def describe(pdf: pikepdf.Pdf, volume: Volume) -> None:
    """Write the volume's metadata into the document and its catalog."""
    producer = f"WeasyPrint {version('weasyprint')}, pikepdf {version('pikepdf')}"
    when = String(f"D:{volume.issued:%Y%m%d}000000Z")
    entries = {
        "Title": volume.title,
        "Author": volume.author,
        "Subject": volume.subject,
        "Keywords": ", ".join(volume.keywords),
        "Creator": CREATOR,
        "Producer": producer,
    }
    for key, text in entries.items():
        if text:
            pdf.docinfo[f"/{key}"] = String(text)
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = when
    pdf.Root.Lang = String(volume.language)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = Stream(pdf, xmp(volume, producer), Type=Name.Metadata, Subtype=Name.XML)


def xmp(volume: Volume, producer: str) -> bytes:
    """The XMP packet; plain text, so that any tool can read it."""
    fields = [
        ("pdfaid:part", "3"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
        ("dc:title", _list("Alt", [volume.title])),
        ("dc:creator", _list("Seq", [volume.author])),
        ("dc:description", _list("Alt", [volume.subject])),
        ("dc:subject", _list("Bag", volume.keywords)),
        ("dc:language", _list("Bag", [volume.language])),
        ("pdf:Keywords", escape(", ".join(volume.keywords))),
        ("pdf:Producer", escape(producer)),
        ("xmp:CreatorTool", CREATOR),
        ("xmp:CreateDate", _moment(volume.issued)),
        ("xmp:ModifyDate", _moment(volume.issued)),
    ]
    spaces = "".join(f'\n xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    body = "\n".join(f"<{name}>{value}</{name}>" for name, value in fields if value)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""{spaces}>\n'
        f'{body}\n{UA_SCHEMA}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _list(kind: str, values: Sequence[str]) -> str:
    """An RDF container of texts; nothing when there are none."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(value)}</rdf:li>" for value in values if value)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""


def _moment(day: date) -> str:
    """The beginning of a day, in the same zone everywhere."""
    return f"{day:%Y-%m-%d}T00:00:00Z"


def keep_output_intent(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Take over from a part in which colours the document speaks: sRGB."""
    intents = []
    for intent in source.Root.OutputIntents.as_list():
        kept = Dictionary({key: value for key, value in intent.items() if key != "/DestOutputProfile"})
        kept.DestOutputProfile = pdf.copy_foreign(intent.DestOutputProfile)
        intents.append(kept)
    pdf.Root.OutputIntents = Array(intents)
