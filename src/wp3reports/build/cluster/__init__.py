"""Laying out parts on a Dask cluster that somebody else keeps: bytes in, bytes out, and nothing taken on trust.

A part travels as HTML and limits, its assets once for all parts, and what comes back is checked by hash. There is no
shared file system, and none of our values is pickled. `Cluster` stands in the place of `Workers`; only this package
knows Dask, and importing it does not load that.
"""

from wp3reports.build.cluster.address import Address, Certificates, parsed
from wp3reports.build.cluster.client import Cluster
from wp3reports.build.cluster.faults import ClusterError

__all__ = ["Address", "Certificates", "Cluster", "ClusterError", "parsed"]
