"""A fault of a cluster is its sentence."""

from wp3reports.build.cluster import ClusterError


def test_the_reason_is_the_message() -> None:
    assert str(ClusterError("nobody is there")) == "nobody is there"
