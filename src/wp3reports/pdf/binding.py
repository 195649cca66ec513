"""Parts joined into a volume: pages, tags, links, outline, fonts, furniture, labels, metadata, attachments.

Lays nothing out, and reads of what the engine has written only what has to change. The same input gives the same bytes,
in any process.
"""

from collections.abc import Iterator, Mapping, Sequence

import pydyf

from wp3reports.pdf.attaching import attach
from wp3reports.pdf.embedding import Wardrobe
from wp3reports.pdf.furniture import Furniture
from wp3reports.pdf.links import Destinations
from wp3reports.pdf.manifest import manifest
from wp3reports.pdf.metadata import information, producer
from wp3reports.pdf.numbering import INSERT, Label, number_pages
from wp3reports.pdf.objects import Objects, Stored
from wp3reports.pdf.outline import outline
from wp3reports.pdf.printed import Printed
from wp3reports.pdf.sections import Gathering, Section
from wp3reports.pdf.stamping import Stamps
from wp3reports.pdf.structure import Structure
from wp3reports.pdf.syntax import reference, rekeyed, renumbered, string
from wp3reports.pdf.written import Written
from wp3reports.pdf.xmp import xmp
from wp3reports.volume import Numbering, Volume

TEXT_FACE, MARK_FACE = "SourceSans3-Regular", "SourceSans3-Semibold"
_ANNOTATION = b"<</Type /Annot"


def bind(volume: Volume, printed: Sequence[Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
    """The volume as PDF; see `wp3reports.pdf.bind`."""
    labels = number_pages([placement.numbering for placement in volume.placements], [part.pages for part in printed])
    if not labels:
        raise ValueError(f'the volume "{volume.name}" has no pages')
    objects = Objects()
    sheaf = objects.reserve()
    structure, wardrobe = Structure(objects, volume.language), Wardrobe(objects, fonts)
    sections = list(_sections(volume, printed, objects, reference(sheaf), structure, wardrobe))
    destinations = Destinations(lenient=len(sections) < len(printed))
    for section in sections:
        structure.add(section)
        destinations.add(section)
    last = max((label.number for label in labels if label.is_arabic), default=0)
    text, mark = wardrobe.face(TEXT_FACE), wardrobe.face(MARK_FACE)
    furniture = Furniture(text, mark, volume.title, volume.foot, last, draft, volume.wording)
    stamps = Stamps(objects, sections, labels, furniture, wardrobe)
    for section in sections:
        _take_over(objects, section, stamps, destinations)
    wardrobe.embed()
    structure.close()
    pages = [page for section in sections for page in section.pages]
    objects.put(sheaf, pydyf.Dictionary({"Type": "/Pages", "Kids": pydyf.Array(pages), "Count": len(pages)}).data)
    marks = [
        mark._replace(level=section.placement.depth + mark.level, page=section.first + mark.page)
        for section in sections
        for mark in section.printed.outline
    ]
    files = attach(objects, [*volume.provenance.attachments, manifest(volume, draft=draft)], volume.issued)
    listed = pydyf.Dictionary({"Names": pydyf.Array([item for file in files.items() for item in file])})
    catalog = {
        "Type": "/Catalog",
        "Pages": reference(sheaf),
        "Lang": string(volume.language),
        "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
        "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"}),
        "StructTreeRoot": structure.root,
        "Names": pydyf.Dictionary({"Dests": destinations.names(), "EmbeddedFiles": listed}),
        "AF": pydyf.Array(files.values()),
        "OutputIntents": renumbered(sections[0].written.intents, sections[0].references),
        "PageLabels": _page_labels(labels),
        "Metadata": objects.add_stored(xmp(volume, producer(), draft=draft), {"Type": "/Metadata", "Subtype": "/XML"}),
    }
    if (found := outline(objects, marks, pages)) is not None:
        catalog |= {"Outlines": found, "PageMode": "/UseOutlines"}
    return objects.to_bytes(objects.add(pydyf.Dictionary(catalog)), objects.add(information(volume)))


def _sections(  # noqa: PLR0913, PLR0917 - one parameter for each thing that a part finds its place in
    volume: Volume,
    printed: Sequence[Printed],
    objects: Objects,
    sheaf: bytes,
    structure: Structure,
    wardrobe: Wardrobe,
) -> Iterator[Section]:
    """The parts that have pages, with numbers for their objects."""
    gathering = Gathering(objects, sum(part.pages for part in printed))
    for placement, part in zip(volume.placements, printed, strict=True):
        if part.pages:
            written = Written.of(part.pdf)
            given = {written.sheaf: sheaf, written.document: structure.document}
            yield gathering.take(placement, part, written, {**given, **wardrobe.take(part.fonts, written.fonts)})


def _take_over(objects: Objects, section: Section, stamps: Stamps, destinations: Destinations) -> None:
    """The pages of a part, and what they show."""
    written = section.written
    pages = {page: number for number, page in enumerate(written.pages, section.first)}
    for number, key in enumerate(section.shown, section.number):
        if key in written.streams:
            head, data = written.streams[key]
            objects.put_stream(number, Stored(renumbered(head, section.references), data))
            continue
        text = renumbered(written.texts[key], section.references)
        if key in pages:
            text = stamps.page(rekeyed(text, section.key), pages[key])
        elif key == written.resources:
            text = stamps.resources(text)
        elif key == written.wardrobe:
            text = stamps.fonts(text)
        elif text.startswith(_ANNOTATION):
            text = destinations.led(rekeyed(text, section.key))
        objects.put(number, text)


def _run_of(label: Label) -> pydyf.Dictionary:
    """How a viewer counts from this page on."""
    style = "/r" if label.run is Numbering.ROMAN else "/D"
    before = {"P": string(INSERT)} if label.run is Numbering.LOOSE else {}
    return pydyf.Dictionary({"S": style, "St": label.number, **before})


def _page_labels(labels: Sequence[Label]) -> pydyf.Dictionary:
    """The numbers that a viewer shows beside the pages: the printed ones."""
    numbers: list[int | pydyf.Dictionary] = []
    before: Label | None = None
    for page, label in enumerate(labels):
        if before is None or (before.run, before.number + 1) != (label.run, label.number):
            numbers += [page, _run_of(label)]
        before = label
    return pydyf.Dictionary({"Nums": pydyf.Array(numbers)})
