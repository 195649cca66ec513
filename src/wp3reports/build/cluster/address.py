"""Where a scheduler may be: on this machine, or anywhere behind TLS.

A scheduler runs what it is sent and reads all of it, so an open port on a network is an open door for everybody there.
"""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

_FORM = re.compile(r"(tcp|tls)://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")
_LAST_PORT = 65535


class Address(NamedTuple):
    """The address of a scheduler, as Dask writes it; `is_encrypted` means that certificates are needed."""

    text: str
    is_encrypted: bool


class Certificates(NamedTuple):
    """The files that both sides show each other: the authority's certificate, our own, and the key to ours."""

    authority: Path
    certificate: Path
    key: Path


def parsed(text: str) -> Address:
    """The address, if parts may be sent there; ValueError with the reason."""
    match = _FORM.fullmatch(text)
    if match is None or not 0 < int(match[3]) <= _LAST_PORT:
        raise ValueError(f"{text!r} is no address of a scheduler; write it as tls://HOST:8786 or tcp://127.0.0.1:8786")
    scheme, host, port = match.groups()
    if scheme == "tls":
        return Address(text, is_encrypted=True)
    host = "127.0.0.1" if host == "localhost" else host
    if not _is_loopback(host):
        raise ValueError(
            f"{text} is refused: over tcp, hand-ins would cross the network in the clear, and anybody there could "
            "answer in the scheduler's place; use tls://, or tcp:// with a loopback address such as 127.0.0.1"
        )
    return Address(f"tcp://{host}:{port}", is_encrypted=False)


def _is_loopback(host: str) -> bool:
    """Whether the host is an address of this machine; a name is none, whatever it means today."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
