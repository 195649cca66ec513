"""The one place that speaks to Dask: connect, submit a named function with bytes, hear what ended."""

import hashlib
import logging
import threading
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from wp3reports.build.cluster import remote
from wp3reports.build.cluster.address import Address, Certificates
from wp3reports.build.cluster.faults import ClusterError

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 30.0  # seconds to wait for a scheduler, or for a first worker
_PULSE = 2.0  # seconds without news after which it is asked whether anybody is left
_ANOTHER_PORT = "is it the port of its dashboard?"
LACKING = "a cluster needs Dask: pip install 'wp3reports[cluster]'"


def connected(address: Address, certificates: Certificates | None) -> "Scheduler":
    """A connection to a scheduler that has a worker; ClusterError when there is none."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise ClusterError(LACKING) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters becomes a finding or an error
    security, made = _security(certificates), SimpleQueue["Client | Exception"]()

    def connect() -> None:
        try:
            client = Client(  # type: ignore[no-untyped-call]
                address.text, security=security, timeout=PATIENCE, set_as_default=False
            )
            made.put(client)
        except Exception as refused:  # noqa: BLE001 - told below
            made.put(refused)

    # Dask waits for ever where somebody listens and does not answer, such as a dashboard: so it waits alone.
    threading.Thread(target=connect, daemon=True).start()
    try:
        client = made.get(timeout=PATIENCE + _PULSE)
        if isinstance(client, Exception):
            raise client
    except Empty:
        raise ClusterError(f"no scheduler answers at {address.text}: {_ANOTHER_PORT}") from None
    except (OSError, ValueError) as refused:  # a TimeoutError is an OSError
        raise ClusterError(f"no scheduler at {address.text}: {refused}") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except OSError as refused:
        client.close()  # type: ignore[no-untyped-call]
        raise ClusterError(f"no worker at {address.text}: {refused}") from None
    return Scheduler(client)


class Scheduler:
    """A connection to a scheduler, to be closed."""

    def __init__(self, client: "Client") -> None:
        """The client is connected."""
        self._client = client

    def close(self) -> None:
        """Forget all that was asked for, and end the connection; the cluster stays."""
        self._client.close()  # type: ignore[no-untyped-call]

    def laid_out(
        self, orders: Sequence[bytes], files: Sequence[bytes], seconds: float
    ) -> Iterator[tuple[int, bytes | None]]:
        """The number of each order with its answer, as they come; None where the cluster has none.

        ClusterError when none comes for so many seconds. `files` has the assets for each order. Equal ones are sent
        once, as a task, so that they are made again when the worker that had them is lost.
        """
        client = self._client
        names = {data: _name("assets", data) for data in {*files}}
        shared = {data: client.submit(remote.assets, data, key=name) for data, name in names.items()}
        ended: SimpleQueue[Future[Any]] = SimpleQueue()
        waiting: dict[Future[Any], int] = {}
        for number, (order, data) in enumerate(zip(orders, files, strict=True)):
            future = client.submit(remote.lay_out, order, shared[data], key=_name("part", order + names[data].encode()))
            waiting[future] = number
            future.add_done_callback(ended.put)  # type: ignore[no-untyped-call]
        while waiting:
            future = self._next(ended, seconds)
            yield waiting.pop(future), _result(future)

    def _next(self, ended: "SimpleQueue[Future[Any]]", seconds: float) -> "Future[Any]":
        """The next that ends; ClusterError when nobody is left who could end any, or when all are silent."""
        silent = deserted = 0.0
        while silent < seconds and deserted < PATIENCE:
            try:
                return ended.get(timeout=_PULSE)
            except Empty:
                silent += _PULSE
                deserted = 0.0 if self._has_workers() else deserted + _PULSE
        if silent < seconds:
            raise ClusterError("the cluster has no worker any more")
        raise ClusterError(f"the cluster has not answered for {seconds:,.0f} seconds, and no part may take so long")

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.scheduler_info()["workers"])
        except (OSError, RuntimeError, ValueError):
            return False


def _result(future: "Future[Any]") -> bytes | None:
    """The answer; None when its worker was lost time and again. ClusterError when the scheduler was lost."""
    if future.status == "error":
        return None
    if future.status != "finished":
        raise ClusterError("the scheduler of the cluster was lost")
    result = future.result()
    return result if isinstance(result, bytes) else None


def _name(kind: str, data: bytes) -> str:
    """The name of a task: the same work has the same, so that a second build beside this one does not do it twice."""
    return f"wp3reports-{kind}-{hashlib.sha256(data).hexdigest()}"


def _security(certificates: Certificates | None) -> Any:
    from distributed import Security  # noqa: PLC0415 - as above

    if certificates is None:
        return None
    return Security(  # type: ignore[no-untyped-call]
        tls_ca_file=str(certificates.authority),
        tls_client_cert=str(certificates.certificate),
        tls_client_key=str(certificates.key),
        require_encryption=True,
    )
