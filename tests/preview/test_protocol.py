"""Raw bytes at a real socket: whatever is said, the answer is proper, and the server lives on."""

import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from wp3reports.preview import protocol
from wp3reports.preview.app import application
from wp3reports.preview.gate import Gate
from wp3reports.preview.headers import HEADERS
from wp3reports.preview.hosts import Hosts
from wp3reports.preview.hub import Hub
from wp3reports.preview.server import Server, bound
from wp3reports.preview.site import TEXT, Content, Site, at_hand

TOKEN = "t" * 43


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Of a server that runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "PATIENCE", 0.5)
        site, hub = Site(), Hub()
        site.put("test", {"/": at_hand(Content(b"hello", TEXT))})
        (listening,) = bound(("127.0.0.1",), 0)
        port = listening.getsockname()[1]
        server = Server(Gate(application(site, hub, {}), Hosts(port), TOKEN), hub)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield port
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive()


def said(port: int, request: bytes, patience: float = 5.0) -> bytes:
    """All that the server answers before it closes, or stays silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as line:
        heard = b""
        try:
            line.sendall(request)
            while piece := line.recv(65536):
                heard += piece
        except (TimeoutError, ConnectionError):
            pass
        return heard


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def asked(*fields: bytes, target: bytes = b"/") -> bytes:
    cookie = f"Cookie: wp3reports-{{}}={TOKEN}".encode()
    return b"\r\n".join([b"GET " + target + b" HTTP/1.1", *fields, cookie, b"Connection: close", b"", b""])


def at(port: int, request: bytes) -> bytes:
    return request.replace(b"{}", str(port).encode())


def test_it_answers_to_its_own_names(port: int) -> None:
    for host in (b"localhost:{}", b"127.0.0.1:{}", b"127.1.2.3:{}", b"[::1]:{}"):
        assert status(said(port, at(port, asked(b"Host: " + host)))) == 200


def hosts() -> list[tuple[bytes, ...]]:
    """Sixty ways to name somebody else, or nobody."""
    names = [
        b"", b" ", b":", b"*", b"evil.example", b"evil.example:{}", b"localhost", b"localhost:", b"localhost:0",
        b"localhost:80", b"localhost:{}0", b"localhost:0{}", b"localhost:{}:{}", b"localhost:+{}", b"localhost:{}/",
        b"localhost:{}#", b"localhost:{}?", b"localhost:{}@evil.example", b"u@localhost:{}", b"LOCALHOST:{}",
        b"Localhost:{}", b"localhost.:{}", b"localhost.evil.example:{}", b"evil.localhost:{}", b"localhosts:{}",
        b"local host:{}", b"localhost\t:{}", b"localhost:{},localhost:{}", b"127.0.0.1.nip.io:{}", b"127.0.0.1.:{}",
        b"127.0.0.1", b"127.1:{}", b"127.0.1:{}", b"127.0.0.01:{}", b"0177.0.0.1:{}", b"0x7f.0.0.1:{}",
        b"2130706433:{}", b"0.0.0.0:{}", b"0:{}", b"126.0.0.1:{}", b"128.0.0.1:{}", b"256.0.0.1:{}", b"[::]:{}",
        b"[::1", b"::1:{}", b"[::1]", b"[::1%25lo]:{}", b"[0:0:0:0:0:0:0:1]:{}", b"[::ffff:127.0.0.1]:{}",
        b"http://localhost:{}", b"//localhost:{}", b"localhost:{}\\", b"\xff\xfe", "оcalhost:{}".encode(),
        b"xn--ocalhost-8qf:{}", b"a" * 300,
    ]  # fmt: skip
    single = [(b"Host: " + name,) for name in names]
    own = b"Host: localhost:{}"
    return [
        *single,
        (),
        (own, own),
        (own, b"Host: evil.example"),
        (b"Host: evil.example", own),
        (b"Host : localhost:{}",),
    ]


def test_no_other_name_is_answered(port: int) -> None:
    assert len(hosts()) >= 60
    answers = {fields: said(port, at(port, asked(*fields))) for fields in hosts()}
    assert {fields: status(each) for fields, each in answers.items() if status(each) not in {400, 403}} == {}
    assert all(b"hello" not in each for each in answers.values())


def test_a_whole_address_is_no_path(port: int) -> None:
    for target in (b"http://evil.example/", b"http://localhost:{}/", b"//evil.example/", b"evil.example:80", b"*"):
        assert status(said(port, at(port, asked(b"Host: localhost:{}", target=target)))) in {400, 404}


def test_every_answer_bears_the_headers(port: int) -> None:
    requests = [
        asked(b"Host: localhost:{}"),
        asked(b"Host: evil"),
        asked(),
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost:{}\r\nX: " + b"x" * 20_000,
        asked(b"Host: localhost:{}", b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Key: x"),
    ]
    answers = [said(port, at(port, request)) for request in requests]
    assert [status(each) for each in answers] == [200, 403, 400, 400, 400, 200]
    for each in answers:
        head = each.partition(b"\r\n\r\n")[0].lower()
        assert all(head.count(name + b": " + value.lower()) == 1 for name, value in HEADERS)
        assert b"access-control" not in head
        assert b"server:" not in head


def test_who_does_not_finish_is_not_waited_for(port: int) -> None:
    begun = time.monotonic()
    assert said(port, b"") == b""
    assert said(port, b"GET / HTTP/1.1\r\nHost: local") == b""
    assert time.monotonic() - begun < 4


def test_too_many_are_turned_away_and_then_there_is_room_again(port: int) -> None:
    with ExitStack() as open_:
        for _ in range(protocol.CONNECTIONS):
            open_.enter_context(socket.create_connection(("127.0.0.1", port)))
        time.sleep(0.2)
        assert status(said(port, b"")) == 503
    time.sleep(0.3)
    assert status(said(port, at(port, asked(b"Host: localhost:{}")))) == 200


def fuzzed(dice: random.Random) -> bytes:
    """A request that somebody trod on."""
    words = [
        b"GET", b"POST", b"/", b" ", b"\r\n", b"\n", b"\0", b"HTTP/1.1", b"HTTP/9", b"Host: localhost:{}", b":",
        b"\xff", b"Content-Length: 5", b"Content-Length: -1", b"Transfer-Encoding: chunked", b"Cookie: a=b", b"%00",
        b"%ff", b"Origin: null", b"Expect: 100-continue", b"x" * 500, b"ffffffffff\r\n", b"/?token=", b"[]", b"\t",
    ]  # fmt: skip
    pieces = dice.choices(words, k=dice.randint(1, 20))
    tidy = asked(b"Host: localhost:{}", *dice.choices(words, k=2), target=dice.choice([b"/", b"/%2e%2e", b"/?a"]))
    return dice.choice([b"".join(pieces), b" ".join(pieces) + b"\r\n\r\n", tidy])


@pytest.mark.parametrize("count", [300, pytest.param(100_000, marks=pytest.mark.slow)])
def test_nothing_that_is_said_ends_it(port: int, count: int, capfd: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(3)  # noqa: S311 - the same each time
    for _ in range(count):
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(at(port, fuzzed(dice)))
    time.sleep(1)  # until those that were left in the middle are given up
    assert status(said(port, at(port, asked(b"Host: localhost:{}")))) == 200
    assert capfd.readouterr() == ("", "")


def test_two_hundred_that_never_finish_are_no_harm(port: int) -> None:
    with ExitStack() as open_:
        for _ in range(200):
            line = open_.enter_context(socket.create_connection(("127.0.0.1", port)))
            line.send(b"GET /")
        time.sleep(1.2)
        assert status(said(port, at(port, asked(b"Host: localhost:{}")))) == 200
