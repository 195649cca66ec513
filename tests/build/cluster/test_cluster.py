"""A real scheduler with two workers gives the same bytes as this machine, and a worker that is lost costs a retry."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import psutil
import pytest

from wp3reports import pdf
from wp3reports.build import Workers
from wp3reports.build.cluster import Certificates, Cluster, ClusterError, parsed
from wp3reports.build.cluster import client as module
from wp3reports.build.keys import Keys
from wp3reports.model import Limits
from wp3reports.pipeline import compile_reports
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def parts(given: Mapping[str, str], templates: Mapping[str, bytes]) -> tuple[Part, ...]:
    """All parts of the given project that can be laid out at once."""
    files = {**templates, **{path: text.encode() for path, text in given.items()}}
    volumes = compile_reports(Snapshot(files), date(2008, 1, 31)).volumes
    found = {placed.part.name: placed.part for volume in volumes for placed in volume.placements}
    return tuple(part for part in found.values() if not part.is_late)[:24]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    with Workers(2, tmp_path_factory.mktemp("fonts")) as workers:
        yield workers


@pytest.fixture(scope="module")
def local(here: Workers, parts: tuple[Part, ...]) -> dict[str, bytes]:
    return {part.name: printed.to_bytes() for part, printed in here.export(parts)}


def listening(processes: list[psutil.Process]) -> set[str]:
    everyone = {each for process in processes for each in (process, *process.children(recursive=True))}
    return {
        connection.laddr.ip
        for each in everyone
        for connection in each.net_connections("inet")
        if connection.status == "LISTEN"
    }


def test_the_same_bytes_as_here_and_nothing_listens_to_others(
    cluster: Any, parts: tuple[Part, ...], here: Workers, local: dict[str, bytes]
) -> None:
    made_here: list[str] = []

    def counted(some: Any) -> Any:
        made_here.extend(part.name for part in some)
        return here.export(some)

    with Cluster(parsed(cluster.address), None, counted, Limits()) as remote:
        made = {part.name: printed.to_bytes() for part, printed in remote.export(parts)}
        assert list(remote.export([])) == []
        assert listening([psutil.Process(), *(psutil.Process(each.pid) for each in cluster.processes)]) == {"127.0.0.1"}
    assert made == local
    assert len(made_here) == 2  # one of the first twenty, one of the rest


def test_a_worker_that_is_lost_costs_a_retry_only(
    cluster: Any, parts: tuple[Part, ...], here: Workers, local: dict[str, bytes]
) -> None:
    again = tuple(Part(part.name, part.html.replace("</body>", " </body>"), part.assets) for part in parts)
    expected = {part.name: printed.to_bytes() for part, printed in here.export(again)}
    assert expected.keys() == local.keys()
    victim = cluster.workers[0]

    def kill() -> None:
        time.sleep(3)
        victim.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with Cluster(parsed(cluster.address), None, here.export, Limits()) as remote:
        made = {part.name: printed.to_bytes() for part, printed in remote.export(again)}
    killer.join()
    assert made == expected


def test_another_engine_is_refused(
    cluster: Any, parts: tuple[Part, ...], here: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "fingerprint", lambda: "weasyprint=1.0")
    with (
        Cluster(parsed(cluster.address), None, here.export, Limits()) as remote,
        pytest.raises(ClusterError, match=r"another engine than this machine \(.*weasyprint="),
    ):
        list(remote.export(parts[:1]))
    assert "weasyprint=1.0" in Keys().engine


def test_behind_tls_the_bytes_are_the_same(
    encrypted: tuple[Any, Certificates], parts: tuple[Part, ...], here: Workers, local: dict[str, bytes]
) -> None:
    cluster, certificates = encrypted
    assert parsed(cluster.address).is_encrypted
    with Cluster(parsed(cluster.address), certificates, here.export, Limits()) as remote:
        made = {part.name: printed.to_bytes() for part, printed in remote.export(parts[:4])}
    assert made == {part.name: local[part.name] for part in parts[:4]}


@pytest.mark.parametrize("foreign", ["authority", "certificate"])
def test_certificates_of_somebody_else_open_nothing(  # noqa: PLR0913, PLR0917 - fixtures
    foreign: str,
    encrypted: tuple[Any, Certificates],
    certified: Callable[[Path], Certificates],
    parts: tuple[Part, ...],
    here: Workers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cluster, own = encrypted
    other = certified(tmp_path)
    shown = (
        own._replace(authority=other.authority) if foreign == "authority" else other._replace(authority=own.authority)
    )
    monkeypatch.setattr("wp3reports.build.cluster.scheduler.PATIENCE", 3.0)
    with (
        Cluster(parsed(cluster.address), shown, here.export, Limits()) as remote,
        pytest.raises(ClusterError, match=f"no scheduler .*{cluster.address}"),
    ):
        list(remote.export(parts[:1]))


def test_nobody_there_is_told(parts: tuple[Part, ...], here: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wp3reports.build.cluster.scheduler.PATIENCE", 1.0)
    with (
        Cluster(parsed("tcp://127.0.0.1:9"), None, here.export, Limits()) as remote,
        pytest.raises(ClusterError, match=r"no scheduler at tcp://127\.0\.0\.1:9"),
    ):
        list(remote.export(parts[:1]))
    assert module.SAMPLE > 1
