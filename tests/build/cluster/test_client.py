"""What a cluster answers is checked: by hash, by engine, and by making some of it here."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.build.cluster import Address, Cluster, ClusterError, framing
from wp3reports.build.cluster import client as module
from wp3reports.build.keys import Keys
from wp3reports.model import Limits
from wp3reports.volume import Part

PARTS = tuple(Part(f"part {n}", "x" * n, {"a.css": b"css"}) for n in range(1, 8))
Answers = Callable[[framing.Order], bytes | None]


class Scheduler:
    """Answers at once, in another order, as it was told to."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.files, self.is_open = answers, set[bytes](), True

    def laid_out(
        self, orders: Sequence[bytes], files: Sequence[bytes], seconds: float
    ) -> Iterator[tuple[int, bytes | None]]:
        assert seconds > 240  # two tries of a part
        self.files |= {*files}
        for number in reversed(range(len(orders))):
            yield number, self.answers(framing.read_part(orders[number]))

    def close(self) -> None:
        self.is_open = False


def printed(html: str) -> pdf.Printed:
    return pdf.Printed(html.encode(), 1)


def good(order: framing.Order) -> bytes:
    return framing.of_answer(framing.Answer(printed(order.html).to_bytes(), Keys().engine))


class Here:
    """This machine."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            self.made.append(part.name)
            yield part, printed(part.html)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """What a cluster with these answers gives for all parts, and what was made here."""
    monkeypatch.setattr(module, "SAMPLE", 3)

    def call(answers: Answers) -> tuple[dict[str, bytes], list[str]]:
        here, scheduler = Here(), Scheduler(answers)
        monkeypatch.setattr(module, "connected", lambda *_: scheduler)
        with Cluster(Address("tcp://127.0.0.1:1", is_encrypted=False), None, here.export, Limits()) as cluster:
            made = {part.name: each.pdf for part, each in cluster.export(PARTS)}
            assert len(scheduler.files) == 1
        assert not scheduler.is_open
        return made, here.made

    return call


ALL = {part.name: part.html.encode() for part in PARTS}


def test_all_parts_come_and_one_in_so_many_is_made_again_here(run: Callable[..., Any]) -> None:
    made, here = run(good)
    assert made == ALL
    assert len(here) == len({*here}) == 3  # of three, three and one


@pytest.mark.parametrize("bad", [None, b"", b"nonsense", b'{"sha256": 1}\nx'])
def test_what_is_lost_or_damaged_is_made_here(run: Callable[..., Any], bad: bytes | None) -> None:
    made, here = run(lambda order: bad if order.name == "part 4" else good(order))
    assert made == ALL
    assert here.count("part 4") == 1


def test_pages_that_are_none_are_made_here(run: Callable[..., Any]) -> None:
    nonsense = framing.of_answer(framing.Answer(b"no pages", Keys().engine))
    assert run(lambda _: nonsense) == (ALL, [part.name for part in PARTS])


def test_other_bytes_than_here_end_it_before_any_of_them_are_used(run: Callable[..., Any]) -> None:
    other = framing.of_answer(framing.Answer(printed("other").to_bytes(), Keys().engine))
    with pytest.raises(ClusterError, match="other bytes than this machine of part"):
        run(lambda _: other)


def test_another_engine_and_a_refusal_are_told(run: Callable[..., Any]) -> None:
    other = framing.of_answer(framing.Answer(b"", Keys().engine.replace("weasyprint=", "weasyprint=1")))
    with pytest.raises(ClusterError, match=r"another engine than this machine \(weasyprint=1"):
        run(lambda _: other)
    lacking = framing.of_answer(framing.Answer(b"", "", "native libraries not found: pango"))
    with pytest.raises(ClusterError, match="cannot lay out pages: native libraries not found: pango"):
        run(lambda _: lacking)


def test_a_part_that_fails_there_fails_by_name(run: Callable[..., Any]) -> None:
    flaw = pdf.Printed(b"", 0, flaws=(pdf.Flaw("pdf-timeout", "too long"),))
    failed = framing.of_answer(framing.Answer(flaw.to_bytes(), Keys().engine))
    made, _ = run(lambda order: failed if order.name == "part 2" else good(order))
    assert made == {**ALL, "part 2": b""}
