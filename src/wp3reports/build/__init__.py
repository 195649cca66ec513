"""A compilation to files: lay out the parts that the store lacks, bind volumes that changed, write them whole.

`Builder` decides, `Workers` lay out and bind, `Ahead` lets them begin while there is more to render, `only_build_in`
keeps two builds apart, and a `Record` spares one that would do nothing. A draft leaves a `Proof`, from which `release`
binds without a compilation. Nothing here prints.
"""

from wp3reports.build.ahead import Ahead
from wp3reports.build.builder import Builder
from wp3reports.build.freshness import Freshness, built_names, freshness
from wp3reports.build.lock import only_build_in
from wp3reports.build.outcome import Built, Places
from wp3reports.build.pages import Exporter, Progress
from wp3reports.build.proof import Proof, read_proof
from wp3reports.build.record import Record, recalled, remember, remembered, request
from wp3reports.build.release import Left, release
from wp3reports.build.times import Times
from wp3reports.build.workers import Workers

__all__ = [
    "Ahead",
    "Builder",
    "Built",
    "Exporter",
    "Freshness",
    "Left",
    "Places",
    "Progress",
    "Proof",
    "Record",
    "Times",
    "Workers",
    "built_names",
    "freshness",
    "only_build_in",
    "read_proof",
    "recalled",
    "release",
    "remember",
    "remembered",
    "request",
]
