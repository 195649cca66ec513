"""The server: sockets on this machine's loopback, uvicorn on top, an end that waits for nobody."""

import socket
from collections.abc import Sequence
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from wp3reports.preview.hub import Hub
from wp3reports.preview.protocol import SETTINGS

LOOPBACK = ("127.0.0.1", "::1")
PORTS = range(8760, 8780)  # tried in turn where none is asked for


class NoPortError(Exception):
    """No port is free, or not the one that was asked for."""


class Server(uvicorn.Server):
    """Lets its listeners go when it ends: they would never leave by themselves."""

    def __init__(self, app: ASGIApp, hub: Hub) -> None:
        """For this application, whose browsers listen to this hub."""
        super().__init__(uvicorn.Config(app, **SETTINGS))
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self._hub.close()
        await super().shutdown(sockets)


def bound(hosts: Sequence[str], port: int | None) -> list[socket.socket]:
    """Sockets that listen at these hosts at one port, the first free one unless it is given; NoPortError without one.

    A host that this machine does not have, such as ::1 where there is no IPv6, is left out as long as another is there.
    """
    for each in PORTS if port is None else (port,):
        opened: list[socket.socket] = []
        with suppress(OSError):
            opened.append(_socket(hosts[0], each))
            number = opened[0].getsockname()[1]
            for other in hosts[1:]:
                with suppress(OSError):
                    opened.append(_socket(other, number))
            return opened
    raise NoPortError(f"port {port} is taken" if port else f"no port from {PORTS[0]} to {PORTS[-1]} is free")


def _socket(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(address)
        made.listen()
    except OSError:
        made.close()
        raise
    return made
