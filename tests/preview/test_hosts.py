"""The names that a preview answers to, letter for letter."""

import pytest

from wp3reports.preview.hosts import Hosts

HOSTS = Hosts(8760, frozenset({"wp3.example"}))


@pytest.mark.parametrize(
    "host", ["localhost:8760", "127.0.0.1:8760", "127.8.9.10:8760", "[::1]:8760", "wp3.example:8760"]
)
def test_the_loopback_and_what_is_allowed_are_answered(host: str) -> None:
    assert HOSTS.admits(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        ":8760",
        "localhost",
        "localhost:80",
        "localhost:8761",
        "localhost:8760:8760",
        "LOCALHOST:8760",
        "localhost.:8760",
        "localhost.evil.example:8760",
        "127.0.0.1.nip.io:8760",
        "127.0.0.1:08760",
        "127.1:8760",
        "0177.0.0.1:8760",
        "2130706433:8760",
        "0.0.0.0:8760",
        "128.0.0.1:8760",
        "[::]:8760",
        "[0:0:0:0:0:0:0:1]:8760",
        "::1:8760",
        "evil.example:8760",
        "localhost:8760@evil.example",
        "user@localhost:8760",
        "localhost :8760",
        "localhost:8760, localhost:8760",
        "http://localhost:8760",
        "wp3.example",
        "WP3.example:8760",
        "١٢٧.0.0.1:8760",
    ],
)
def test_nobody_else_is(host: str) -> None:
    assert not HOSTS.admits(host)


def test_a_browser_leaves_out_the_usual_port() -> None:
    assert Hosts(80).admits("localhost")
    assert Hosts(80).admits("127.0.0.1")
    assert not Hosts(80).admits("evil.example")
