"""What `build` asks about a cluster, and who lays out parts: worker processes here, or a cluster."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wp3reports.build import Exporter, Workers
from wp3reports.build.cluster import Address, Certificates, Cluster, ClusterError, parsed

if TYPE_CHECKING:  # a release of a draft needs no models
    from wp3reports.model import Limits


class NoClusterError(click.ClickException):
    """The cluster cannot be used."""

    exit_code = 3


class AddressType(click.ParamType[Address]):
    """The address of a scheduler, such as tls://host:8786."""

    name = "address"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Address:
        """The address; a usage error, with the reason, where parts may not be sent to it."""
        try:
            return value if isinstance(value, Address) else parsed(str(value))
        except ValueError as refused:
            self.fail(str(refused), param, ctx)


class Asked(NamedTuple):
    """Which cluster was asked for, if any."""

    address: Address | None
    authority: Path | None
    certificate: Path | None
    key: Path | None

    @property
    def certificates(self) -> Certificates | None:
        """The certificates that the address needs; a usage error when one is missing."""
        if self.address is None or not self.address.is_encrypted:
            return None
        if self.authority is None or self.certificate is None or self.key is None:
            raise click.UsageError(f"{self.address.text} needs --cluster-ca, --cluster-cert and --cluster-key")
        return Certificates(self.authority, self.certificate, self.key)


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that lays out parts."""
    for option in (
        click.option("--cluster-key", type=_FILE, envvar="WP3_CLUSTER_KEY", help="The key to that certificate."),
        click.option("--cluster-cert", type=_FILE, envvar="WP3_CLUSTER_CERT", help="Our own certificate, in PEM."),
        click.option(
            "--cluster-ca", type=_FILE, envvar="WP3_CLUSTER_CA", help="The authority of a tls:// cluster, in PEM."
        ),
        click.option(
            "--cluster",
            type=AddressType(),
            envvar="WP3_CLUSTER",
            help="Lay out parts on a Dask cluster: its scheduler, tls://HOST:PORT or tcp://127.0.0.1:PORT.",
        ),
    ):
        command = option(command)
    return command


@contextmanager
def exporting(workers: Workers, asked: Asked, limits: "Limits") -> Iterator[Exporter]:
    """Who lays out parts within these limits: these workers, or the cluster with them behind it."""
    if asked.address is None:
        yield workers.export
        return
    try:
        with Cluster(asked.address, asked.certificates, workers.export, limits) as cluster:
            yield cluster.export
    except ClusterError as unfit:
        raise NoClusterError(str(unfit)) from None
