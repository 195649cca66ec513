"""Shorter ways through the engine that lead to the same bytes, for a tenth less of a processor's time.

Functions of the engine are replaced while a part is laid out: those that are called most, where most calls ask for
little. With WP3_ENGINE=plain in the environment, and with an engine whose inside we do not know, none is replaced.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from wp3reports.pdf import internals


@contextmanager
def taken() -> Iterator[None]:
    """While this is open the engine goes our ways."""
    with ExitStack() as back:
        if not (internals.is_left_alone() or internals.differences()):
            from wp3reports.pdf.shortcuts.ways import WAYS  # noqa: PLC0415 - only where the engine is as they know it

            for owner, name, ours in WAYS:
                back.callback(setattr, owner, name, getattr(owner, name))
                setattr(owner, name, ours)
        yield
