"""What browsers are told: the newest of everything, each thing once, and an end."""

import asyncio
from collections.abc import AsyncIterator
from threading import Thread

import pytest

from wp3reports.preview import hub as module
from wp3reports.preview.hub import Hub


async def heard(events: AsyncIterator[bytes]) -> list[str]:
    """What comes next, as `kind value`."""
    said = (await anext(events)).decode().split("\n\n")[:-1]
    return [each.replace("event: ", "").replace("\ndata:", "") for each in said]


def test_who_comes_later_is_told_the_newest_of_each_kind() -> None:
    async def run() -> None:
        hub = Hub()
        hub.tell("pages", 1, "riga")
        hub.tell("pages", 2, "riga")
        hub.tell("project", "ä")
        hub.tell("pages", 3, "oslo")
        assert await heard(hub.listen("riga")) == ["pages 2", 'project "ä"']

    asyncio.run(run())


def test_each_is_told_of_its_own_document_from_any_thread() -> None:
    async def run() -> None:
        hub = Hub()
        riga, oslo = hub.listen("riga"), hub.listen("oslo")
        hub.tell("project", 0)
        assert [await heard(riga), await heard(oslo)] == [["project 0"], ["project 0"]]
        assert hub.topics == {"riga", "oslo"}
        thread = Thread(target=hub.tell, args=("pages", 1, "oslo"))
        thread.start()
        assert await heard(oslo) == ["pages 1"]
        thread.join()
        hub.tell("project", 1)
        assert await heard(riga) == ["project 1"]

    asyncio.run(run())


def test_a_slow_one_misses_what_is_out_of_date() -> None:
    async def run() -> None:
        hub = Hub()
        hub.tell("state", 0, "riga")
        events = hub.listen("riga")
        await heard(events)
        for number in range(1000):
            hub.tell("pages", number, "riga")
        await asyncio.sleep(0)
        assert await heard(events) == ["pages 999"]

    asyncio.run(run())


def test_what_was_said_last_is_not_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PULSE", 0.05)

    async def run() -> None:
        hub = Hub()
        hub.tell("pages", 1, "riga")
        events = hub.listen("riga")
        await heard(events)
        hub.tell("pages", 1, "riga")
        assert await heard(events) == [": still here"]

    asyncio.run(run())


def test_the_end_lets_all_go_and_nobody_in() -> None:
    async def run() -> None:
        hub = Hub()
        hub.tell("pages", 1, "riga")
        events = hub.listen("riga")
        await heard(events)
        hub.close()
        await asyncio.sleep(0)
        assert [each async for each in events] == []
        assert hub.topics == frozenset()
        assert [each async for each in hub.listen("riga")] == []

    asyncio.run(run())


def test_an_arrival_is_noticed() -> None:
    async def run() -> None:
        seen: list[frozenset[str]] = []
        hub = Hub()
        hub.on_arrival = lambda: seen.append(hub.topics)
        hub.tell("pages", 1, "riga")
        await heard(hub.listen("riga"))
        assert seen == [{"riga"}]

    asyncio.run(run())
