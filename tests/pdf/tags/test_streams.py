"""Content that is none, in the stream of a page."""

import pydyf

from wp3reports.pdf.tags.streams import mark_artifacts


def test_marked_content_becomes_an_artifact() -> None:
    stream = pydyf.Stream()
    for number, tag in enumerate(("P", "Span")):
        stream.begin_marked_content(tag, pydyf.Dictionary({"MCID": number}))
        stream.end_marked_content()
    mark_artifacts(stream, {1: "/Layout"})
    operators = b"/P\n<</MCID 0>>\nBDC\nEMC\n/Artifact\n<</Type /Layout>>\nBDC\nEMC"
    assert operators in stream.data
