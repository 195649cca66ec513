"""The engine with a page laid out, and what binds. There is one thread afterwards, as forking wants it."""

from contextlib import suppress

from wp3reports import warm, worker

with suppress(Exception):  # whatever it is, it comes again with the first part, and there it is told
    worker.warm()
    worker.ready()
warm.keep()
