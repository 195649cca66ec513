"""Partners' pictures: found, judged by their content before anything is decoded, and made anew.

What is printed is never the partner's file: it is turned upright, laid on white and written again, so that no metadata
and nothing hidden behind the picture is printed with it. The same bytes in give the same bytes out.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from unicodedata import normalize

from PIL import Image, ImageOps

from wp3reports.diagnostics import Diagnostic, Span, error, ordered
from wp3reports.model import PROJECT_FILE, Dossier, did_you_mean
from wp3reports.render.picture_file import UnusablePictureError, Walked, walk
from wp3reports.snapshot import Snapshot

_REMEDY = "save it anew as PNG or JPEG with at most 10 megapixels and 5 MB"


def pictures(snapshot: Snapshot, dossier: Dossier) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The pictures of all hand-ins and the logo by name, `inputs/<milestone>/<file>`, and what is wrong with others."""
    assets: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for folder, file, place in _declared(dossier):
        found = _picture(snapshot, folder, file, place)
        if isinstance(found, Diagnostic):
            findings.append(found)
        else:
            assets[f"{folder}/{file}"] = found
    return assets, ordered(findings)


@lru_cache(maxsize=64)
def made_anew(data: bytes) -> bytes:
    """The picture that a file shows, as a file of its own; UnusablePictureError when it shows none."""
    walked = walk(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on metadata, none of which is kept
            return _written(_upright(walked), walked.kind)
    except Exception as wrong:
        raise UnusablePictureError("it is damaged") from wrong


def _declared(dossier: Dossier) -> Iterator[tuple[str, str, Span]]:
    """Each picture that is named somewhere: its folder, its path below it, and where it is named."""
    if dossier.project.logo:
        yield "inputs", dossier.project.logo, dossier.frame[PROJECT_FILE].at("logo")
    for delivery in dossier.deliveries:
        for index, figure in enumerate(delivery.submission.figures):
            yield f"inputs/{delivery.milestone}", figure.file, delivery.at("figures", index, "file")


def _picture(snapshot: Snapshot, folder: str, file: str, place: Span) -> bytes | Diagnostic:
    """The picture made anew, or why there is none."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file or path.as_posix() != file:
        message = f'"{file}" is no path below {folder}/'
        remedy = f"put the picture into {folder}/ and write its name, with the folders before it parted by /"
        return error("figure-unusable", place, message, label="leads elsewhere", help=remedy)
    there = {normalize("NFC", known): data for known, data in snapshot.under(folder)}
    data = there.get(f"{folder}/{file}")
    if data is None:
        near = did_you_mean(file, [known.removeprefix(f"{folder}/") for known in there if not known.endswith(".yaml")])
        message, remedy = f'there is no file "{file}" in {folder}/', "put the picture there, or correct its name"
        return error("figure-missing", place, message, label=near or "no such file", help=remedy)
    try:
        return made_anew(data)
    except UnusablePictureError as why:
        message = f'the picture "{file}" cannot be printed: {why}'
        return error("figure-unusable", place, message, label="left out", help=_REMEDY)


def _upright(walked: Walked) -> Image.Image:
    image: Image.Image = Image.open(io.BytesIO(walked.data), formats=[walked.kind])
    if image.size != walked.size:
        raise ValueError("the decoder sees another size")
    image.load()
    return ImageOps.exif_transpose(image)


def _written(image: Image.Image, kind: str) -> bytes:
    """The picture in grey or colour on white, without anything else."""
    if image.mode.startswith("I"):  # sixteen bits for a pixel
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    elif image.has_transparency_data:
        seen = image.convert("RGBA")
        image = Image.new("RGB", seen.size, "white")
        image.paste(seen, mask=seen.getchannel("A"))
    image = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    image.info = {}
    file = io.BytesIO()
    if kind == "JPEG":
        image.save(file, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        image.save(file, "PNG")
    return file.getvalue()
