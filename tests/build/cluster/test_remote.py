"""A worker of the cluster takes bytes and gives bytes, whatever is in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.build.cluster import framing, remote
from wp3reports.build.keys import Keys
from wp3reports.model import Limits
from wp3reports.volume import Part

PART = Part("m2_swot/riga", "<p>Riga", {"a.css": b"css"})
ORDER, FILES = framing.of_part(PART, Limits(seconds=7)), framing.of_assets(PART.assets)


class Workers:
    """Stands for the processes."""

    fault: Exception | None = None

    def __init__(self, jobs: int, _: object, limits: Limits) -> None:
        assert (jobs, limits.seconds) == (1, 7)

    def __exit__(self, *_: object) -> None:
        pass

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        if self.fault:
            raise self.fault
        return ((part, pdf.Printed(part.html.encode() + repr(dict(part.assets)).encode(), 1)) for part in parts)


@pytest.fixture(autouse=True)
def _stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(remote, "Workers", Workers)
    remote._workers.cache_clear()  # noqa: SLF001
    yield
    remote._workers.cache_clear()  # noqa: SLF001


def test_an_order_is_carried_out_with_its_limits_and_assets() -> None:
    answer = framing.read_answer(remote.lay_out(ORDER, remote.assets(FILES)))
    assert pdf.Printed.from_bytes(answer.data).pdf == b"<p>Riga{'a.css': b'css'}"
    assert (answer.engine, answer.refusal) == (Keys().engine, "")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (pdf.MissingLibrariesError(("pango",)), "native libraries not found: pango"),
        (AssertionError("daemonic processes are not allowed to have children"), "AssertionError: daemonic processes"),
    ],
)
def test_what_a_worker_lacks_is_told(monkeypatch: pytest.MonkeyPatch, fault: Exception, told: str) -> None:
    monkeypatch.setattr(Workers, "fault", fault)
    assert framing.read_answer(remote.lay_out(ORDER, FILES)).refusal.startswith(told)


@pytest.mark.parametrize(("order", "files"), [(b"", FILES), (ORDER, b""), (FILES, ORDER), (b"\x80\x04.", b"")])
def test_nonsense_is_refused_and_never_a_crash(order: bytes, files: bytes) -> None:
    assert framing.read_answer(remote.lay_out(order, files)).refusal


def test_nothing_of_dask_is_needed_there() -> None:
    names: Mapping[str, Any] = vars(remote)
    assert not any("distributed" in str(getattr(value, "__module__", "")) for value in names.values())
