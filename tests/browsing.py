"""A preview that runs, and browsers that look at it: the system's Chromium, driven by Playwright."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PATIENCE = 20_000  # milliseconds: the machine may be busy


class Served:
    """A preview of a project folder."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, parts = folder, urlsplit(address)
        self._origin, self._token = f"{parts.scheme}://{parts.netloc}", parts.query

    def address(self, target: str) -> str:
        return f"{self._origin}/{target}?{self._token}"

    def text(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """The preview of a folder, as the command gives it."""
    command = [sys.executable, "-m", "wp3reports", "preview", "--issued", "2008-01-31"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield Served(folder, process.stdout.readline().strip())
        finally:
            process.terminate()


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's own Chromium, as no other is fetched; a machine may lack it, but CI may not."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        leave = pytest.fail if os.environ.get("CI") else pytest.skip
        leave("there is no Chromium here; on Debian or Ubuntu: apt install chromium")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []  # as root it has no sandbox to go into
        opened = playwright.chromium.launch(executable_path=path, args=flags)
        yield opened
        opened.close()


def look(opened: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Page:
    """A page of its own context; what its scripts complain about fails the test."""
    context = opened.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda fault: pytest.fail(f"a script failed: {fault}"))
    page.goto(address)
    return page
