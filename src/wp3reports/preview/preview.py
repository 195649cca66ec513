"""One run: desk, site, hub, gate and server put together, and the threads in which they work."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event, Thread

from wp3reports.preview.app import application
from wp3reports.preview.desk import Desk, Look
from wp3reports.preview.forms import Forms
from wp3reports.preview.gate import Gate, new_token
from wp3reports.preview.hosts import Hosts
from wp3reports.preview.hub import Hub
from wp3reports.preview.pen import Pen
from wp3reports.preview.posts import posts
from wp3reports.preview.printing import Printing
from wp3reports.preview.server import LOOPBACK, Server, bound
from wp3reports.preview.shelf import own_files
from wp3reports.preview.site import Site
from wp3reports.watch import changes

DEBOUNCE = 40  # milliseconds: text comes at once
TURN = 0.0005  # seconds after which a thread that computes lets the one go on that answers browsers
PATIENCE = 2.0  # seconds for what is in flight to end; layout processes end with this one, whatever they do


@dataclass(frozen=True)
class Address:
    """Where to listen: at the loopback, or at another host under the names that are allowed."""

    host: str | None = None
    port: int | None = None
    allowed: Sequence[str] = ()


class Preview:
    """A server for the project in `folder`; bound when it is made (NoPortError), serving when it is run."""

    def __init__(self, folder: Path, issued: date, address: Address) -> None:
        """Sockets are open from here on, and the first look can be taken."""
        self._sockets = bound((address.host,) if address.host else LOOPBACK, address.port)
        port = self._sockets[0].getsockname()[1]
        self._token, self._hub, site = new_token(), Hub(), Site()
        self._printing = Printing(folder, site, self._hub)
        self._desk = Desk(folder, issued, site, self._hub, self._printing.take)
        site.put("page", own_files())
        pen = Pen(folder)
        self._desk.on_look = Forms(folder, self._hub, pen).tell
        taking = posts(self._desk, pen)
        hosts = Hosts(port, frozenset(address.allowed))
        self._app = Gate(application(site, self._hub, taking), hosts, self._token, taking)
        self._origin = f"http://{address.allowed[0] if address.allowed else '127.0.0.1'}:{port}"

    @property
    def look(self) -> Look:
        """The newest look at the project."""
        return self._desk.look

    def address(self, target: str = "") -> str:
        """The address of a document that lets a browser in."""
        return f"{self._origin}/{target}?token={self._token}"

    def run(self) -> None:
        """Serve until interrupted, which then is KeyboardInterrupt, or ended."""
        sys.setswitchinterval(TURN)
        stop = Event()
        printing = Thread(target=self._printing.run, daemon=True)
        for thread in (printing, Thread(target=self._desk.run, daemon=True), Thread(target=self._watch, args=(stop,))):
            thread.start()
        try:
            Server(self._app, self._hub).run(self._sockets)
        finally:
            stop.set()
            self._printing.close()
            printing.join(PATIENCE)

    def close(self) -> None:
        """Look at nothing more, and listen to nobody."""
        self._desk.close()
        for each in self._sockets:
            each.close()

    def _watch(self, stop: Event) -> None:
        for _ in changes(self._desk.folder, DEBOUNCE, stop):
            self._desk.wake()
