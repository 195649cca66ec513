"""Sockets: on the loopback unless told otherwise, on one port, and a word when it is taken."""

import socket

import pytest

from wp3reports.preview.server import LOOPBACK, PORTS, NoPortError, bound


def test_the_usual_place_is_the_loopback_and_one_port() -> None:
    opened = bound(LOOPBACK, None)
    try:
        names = [each.getsockname() for each in opened]
        assert {name[0] for name in names} <= {"127.0.0.1", "::1"}
        (port,) = {name[1] for name in names}
        assert port in PORTS
    finally:
        for each in opened:
            each.close()


def test_a_port_that_is_taken_is_left_for_the_next_or_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NoPortError, match=f"port {port} is taken"):
            bound(LOOPBACK, port)


def test_a_host_that_this_machine_lacks_is_left_out() -> None:
    opened = bound(("127.0.0.1", "192.0.2.1"), 0)
    try:
        assert [each.getsockname()[0] for each in opened] == ["127.0.0.1"]
    finally:
        for each in opened:
            each.close()
