"""A preview of the given project: its folder, its desk, and a browser's first look at the application."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from wp3reports.preview.app import Post, application
from wp3reports.preview.desk import Desk
from wp3reports.preview.gate import Gate, new_token
from wp3reports.preview.hosts import Hosts
from wp3reports.preview.hub import Hub
from wp3reports.preview.shelf import own_files
from wp3reports.preview.site import Site

ISSUED = date(2008, 1, 31)
PORT = 8760
TARGET = "local/m2_swot/riga"


@pytest.fixture
def folder(given: Mapping[str, str], tmp_path: Path) -> Path:
    """The given project on the disk."""
    for path, text in given.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site() -> Site:
    made = Site()
    made.put("page", own_files())
    return made


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def desk(folder: Path, site: Site, hub: Hub) -> Desk:
    return Desk(folder, ISSUED, site, hub)


@pytest.fixture
def token() -> str:
    return new_token()


@pytest.fixture
def browser(site: Site, hub: Hub, token: str) -> Callable[..., TestClient]:
    """A browser that asks for addresses of the site; it knows the token unless it is a stranger."""

    def opened(posts: Mapping[str, Post] | None = None, *, stranger: bool = False) -> TestClient:
        taking = posts or {}
        gate = Gate(application(site, hub, taking), Hosts(PORT), token, taking)
        client = TestClient(gate, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False)
        if not stranger:
            client.cookies.set(f"wp3reports-{PORT}", token)
        return client

    return opened
