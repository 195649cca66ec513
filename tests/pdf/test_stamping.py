import io
from collections.abc import Sequence

import pikepdf

from wp3reports import pdf
from wp3reports.pdf import furniture


def test_every_page_of_a_draft_can_draw_its_stamps(draft: bytes) -> None:
    with pikepdf.open(io.BytesIO(draft)) as file:
        for page in file.pages:
            resources = page.obj.Resources
            assert {"/DraftMark", "/Furniture"} <= set(resources.Font.keys())
            assert float(resources.ExtGState.DraftState.ca) == furniture.DRAFT_ALPHA


def test_a_release_has_no_trace_of_the_mark(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        assert not any("/DraftMark" in page.obj.Resources.Font for page in file.pages)
        assert not any("/DraftState" in page.obj.Resources.ExtGState for page in file.pages)
        assert not isinstance(file.pages[0].obj.Contents, pikepdf.Array)  # the cover is as it was laid out


def test_one_colour_profile_serves_all(final: bytes, printed: Sequence[pdf.Printed]) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        profiles = {page.obj.Resources.ColorSpace.srgb[1].objgen for page in file.pages}
        profiles.add(file.Root.OutputIntents[0].DestOutputProfile.objgen)
    assert len(printed) > 1
    assert len(profiles) == 1
