"""What can be wrong with a cluster, in words for whoever called it."""


class ClusterError(Exception):
    """The cluster cannot be used, or what it gives cannot be trusted; the reason is the message."""
