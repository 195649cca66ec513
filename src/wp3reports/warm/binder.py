"""What binds, without the engine."""

from contextlib import suppress

from wp3reports import warm, worker

with suppress(Exception):  # whatever it is, it comes again with the first volume, and there it is told
    worker.ready()
warm.keep()
