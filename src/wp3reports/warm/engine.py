"""The engine with a page laid out, and what binds. There is one thread afterwards, as forking wants it."""

import gc
from contextlib import suppress

from wp3reports import pdf, worker

with suppress(Exception):  # whatever it is, it comes again with the first part, and there it is told
    worker.warm()
pdf.prepare_to_bind()
gc.collect()
gc.freeze()  # the collector need not look at it, so it stays shared
