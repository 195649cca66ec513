"""A whole run in a process of its own: it listens on the loopback, shows a save, and ends when it is told to."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import psutil
import pytest


@pytest.fixture
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "wp3reports", "preview", "riga", "--issued", "2008-01-31"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def opened() -> OpenerDirector:
    """A browser that keeps cookies."""
    return build_opener(HTTPCookieProcessor(CookieJar()))


def test_a_save_is_told_and_nobody_else_is_let_in(running: subprocess.Popen[str], folder: Path) -> None:
    assert running.stdout
    address = running.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/local/m2_swot/riga\?token=[\w-]{43}", address)
    listening = [each.laddr.ip for each in psutil.Process(running.pid).net_connections() if each.status == "LISTEN"]
    assert listening
    assert set(listening) <= {"127.0.0.1", "::1"}
    browser = opened()
    assert b"/own/main.js" in browser.open(address).read()
    place = urlsplit(address)
    with browser.open(f"{place.scheme}://{place.netloc}/events{place.path}", timeout=20) as events:
        wait_for(events, "event: findings")
        file = folder / "inputs/m2_swot/riga.yaml"
        file.write_text("analyses: [", encoding="utf-8")
        assert '"broken": true' in wait_for(events, "event: state")
    running.send_signal(signal.SIGINT)
    assert running.wait(10) == 130
    assert running.stderr
    assert "Traceback" not in running.stderr.read()


def wait_for(events: Iterator[bytes], beginning: str) -> str:
    """The data of the next event of a kind."""
    end = time.monotonic() + 30
    for line in events:
        if line.decode().startswith(beginning):
            return next(iter(events)).decode()
        assert time.monotonic() < end
    raise AssertionError(f"{beginning} did not come")


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_the_end_leaves_nothing_behind(running: subprocess.Popen[str]) -> None:
    assert running.stdout
    running.stdout.readline()
    running.terminate()
    assert running.wait(10) == 143
