"""The native libraries that the engine opens: which are missing, how to install them, which versions are there.

Never loads WeasyPrint: that one prints a banner and raises a bare OSError when Pango is missing.
"""

import ctypes.util
import platform
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from wp3reports.pdf.faults import MissingLibrariesError
from wp3reports.pdf.internals import differences

# The names that WeasyPrint 70.0 tries, by library. harfbuzz-subset is optional for it, but without it every document
# takes a second longer and later versions require it; so it is asked for now.
LIBRARIES = {
    "gobject": (
        "libgobject-2.0-0",
        "gobject-2.0-0",
        "gobject-2.0",
        "libgobject-2.0.so.0",
        "libgobject-2.0.0.dylib",
        "libgobject-2.0-0.dll",
    ),
    "pango": (
        "libpango-1.0-0",
        "pango-1.0-0",
        "pango-1.0",
        "libpango-1.0.so.0",
        "libpango-1.0.dylib",
        "libpango-1.0-0.dll",
    ),
    "harfbuzz": (
        "libharfbuzz-0",
        "harfbuzz",
        "harfbuzz-0.0",
        "libharfbuzz.so.0",
        "libharfbuzz.0.dylib",
        "libharfbuzz-0.dll",
    ),
    "harfbuzz-subset": (
        "libharfbuzz-subset-0",
        "harfbuzz-subset",
        "harfbuzz-subset-0.0",
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "fontconfig": (
        "libfontconfig-1",
        "fontconfig-1",
        "fontconfig",
        "libfontconfig.so.1",
        "libfontconfig.1.dylib",
        "libfontconfig-1.dll",
    ),
    "pangoft2": (
        "libpangoft2-1.0-0",
        "pangoft2-1.0-0",
        "pangoft2-1.0",
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
    ),
}

INSTALL = {
    "debian": "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "dnf install pango",
    "alpine": "apk add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libharfbuzz.so.0 so:libharfbuzz-subset.so.0 "
    "so:libfontconfig.so.1 so:libpangoft2-1.0.so.0",
    "arch": "pacman -S pango",
    "suse": "zypper install libpango-1_0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango",  # in MSYS2
}
LIKE = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse", "sles": "suse"}
UNKNOWN = "install Pango 1.44 or newer, with HarfBuzz, by your system's package manager"

RECIPE = 1  # of our own: raise it when the same HTML would give other bytes by a change in this package
PACKAGES = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "pillow",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
)


_OPEN: dict[str, ctypes.CDLL] = {}
_DIRECTORIES = 0x1000  # LOAD_LIBRARY_SEARCH_DEFAULT_DIRS, on Windows


def _opened(library: str) -> ctypes.CDLL | None:
    """The library, open from now on because finding it again takes as long; None where there is none."""
    if library not in _OPEN and (opened := next(_found(library), None)):
        _OPEN[library] = opened
    return _OPEN.get(library)


def _found(library: str) -> Iterator[ctypes.CDLL]:
    """It under each of its names, as cffi looks for them; but cffi takes as long to load as everything else here."""
    for name in LIBRARIES[library]:
        with suppress(OSError):
            yield ctypes.CDLL(name, winmode=_DIRECTORIES)
        if sys.platform != "linux" and (path := ctypes.util.find_library(name)):
            with suppress(OSError):
                yield ctypes.CDLL(path, winmode=_DIRECTORIES)


@contextmanager
def unsearched() -> Iterator[None]:
    """On Linux open libraries by the names of their files only, which are among those that are tried.

    For any other name cffi asks `ctypes.util.find_library`. That runs ldconfig, then gcc and ld where they are there,
    and half of the names are those of other systems: a third of the time in which the engine is loaded. All that it
    can find on Linux is the name of a file, too.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _nothing(name: str) -> str | None:  # noqa: ARG001 - as `find_library` has it
    return None


def missing_libraries() -> tuple[str, ...]:
    """The names of the native libraries that do not load here; empty when PDFs can be made."""
    return tuple(library for library in LIBRARIES if _opened(library) is None)


def install_command() -> str:
    """The command that installs them on this system, without `sudo`; a sentence where no command is known."""
    if sys.platform in INSTALL:
        return INSTALL[sys.platform]
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    for word in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split():
        name = LIKE.get(word, word.partition("-")[0])  # opensuse-leap
        if command := INSTALL.get(LIKE.get(name, name)):
            return command
    return UNKNOWN


def require() -> None:
    """MissingLibrariesError unless all native libraries load."""
    if missing := missing_libraries():
        raise MissingLibrariesError(missing)


@cache
def fingerprint() -> str:
    """What decides, besides its HTML and assets, the bytes of a part: for cache keys.

    Fonts and style sheets are assets and do not belong here.
    """
    return " ".join(_versions())


def _versions() -> Iterator[str]:
    """`name=version` of everything between a part's HTML and its bytes."""
    yield f"recipe={RECIPE}"
    yield f"tags={'weasyprint' if differences() else 'ours'}"
    for package in PACKAGES:
        try:
            yield f"{package}={version(package)}"
        except PackageNotFoundError:
            yield f"{package}=none"
    yield f"zlib={zlib.ZLIB_RUNTIME_VERSION}"
    for library, function in (("pango", "pango_version_string"), ("harfbuzz", "hb_version_string")):
        yield f"{library}={_said(opened, function) if (opened := _opened(library)) else 'none'}"


def _said(library: ctypes.CDLL, function: str) -> str:
    """The text that a function without arguments gives."""
    asked = library[function]
    asked.restype = ctypes.c_char_p
    return str(asked().decode())
