import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from wp3reports.render.redrawing import MAX_BYTES, MAX_PIXELS, UnusablePictureError, redrawn

HAZARDS = Path(__file__).parents[1] / "hazards"


def file(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def pixel(data: bytes, at: tuple[int, int] = (0, 0)) -> object:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").getpixel(at)


@pytest.mark.parametrize("name", [path.name for path in sorted((HAZARDS / "svg").iterdir())])
def test_no_svg_is_printed(name: str) -> None:
    with pytest.raises(UnusablePictureError, match="no PNG or JPEG"):
        redrawn((HAZARDS / "svg" / name).read_bytes())


def test_a_picture_is_turned_upright_and_loses_its_metadata() -> None:
    data = redrawn((HAZARDS / "images" / "jpeg-rotated-with-secret-exif.jpg").read_bytes())
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (50, 100)
        assert not image.getexif()
    assert b"secret" not in data
    exif = Image.Exif()
    exif[0x0112] = 8
    exif[0x010E] = "SECRET"
    with Image.open(io.BytesIO(redrawn(file(Image.new("L", (30, 20)), exif=exif)))) as image:
        assert image.size == (20, 30)
        assert image.info == {}


@pytest.mark.parametrize(
    ("image", "colour"),
    [
        (Image.new("RGBA", (4, 4), (255, 0, 0, 0)), (255, 255, 255)),
        (Image.new("RGBA", (4, 4), (255, 0, 0, 255)), (255, 0, 0)),
        (Image.new("LA", (4, 4), (0, 127)), (128, 128, 128)),
        (Image.new("1", (4, 4), 1), (255, 255, 255)),
        (Image.new("I;16", (4, 4), 65535), (255, 255, 255)),
        (Image.new("I;16", (4, 4), 257 * 100), (100, 100, 100)),
        (Image.new("P", (4, 4), 0), (0, 0, 0)),
    ],
    ids=["clear", "opaque", "half", "bit", "sixteen bits", "sixteen bits grey", "palette"],
)
def test_a_png_is_laid_on_white(image: Image.Image, colour: tuple[int, ...]) -> None:
    data = redrawn(file(image))
    assert pixel(data) == colour
    with Image.open(io.BytesIO(data)) as written:
        assert written.mode in {"L", "RGB"}
        assert written.format == "PNG"


def test_a_palette_with_a_clear_colour_is_laid_on_white() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.putpixel((1, 0), 1)
    data = redrawn(file(image, transparency=1))
    assert [pixel(data, (0, 0)), pixel(data, (1, 0))] == [(10, 20, 30), (255, 255, 255)]


def test_a_jpeg_stays_a_jpeg_in_grey_or_colour() -> None:
    for mode, written in (("RGB", "RGB"), ("L", "L"), ("CMYK", "RGB")):
        with Image.open(io.BytesIO(redrawn(file(Image.new(mode, (20, 20)), "JPEG")))) as image:
            assert (image.format, image.mode) == ("JPEG", written)


def test_the_same_bytes_give_the_same_bytes() -> None:
    data = file(Image.linear_gradient("L"), "JPEG")
    first = redrawn(data)
    assert redrawn(data) == first != data


def test_a_small_mishap_in_the_metadata_does_no_harm() -> None:
    data = file(Image.new("RGB", (9, 9)), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert pixel(redrawn(data)) == (0, 0, 0)


def test_size_is_judged_before_a_pixel_is_decoded() -> None:
    with pytest.raises(UnusablePictureError, match="4,001 by 2,500 pixels, more than 10,000,000"):
        redrawn(file(Image.new("1", (4001, 2500))))
    assert redrawn(file(Image.new("1", (4000, MAX_PIXELS // 4000))))
    with pytest.raises(UnusablePictureError, match="bytes, more than 5,000,000"):
        redrawn(b"\x89PNG\r\n\x1a\n" + bytes(MAX_BYTES))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_that_is_cut_off_is_refused(kind: str) -> None:
    whole = file(Image.radial_gradient("L"), kind)
    assert redrawn(whole)
    for length in range(0, len(whole) - 64, len(whole) // 60):
        with pytest.raises(UnusablePictureError):
            redrawn(whole[:length])


@given(at=st.integers(0), value=st.integers(0, 255), kind=st.sampled_from(["PNG", "JPEG"]))
def test_any_damage_is_told_or_does_no_harm(at: int, value: int, kind: str) -> None:
    data = bytearray(file(Image.linear_gradient("L").resize((40, 40)), kind))
    data[at % len(data)] = value
    try:
        again = redrawn(bytes(data))
    except UnusablePictureError:
        return
    with Image.open(io.BytesIO(again)) as image:
        assert image.width * image.height <= MAX_PIXELS
