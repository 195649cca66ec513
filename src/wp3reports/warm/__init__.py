"""What is loaded once, in the process that all others are forked from: `engine`, or `binder` alone.

A fork server can be told modules to import and nothing else, so to import them is all there is to it. Such a process
ends with the one that it serves, and clears up behind itself; to any other request to end it is deaf. It says nothing
either: a process that cannot begin any more, because that one has ended meanwhile, is missed by nobody.
"""

import gc
import signal
import sys
from types import TracebackType


def _say_nothing(_kind: type[BaseException], _fault: BaseException, _at: TracebackType | None) -> None:
    pass


def keep() -> None:
    """Let the collector look no more at what has been loaded so far, so that it stays shared."""
    gc.collect()
    gc.freeze()
    gc.enable()


signal.signal(signal.SIGTERM, signal.SIG_IGN)
sys.excepthook = _say_nothing
gc.disable()  # until all is loaded: nothing of it can be freed
