"""One connection: uvicorn's, with limits on how many there are and how slowly they may speak.

What is no HTTP is answered like everything else, with the headers of every answer.
"""

import asyncio
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from wp3reports.preview.headers import plain

CONNECTIONS = 64
HEADERS_BYTES = 16 * 1024
PATIENCE = 10.0  # seconds from the first byte of a request, or from the greeting, to the end of its headers


class Connection(H11Protocol):
    """A browser that speaks to us."""

    _impatience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Greet it, or turn it away where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            transport.write(plain(HTTPStatus.SERVICE_UNAVAILABLE, "Too many pages are open; please close some."))
            transport.close()
        else:
            self._listen()

    def data_received(self, data: bytes) -> None:
        """Take what it says."""
        super().data_received(data)
        self._listen()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP is told so."""
        self.transport.write(plain(HTTPStatus.BAD_REQUEST, msg))
        self.transport.close()

    def _listen(self) -> None:
        """Wait for the end of the headers, as long as they are owed and no longer than that."""
        is_owed = self.conn.their_state is h11.IDLE and (self.cycle is None or self.cycle.response_complete)
        if not is_owed:
            self._stop_waiting()
        elif self._impatience is None and not self.transport.is_closing():
            self._impatience = self.loop.call_later(PATIENCE, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._impatience is not None:
            self._impatience.cancel()
            self._impatience = None


SETTINGS: dict[str, Any] = {
    "http": Connection,
    "ws": "none",
    "lifespan": "off",
    "interface": "asgi3",
    "log_config": None,
    "log_level": "critical",  # what goes wrong is an answer; an address, which may hold the token, is never logged
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,
    "h11_max_incomplete_event_size": HEADERS_BYTES,
    "timeout_graceful_shutdown": 2,
}
