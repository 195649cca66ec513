"""Which names this server answers to: those of the machine's own loopback, and those that the user allows.

A page elsewhere can lead its own name to this machine (DNS rebinding); it cannot make a browser send another name.
"""

from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address

_LOOPBACK = frozenset({"localhost", "[::1]"})
_USUAL = 80  # the port that a browser leaves out


@dataclass(frozen=True)
class Hosts:
    """The names, each with this port; `allowed` are those beside the loopback's."""

    port: int
    allowed: frozenset[str] = frozenset()

    def admits(self, host: str) -> bool:
        """Whether a Host header is one of ours, letter for letter as a browser sends it."""
        name = host.removesuffix(f":{self.port}")
        if name == host and self.port != _USUAL:
            return False
        return name in _LOOPBACK or name in self.allowed or _is_loopback(name)


def _is_loopback(name: str) -> bool:
    try:
        return IPv4Address(name).is_loopback
    except AddressValueError:
        return False
