"""A partner's picture drawn anew by Pillow: judged by its content, turned upright, laid on white, without metadata.

What is printed is never the partner's file, so nothing hidden in or behind the picture is printed with it. The same
bytes in give the same bytes out.
"""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

MAX_BYTES = 5_000_000
MAX_PIXELS = 10_000_000
KINDS = ("PNG", "JPEG")


class UnusablePictureError(Exception):
    """Why a picture cannot be printed, as a clause: `it is damaged`."""


def redrawn(data: bytes) -> bytes:
    """The picture that a file shows, as a file of its own; UnusablePictureError when it shows none."""
    image, kind = _seen(data, _plain)
    file = io.BytesIO()
    if kind == "JPEG":
        image.save(file, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        image.save(file, "PNG")
    return file.getvalue()


@lru_cache(maxsize=64)
def judge(data: bytes) -> None:
    """UnusablePictureError when the file shows no picture; to draw it anew would take many times as long."""
    _seen(data, lambda image: image)  # what could be decoded can be laid on white


def _seen(data: bytes, lay: Callable[[Image.Image], Image.Image]) -> tuple[Image.Image, str]:
    """The picture that a file shows, upright and laid out, and the kind of the file; all goes wrong here that can."""
    if len(data) > MAX_BYTES:
        raise UnusablePictureError(f"it has {len(data):,} bytes, more than {MAX_BYTES:,}")
    with _strict():
        try:
            image: Image.Image = Image.open(io.BytesIO(data), formats=KINDS)  # reads the header only
        except UnidentifiedImageError:
            raise UnusablePictureError("it is no PNG or JPEG, whatever its name says") from None
        except Exception as wrong:  # a decoder fed by strangers
            raise UnusablePictureError("it is damaged, or larger than any that is printed") from wrong
        if image.width * image.height > MAX_PIXELS:
            size = f"{image.width:,} by {image.height:,} pixels"
            raise UnusablePictureError(f"it has {size}, more than {MAX_PIXELS:,} in all")
        try:
            ImageOps.exif_transpose(image, in_place=True)
            return lay(image), image.format or ""
        except Exception as wrong:
            raise UnusablePictureError("it is damaged or cut off") from wrong


@contextmanager
def _strict() -> Iterator[None]:
    """Pillow without remarks, and without the leniency towards cut files that WeasyPrint sets for the process."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # remarks on metadata, none of which is kept, and on sizes, which we judge
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey or colour on white, without anything else."""
    if image.mode.startswith("I"):  # sixteen bits for a pixel
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    elif image.has_transparency_data:
        clear = image if image.mode == "RGBA" else image.convert("RGBA")
        image = Image.new("RGB", clear.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    if image.mode not in {"L", "RGB"}:
        image = image.convert("L" if image.mode == "1" else "RGB")
    image.info = {}
    return image
