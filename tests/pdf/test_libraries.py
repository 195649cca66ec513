import ctypes
import platform
import subprocess
import sys

import pytest

from wp3reports.pdf import MissingLibrariesError, fingerprint, install_command, libraries, missing_libraries

DEBIAN = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def hide(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    opened = ctypes.CDLL

    def refuse(name: str, **more: int) -> ctypes.CDLL:
        if part in name:
            raise OSError(f"cannot load library {name!r}")
        return opened(name, **more)

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(libraries, "_OPEN", {})


def test_nothing_is_missing_here() -> None:
    assert missing_libraries() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a search runs no other program")
def test_nothing_is_run_to_find_them_nor_to_load_the_engine() -> None:
    code = """if True:
        import ctypes.util, os, subprocess, sys
        sys.addaudithook(lambda event, _: event in {"subprocess.Popen", "os.posix_spawn"} and os.abort())
        from wp3reports import pdf
        found, search = pdf.fingerprint(), ctypes.util.find_library
        pdf.prepare()
        print("=none" in found, ctypes.util.find_library is search)
    """
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "False True\n", "")


def test_all_names_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "")
    assert missing_libraries() == tuple(libraries.LIBRARIES)
    with pytest.raises(MissingLibrariesError, match="gobject, pango, harfbuzz"):
        libraries.require()


def test_pango_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "pango")
    assert missing_libraries() == ("pango", "pangoft2")


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "debian"}, DEBIAN),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, DEBIAN),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, DEBIAN),
        ({"ID": "fedora"}, "dnf install pango"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf install pango"),
        ({"ID": "alpine"}, libraries.INSTALL["alpine"]),
        ({"ID": "arch"}, "pacman -S pango"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "zypper install libpango-1_0-0 libharfbuzz-subset0"),
        ({"ID": "sles"}, "zypper install libpango-1_0-0 libharfbuzz-subset0"),
        ({"ID": "plan9"}, libraries.UNKNOWN),
        ({}, libraries.UNKNOWN),
    ],
)
def test_install_command_by_release(release: dict[str, str], command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert install_command() == command


def test_install_command_without_a_release_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", refuse)
    assert install_command() == libraries.UNKNOWN


@pytest.mark.parametrize(("system", "command"), [("darwin", "brew install pango"), ("win32", "pacman -S mingw-w64")])
def test_install_command_elsewhere(system: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert install_command().startswith(command)


def test_the_fingerprint_names_engine_and_libraries() -> None:
    words = dict(word.split("=") for word in fingerprint().split(" "))
    assert words["weasyprint"] == "70.0"
    assert {"recipe", "pydyf", "fonttools", "pillow", "pyphen", "zlib", "pango", "harfbuzz"} < words.keys()
    assert "none" not in words.values()


def test_the_fingerprint_without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "pango")
    assert "pango=none" in libraries.fingerprint.__wrapped__()


def test_importing_the_package_loads_no_library() -> None:
    code = "import sys, wp3reports.pdf as p; p.missing_libraries; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "wp3reports.pdf" in loaded
    assert not {"weasyprint", "pydyf", "pikepdf", "uharfbuzz", "cffi", "fontTools", "pyphen"} & set(loaded)
