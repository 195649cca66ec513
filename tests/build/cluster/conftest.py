"""A scheduler and its workers on this machine, as somebody else would keep them: processes, reached by loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

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
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        told = made.folder / "scheduler.json"
        made.start("scheduler", "--port", "0", "--scheduler-file", str(told))
        made.address = address(told)
        made.workers = [
            made.start("worker", made.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(made.folder))
            for _ in range(2)
        ]
        yield made
    finally:
        made.end()


def address(told: Path) -> str:
    """Where a scheduler listens, by the file that it writes when it does."""
    for _ in range(600):
        with suppress(FileNotFoundError, json.JSONDecodeError):
            return str(json.loads(told.read_text("utf-8"))["address"])
        time.sleep(0.1)
    pytest.fail("the scheduler does not listen")
