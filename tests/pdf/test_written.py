import io
from collections.abc import Callable, Sequence

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.pdf.written import Written
from wp3reports.volume import Part

MakePart = Callable[..., Part]


@pytest.fixture(scope="session")
def body(printed: Sequence[pdf.Printed]) -> pdf.Printed:
    return printed[2]


def test_all_objects_are_there(body: pdf.Printed) -> None:
    written = Written.of(body.pdf)
    with pikepdf.open(io.BytesIO(body.pdf)) as file:
        found = [each for each in file.objects if not isinstance(each, pikepdf.Stream)]
        streams = {b"%d" % each.objgen[0] for each in file.objects if isinstance(each, pikepdf.Stream)}
        assert len(written.texts) == len(found)
        assert set(written.streams) < streams  # but for those that hold objects and say where they are
        for page, number in zip(file.pages, written.pages, strict=True):
            assert page.obj.objgen[0] == int(number)
        drawn = [page.obj.Contents.read_raw_bytes() for page in file.pages]
        assert [written.streams[number].data for number in written.contents] == drawn


def test_tags_and_places(body: pdf.Printed) -> None:
    written = Written.of(body.pdf)
    assert len(written.pages) == body.pages
    assert written.language == b"(lv)"
    assert {name.decode() for name, _ in body_places(written)} == {f"({name})" for name, _ in body.destinations}
    assert [key for key, _ in written.parents] == list(range(body.pages + 1))  # and one link
    assert set(written.chapters) < set(written.elements)
    assert written.document not in written.elements
    assert {face.key for face in body.fonts} == written.fonts.keys()


def body_places(written: Written) -> list[tuple[bytes, bytes]]:
    return [(each.name, each.page) for each in written.destinations]


def test_what_is_left_out_and_what_only_that_needs(body: pdf.Printed) -> None:
    written = Written.of(body.pdf)
    whole, bare = set(written.shown({written.sheaf})), set(written.shown({written.sheaf, *written.fonts.values()}))
    lost = whole - bare
    assert set(written.fonts.values()) < lost
    assert any(number in written.streams for number in lost)  # the files of the fonts
    assert not lost & {*written.pages, *written.contents, written.resources, written.wardrobe}


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%x\n1 0 obj\n<</Length 1>>\nstream\nx\nendstream\nendobj\n"]
)
def test_what_the_engine_has_not_written(data: bytes) -> None:
    with pytest.raises(ValueError, match="not as the engine writes it"):
        Written.of(data)


def test_what_another_program_has_written(body: pdf.Printed) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(body.pdf)) as file:
        file.save(target)
    with pytest.raises(ValueError, match="not as the engine writes it"):
        Written.of(target.getvalue())


def test_every_end_that_is_missing_is_noticed(body: pdf.Printed) -> None:
    for size in range(0, len(body.pdf) - 200, 997):
        with pytest.raises(ValueError, match="not as the engine writes it"):
            Written.of(body.pdf[:size])
