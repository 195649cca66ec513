"""Parts joined into a volume: pages, tags, links, outline, fonts, furniture, labels, metadata, attachments.

Lays nothing out. The same input gives the same bytes, in any process.
"""

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pikepdf
from pikepdf import Dictionary, Name, String

from wp3reports.pdf.attaching import attach
from wp3reports.pdf.embedding import Wardrobe
from wp3reports.pdf.furniture import Furniture
from wp3reports.pdf.links import Destinations
from wp3reports.pdf.manifest import manifest
from wp3reports.pdf.metadata import describe, keep_output_intent
from wp3reports.pdf.numbering import INSERT, Label, number_pages
from wp3reports.pdf.outline import write_outline
from wp3reports.pdf.printed import Printed
from wp3reports.pdf.stamping import Section, share_profiles, stamp
from wp3reports.pdf.structure import Structure
from wp3reports.volume import Numbering, Volume

TEXT_FACE, MARK_FACE = "SourceSans3-Regular", "SourceSans3-Semibold"


def bind(volume: Volume, printed: Sequence[Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
    """The volume as PDF; see `wp3reports.pdf.bind`."""
    labels = number_pages([placement.numbering for placement in volume.placements], [part.pages for part in printed])
    if not labels:
        raise ValueError(f'the volume "{volume.name}" has no pages')
    with pikepdf.new() as pdf, _opened(volume, printed) as sections:
        _join(pdf, volume, sections, lenient=len(sections) < len(printed))
        wardrobe = Wardrobe(pdf, fonts)
        last = max((label.number for label in labels if label.is_arabic), default=0)
        text, mark = wardrobe.face(TEXT_FACE), wardrobe.face(MARK_FACE)
        furniture = Furniture(text, mark, volume.title, volume.foot, last, draft, volume.wording)
        stamp(pdf, sections, labels, furniture, wardrobe)
        wardrobe.embed()
        share_profiles(sections, pdf)
        pdf.Root.PageLabels = _page_labels(labels)
        describe(pdf, volume, draft=draft)
        attach(pdf, [*volume.provenance.attachments, manifest(volume, draft=draft)], volume.issued)
        target = io.BytesIO()
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(target, min_version="1.7", deterministic_id=True, object_stream_mode=mode)
        return target.getvalue()


@contextmanager
def _opened(volume: Volume, printed: Sequence[Printed]) -> Iterator[list[Section]]:
    """The parts that have pages, open: what is copied from them is read when the volume is saved."""
    sections: list[Section] = []
    first = 0
    try:
        for placement, part in zip(volume.placements, printed, strict=True):
            if part.pages:
                sections.append(Section(placement, part, pikepdf.open(io.BytesIO(part.pdf)), first))
                first += part.pages
        yield sections
    finally:
        for section in sections:
            section.source.close()


def _join(pdf: pikepdf.Pdf, volume: Volume, sections: Sequence[Section], *, lenient: bool) -> None:
    """Pages, tags, destinations, links and outline of all parts."""
    structure, destinations = Structure(pdf, volume.language), Destinations(pdf)
    for section in sections:
        with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):
            pdf.pages.extend(section.source.pages)  # it warns of what the next lines take over
        structure.add(section.source, section.first, section.printed.pages)
        destinations.add(section.source, section.first)
    structure.close(len(pdf.pages))
    destinations.link(lenient=lenient)
    destinations.write()
    marks = [
        mark._replace(level=section.placement.depth + mark.level, page=section.first + mark.page)
        for section in sections
        for mark in section.printed.outline
    ]
    write_outline(pdf, marks)
    keep_output_intent(pdf, sections[0].source)


def _run_of(label: Label) -> Dictionary:
    """How a viewer counts from this page on."""
    run = Dictionary(S=Name.r if label.run is Numbering.ROMAN else Name.D, St=label.number)
    if label.run is Numbering.LOOSE:
        run.P = String(INSERT)
    return run


def _page_labels(labels: Sequence[Label]) -> Dictionary:
    """The numbers that a viewer shows beside the pages: the printed ones."""
    numbers: list[int | Dictionary] = []
    before: Label | None = None
    for page, label in enumerate(labels):
        if before is None or (before.run, before.number + 1) != (label.run, label.number):
            numbers += [page, _run_of(label)]
        before = label
    return Dictionary(Nums=numbers)
