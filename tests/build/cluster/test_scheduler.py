"""The connection to a scheduler ends in words when nobody is there, and a lost scheduler is no lost worker."""

import socket
import sys
from typing import Any

import pytest

from wp3reports.build.cluster import ClusterError, parsed, remote
from wp3reports.build.cluster import scheduler as module
from wp3reports.build.cluster.scheduler import Scheduler, connected


class Future:
    """A task that has ended when it was asked for."""

    def __init__(self, status: str, value: Any) -> None:
        self.status, self._value = status, value

    def add_done_callback(self, call: Any) -> None:
        if self.status != "pending":
            call(self)

    def result(self) -> Any:
        return self._value


class Client:
    """Runs what it is given at once; `statuses` are those of the orders."""

    def __init__(self, *statuses: str) -> None:
        self.statuses, self.keys, self.workers = list(statuses), list[str](), {"one": 1}

    def submit(self, function: Any, *arguments: Any, key: str) -> Future:
        self.keys.append(key)
        if function is remote.assets:
            return Future("finished", function(*arguments))
        return Future(self.statuses.pop(0), b"answer to " + arguments[0])

    def scheduler_info(self) -> dict[str, Any]:
        return {"workers": self.workers}


def answers(client: Client, *orders: bytes) -> dict[int, bytes | None]:
    return dict(Scheduler(client).laid_out(orders, [b"files"] * len(orders), 60))  # type: ignore[arg-type]


def test_orders_are_answered_and_assets_sent_once() -> None:
    client = Client("finished", "error")
    assert answers(client, b"one", b"two") == {0: b"answer to one", 1: None}
    assert len(client.keys) == len({*client.keys}) == 3
    again = Client("finished", "finished")
    answers(again, b"one", b"two")
    assert again.keys == client.keys  # the same work has the same name


@pytest.mark.parametrize("status", ["cancelled", "lost"])
def test_a_lost_scheduler_is_told(status: str) -> None:
    with pytest.raises(ClusterError, match="the scheduler of the cluster was lost"):
        answers(Client(status), b"one")


def test_a_cluster_without_workers_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    monkeypatch.setattr(module, "_PULSE", 0.1)
    client = Client("pending")
    client.workers = {}
    with pytest.raises(ClusterError, match="has no worker any more"):
        answers(client, b"one")


def test_a_cluster_that_is_silent_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PULSE", 0.1)
    with pytest.raises(ClusterError, match="has not answered for 0 seconds, and no part may take so long"):
        list(Scheduler(Client("pending")).laid_out([b"one"], [b"files"], 0.3))  # type: ignore[arg-type]


def test_without_dask_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'wp3reports\[cluster\]'"):
        connected(parsed("tcp://127.0.0.1:8786"), None)


def test_one_who_listens_and_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(ClusterError, match=f"no scheduler answers at {address}: is it the port of its dashboard"):
            connected(parsed(address), None)
