"""Other ways to print the same documents: each a command for one document, or the reason why it is missing."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

WEASYPRINT, TYPST, CHROMIUM, LATEX = "WeasyPrint", "Typst", "Chromium", "pandoc and LaTeX"
_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=["fonts"], ignore_system_fonts=True)
"""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Peer(NamedTuple):
    """`command` prints a document of the folder that it runs in, by its name; `lacking` says what is missing."""

    name: str
    lacking: str
    command: Callable[[str], Sequence[str]]


def peers() -> tuple[Peer, ...]:
    """All of them, missing ones too."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    return (
        Peer(WEASYPRINT, "", _weasyprint),
        Peer(TYPST, "" if find_spec("typst") else "no Python package typst", _typst),
        Peer(CHROMIUM, "" if browser else "no browser", lambda name: _chromium(browser or "", name)),
        Peer(LATEX, _lacking("pandoc", "xelatex"), _latex),
    )


def _lacking(*programs: str) -> str:
    missing = [program for program in programs if not shutil.which(program)]
    return f"no {' and no '.join(missing)}" if missing else ""


def _weasyprint(name: str) -> Sequence[str]:
    return [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/a-3a", f"{name}.html", f"{name}.weasyprint.pdf"]


def _typst(name: str) -> Sequence[str]:
    return [sys.executable, "-c", _TYPST, f"{name}.typ", f"{name}.typst.pdf"]


def _chromium(browser: str, name: str) -> Sequence[str]:
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it refuses to sandbox root
    target, source = f"--print-to-pdf={name}.chromium.pdf", f"{name}.html"
    return [browser, "--headless", "--disable-gpu", *sandbox, "--no-pdf-header-footer", target, source]


def _latex(name: str) -> Sequence[str]:
    return ["pandoc", f"{name}.html", "--pdf-engine=xelatex", "--output", f"{name}.latex.pdf"]


def printed(peer: Peer, name: str, folder: Path) -> bool:
    """Whether the peer left its PDF of that document."""
    kind = {WEASYPRINT: "weasyprint", TYPST: "typst", CHROMIUM: "chromium", LATEX: "latex"}[peer.name]
    return (folder / f"{name}.{kind}.pdf").is_file()
