"""What browsers are told, while they listen: server-sent events, each with the whole of its subject.

A browser that comes later, or comes back, is told the newest of each kind; one that is slow misses what is out of date.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from threading import Lock

EVERYBODY = ""  # the topic of what concerns all documents
PULSE = 15.0  # seconds after which a silent line is used, so that a dead one is noticed
_STILL_HERE = b": still here\n\n"
_Key = tuple[str, str]  # topic and kind


class _Reader:
    """One browser: what it has not been told yet."""

    def __init__(self, topic: str, waiting: dict[_Key, bytes]) -> None:
        self.topic, self.loop = topic, asyncio.get_running_loop()
        self.is_over = False
        self._waiting, self._news = waiting, asyncio.Event()
        self._news.set()

    def put(self, key: _Key, event: bytes) -> None:
        self._waiting[key] = event
        self._news.set()

    def end(self) -> None:
        self.is_over = True
        self._news.set()

    async def take(self) -> bytes:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), PULSE)
        self._news.clear()
        taken, self._waiting = self._waiting, {}
        return b"".join(taken.values()) or _STILL_HERE


class Hub:
    """Tells all browsers that look at a document what is new about it. May be told from any thread."""

    def __init__(self, on_arrival: Callable[[], None] = lambda: None) -> None:
        """`on_arrival` is called when somebody begins to look at a document."""
        self._lock = Lock()
        self._kept: dict[_Key, bytes] = {}
        self._readers: set[_Reader] = set()
        self._is_over = False
        self.on_arrival = on_arrival

    @property
    def topics(self) -> frozenset[str]:
        """The documents that somebody looks at."""
        with self._lock:
            return frozenset(reader.topic for reader in self._readers)

    def tell(self, kind: str, value: object, topic: str = EVERYBODY) -> None:
        """Say something, unless that is what was said of it last."""
        event = f"event: {kind}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode()
        with self._lock:
            if self._kept.get((topic, kind)) == event:
                return
            self._kept[topic, kind] = event
            for reader in self._readers:
                if topic in {EVERYBODY, reader.topic}:
                    with suppress(RuntimeError):  # its loop is closed: the server is ending
                        reader.loop.call_soon_threadsafe(reader.put, (topic, kind), event)

    async def listen(self, topic: str) -> AsyncIterator[bytes]:
        """What is said to everybody and of this document, from now on and what holds now."""
        with self._lock:
            said = {key: event for key, event in self._kept.items() if key[0] in {EVERYBODY, topic}}
            reader = _Reader(topic, said)
            reader.is_over = self._is_over
            self._readers.add(reader)
        self.on_arrival()
        try:
            while not reader.is_over:
                yield await reader.take()
        finally:
            with self._lock:
                self._readers.discard(reader)

    def close(self) -> None:
        """Let all go."""
        with self._lock:
            self._is_over = True
            for reader in self._readers:
                with suppress(RuntimeError):
                    reader.loop.call_soon_threadsafe(reader.end)
