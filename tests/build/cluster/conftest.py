"""A scheduler and its workers on this machine, as somebody else would keep them: processes, reached by loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest
import trustme

from wp3reports.build.cluster import Certificates

# Workers may have processes of their own, which Dask forbids them as a rule.
QUIET = ("--no-dashboard", "--dashboard-address", "127.0.0.1:0")  # without the address it listens to everybody
ENVIRONMENT = {"DASK_DISTRIBUTED__WORKER__DAEMON": "False", "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}


@dataclass
class Cluster:
    """Processes of a cluster, and where its scheduler listens."""

    folder: Path
    address: str = ""
    workers: list[psutil.Process] = field(default_factory=list)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, kind: str, *arguments: str) -> psutil.Process:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--host", "127.0.0.1"]
        with (self.folder / f"{kind}-{len(self.processes)}.log").open("wb") as log:
            started = subprocess.Popen(
                [*command, *QUIET], stdout=log, stderr=log, env={**os.environ, **ENVIRONMENT}, cwd=self.folder
            )
        self.processes.append(started)
        return psutil.Process(started.pid)

    def end(self) -> None:
        children = [child for each in self.processes for child in descendants(each.pid)]
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()


def descendants(number: int) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(number).children(recursive=True)
    return []


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with running(tmp_path_factory.mktemp("cluster"), workers=2) as made:
        yield made


@pytest.fixture(scope="module")
def certified() -> Callable[[Path], Certificates]:
    """Certificates of an authority of their own, for this machine, written into a folder."""

    def make(folder: Path) -> Certificates:
        authority = trustme.CA()
        own = authority.issue_cert("127.0.0.1")
        made = Certificates(folder / "ca.pem", folder / "cert.pem", folder / "key.pem")
        authority.cert_pem.write_to_path(str(made.authority))
        own.cert_chain_pems[0].write_to_path(str(made.certificate))
        own.private_key_pem.write_to_path(str(made.key))
        return made

    return make


@contextmanager
def running(folder: Path, *shared: str, workers: int) -> Iterator[Cluster]:
    """A scheduler and its workers, all started with these arguments too."""
    made = Cluster(folder)
    told, own = folder / "scheduler.json", ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    try:
        made.start("scheduler", "--port", "0", "--scheduler-file", str(told), *shared)
        made.address = address(told)
        made.workers = [made.start("worker", made.address, *own, *shared) for _ in range(workers)]
        yield made
    finally:
        made.end()


@pytest.fixture(scope="module")
def encrypted(
    tmp_path_factory: pytest.TempPathFactory, certified: Callable[[Path], Certificates]
) -> Iterator[tuple[Cluster, Certificates]]:
    """A scheduler and a worker behind TLS, and the certificates that open it."""
    folder = tmp_path_factory.mktemp("encrypted")
    certificates = certified(folder)
    files = [f"--tls-{name}={path}" for name, path in zip(("ca-file", "cert", "key"), certificates, strict=True)]
    with running(folder, "--protocol", "tls", *files, workers=1) as made:
        yield made, certificates


def address(told: Path) -> str:
    """Where a scheduler listens, by the file that it writes when it does."""
    for _ in range(600):
        with suppress(FileNotFoundError, json.JSONDecodeError):
            return str(json.loads(told.read_text("utf-8"))["address"])
        time.sleep(0.1)
    pytest.fail("the scheduler does not listen")
