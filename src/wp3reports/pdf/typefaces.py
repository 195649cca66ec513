"""TrueType files out of shipped WOFF2 ones, made once.

Unpacking costs half a second a face, and WeasyPrint would do it again for every document: so it is done once per
process, and once per machine where a folder for the results is given.
"""

import io
import os
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

WOFF2 = b"wOF2"
FOLDER = "WP3_FONTS"  # in the environment: where unpacked faces are kept between processes


def keep_fonts_in(folder: Path) -> None:
    """From now on this process looks for unpacked fonts in this folder, and leaves them there. It need not exist.

    So do the processes that it begins.
    """
    os.environ[FOLDER] = os.fspath(folder)


@lru_cache(maxsize=64)
def truetype(data: bytes) -> bytes:
    """The font as TrueType or OpenType; what is not WOFF2 comes back as it is. Any error of a broken file passes."""
    if data[:4] != WOFF2:
        return data
    name = sha256(data).hexdigest()
    for folder in _kept():
        for path in sorted(folder.glob(f"{name}.*.ttf")):
            # The name holds the digest of the content too, so that a damaged file is never believed.
            with suppress(OSError):
                kept = path.read_bytes()
                if path.name == f"{name}.{sha256(kept).hexdigest()}.ttf":
                    return kept
    unpacked = _unpacked(data)
    for folder in _kept():
        with suppress(OSError):  # a folder that cannot be written costs time, nothing else
            _keep(folder, f"{name}.{sha256(unpacked).hexdigest()}.ttf", unpacked)
    return unpacked


def _kept() -> tuple[Path, ...]:
    """The folder, if there is one."""
    return (Path(os.environ[FOLDER]),) if os.environ.get(FOLDER) else ()


def _unpacked(data: bytes) -> bytes:
    """The TrueType file inside a WOFF2 one."""
    from fontTools.ttLib import woff2  # noqa: PLC0415 - slow to import, and not needed when the result is kept

    target = io.BytesIO()
    woff2.decompress(io.BytesIO(data), target)
    return target.getvalue()


def _keep(folder: Path, name: str, data: bytes) -> None:
    """Write a file so that others see all of it or nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{name}.{os.getpid()}.wp3-tmp"  # swept with what a killed `store` leaves
    temporary.write_bytes(data)
    temporary.replace(folder / name)


def postscript_name(data: bytes) -> str:
    """The PostScript name of a TrueType or OpenType file, which the names of the shipped files begin with."""
    import uharfbuzz  # noqa: PLC0415 - binding and exporting need it, unpacking does not

    return uharfbuzz.Face(data).get_name(6, "en") or "unnamed"
