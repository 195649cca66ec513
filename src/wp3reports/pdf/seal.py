"""The process made ready for the engine: fonts sealed from the system's, hyphens for Finnish, caps, recursion.

Everything here is a setting of the whole process, made once and before WeasyPrint is imported.
"""

import atexit
import gc
import os
import shutil
import sys
import tempfile
import warnings
from functools import cache
from pathlib import Path

from wp3reports import shipped
from wp3reports.pdf import internals, libraries, typefaces

RECURSION = 10_000  # WeasyPrint recurses over nested elements; the default ends at 45 nested tables
PIXELS = 10_000_000  # a picture of 64 megapixels costs 475 MB
NET = "static/fonts/SourceSans3-Regular.ttf.woff2"
FONTS_CONF = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
    "<fontconfig><dir>{folder}</dir><cachedir>{scratch}</cachedir></fontconfig>"
)


@cache
def prepare() -> None:
    """Make this process ready and load the engine; a second call does nothing.

    MissingLibrariesError when Pango or another native library is missing.
    """
    libraries.require()
    sys.setrecursionlimit(max(RECURSION, sys.getrecursionlimit()))
    scratch = _scratch()
    _seal_fonts(scratch)
    _cap_pictures()
    with libraries.unsearched():
        import weasyprint  # noqa: F401, PLC0415 - only now may it come

    if not internals.differences():
        from wp3reports.pdf import linebreaks  # noqa: PLC0415 - reaches into the engine

        linebreaks.mend()
    _hyphenate_finnish(scratch)
    # What is loaded now lives as long as the process: the collector need not look at it again and again.
    gc.collect()
    gc.freeze()


def _scratch() -> Path:
    """A folder for this process, removed when it ends; a forked child leaves its parent's alone."""
    folder, owner = Path(tempfile.mkdtemp(prefix="wp3reports-")), os.getpid()

    def remove() -> None:
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    return folder


def _seal_fonts(scratch: Path) -> None:
    """Let fontconfig see one face of ours and nothing else.

    With no font at all WeasyPrint 70 ends in a segmentation fault, so one face lies there as a safety net: unpacked,
    because fontconfig's folders do not take WOFF2. What falls back to it is reported as a foreign font.
    """
    folder = scratch / "fonts"
    folder.mkdir()
    (folder / "net.ttf").write_bytes(typefaces.truetype(shipped.template(NET)))
    conf = scratch / "fonts.conf"
    conf.write_text(FONTS_CONF.format(folder=folder, scratch=scratch), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(conf)


def _cap_pictures() -> None:
    """Refuse pictures above the cap: Pillow only warns, and WeasyPrint reports what Pillow raises."""
    import PIL.Image  # noqa: PLC0415 - comes with the engine

    PIL.Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)


def _hyphenate_finnish(scratch: Path) -> None:
    """Teach pyphen Finnish, which it lacks: a syllable begins before a consonant and a vowel."""
    import pyphen  # noqa: PLC0415 - comes with the engine

    patterns = [f"1{consonant}{vowel}" for consonant in "bdfghjklmnpqrstvwxz" for vowel in "aeiouyäöå"]
    path = scratch / "hyph_fi.dic"
    path.write_text("\n".join(["UTF-8", "LEFTHYPHENMIN 2", "RIGHTHYPHENMIN 2", *patterns, ""]), encoding="utf-8")
    pyphen.LANGUAGES["fi"] = path
    pyphen.LANGUAGES_LOWERCASE["fi"] = "fi"
