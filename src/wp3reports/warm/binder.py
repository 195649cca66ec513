"""What binds, without the engine."""

import gc

from wp3reports import pdf

pdf.prepare_to_bind()
gc.collect()
gc.freeze()  # the collector need not look at it, so it stays shared
