"""`build --cluster`: where parts may be sent, what is needed for it, and how a cluster that is unfit is told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from wp3reports.build.cluster import Address, Certificates, ClusterError
from wp3reports.cli import clustering

ISSUED = "--issued=2008-01-31"
pytestmark = pytest.mark.usefixtures("folder", "stub")
Run = Callable[..., Any]


class Remote:
    """Stands for a cluster: what it is asked for, and what it answers."""

    asked: tuple[Address, Certificates | None]
    fault: Exception | None = None
    exported: int = 0

    def __call__(self, address: Address, certificates: Certificates | None, here: Any, limits: Any) -> "Remote":
        assert limits.seconds == 120
        self.asked, self.here = (address, certificates), here
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def export(self, parts: Any) -> Iterator[Any]:
        if self.fault:
            raise self.fault
        self.exported += len(parts)
        return self.here(parts)  # type: ignore[no-any-return]


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch) -> Remote:
    made = Remote()
    monkeypatch.setattr(clustering, "Cluster", made)
    return made


def test_parts_go_to_the_cluster_that_is_named(run: Run, remote: Remote, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", ISSUED, "--cluster=tcp://127.0.0.1:8786", "local/m2_swot/riga").code == 0
    assert remote.asked == (("tcp://127.0.0.1:8786", False), None)
    assert remote.exported > 0
    monkeypatch.setenv("WP3_CLUSTER", "tcp://127.0.0.1:8787")
    assert run("build", ISSUED, "local/m2_swot/oslo").code == 0
    assert remote.asked[0].text.endswith("8787")


def test_a_cluster_elsewhere_in_the_clear_is_wrong_usage(folder: Path, run: Run, remote: Remote) -> None:
    code, out, err = run("build", ISSUED, "--cluster=tcp://10.0.0.7:8786")
    assert (code, out) == (2, "")
    assert "hand-ins would cross the network in the clear" in err
    assert run("build", ISSUED, "--cluster=dask").code == 2
    assert not hasattr(remote, "asked")
    assert not (folder / "build").exists()


def test_tls_needs_certificates(folder: Path, run: Run, remote: Remote) -> None:
    tls = "--cluster=tls://dask.example.org:8786"
    code, _, err = run("build", ISSUED, tls)
    assert code == 2
    assert "needs --cluster-ca, --cluster-cert and --cluster-key" in err
    files = [folder / name for name in ("ca.pem", "cert.pem", "key.pem")]
    for file in files:
        file.write_bytes(b"")
    options = [f"--cluster-{name}={file}" for name, file in zip(("ca", "cert", "key"), files, strict=True)]
    assert run("build", ISSUED, tls, *options[:2]).code == 2
    assert run("build", ISSUED, tls, *options, "final").code == 0
    assert remote.asked == (("tls://dask.example.org:8786", True), Certificates(*files))


def test_an_unfit_cluster_is_one_line_and_the_environments_fault(run: Run, remote: Remote) -> None:
    remote.fault = ClusterError("no scheduler with a worker")
    code, out, err = run("build", ISSUED, "--cluster=tcp://127.0.0.1:8786", "final")
    assert (code, out, err) == (3, "", "Error: no scheduler with a worker\n")
