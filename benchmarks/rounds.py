"""One run of everything, round after round, so that ours and others meet the same machine."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import FailedError, Timing, middle, summed, timed
from benchmarks.documents import slug, write_documents
from benchmarks.job import Job
from benchmarks.markup import Markup
from benchmarks.peers import Peer, printed
from wp3reports.volume import Volume

Say = Callable[[str], None]
Printed = Mapping[str, Timing]  # by document


@dataclass(frozen=True)
class Measured:
    """Medians of ours, and for each peer the seconds for all documents, for the edited ones and for a local report."""

    cold: Timing
    unchanged: Timing
    edited: Timing | None  # where the edit touches none of the reports
    released: Timing
    checked: Timing
    bound: float
    pages: int
    exported: float
    whole: Mapping[str, float] = field(default_factory=dict)
    touched: Mapping[str, float] = field(default_factory=dict)
    local: Mapping[str, float] = field(default_factory=dict)


class Turns(NamedTuple):
    """In how many rounds we and others print everything."""

    ours: int
    others: int


def measure(job: Job, peers: Iterable[Peer], documents: Path, turns: Turns, say: Say) -> Measured:
    """Everything, of ours and of all peers that are there."""
    volumes = job.volumes()
    write_documents(volumes, documents)
    for volume in volumes:
        source = (documents / f"{slug(volume.name)}.html").read_text(encoding="utf-8")
        (documents / f"{slug(volume.name)}.typ").write_text(Markup(source).text(), encoding="utf-8")
    there = [peer for peer in peers if not peer.lacking]
    ours: list[tuple[Timing, ...]] = []
    theirs: dict[str, list[Printed]] = {peer.name: [] for peer in there}
    for turn in range(turns.ours):
        say(f"round {turn + 1} of {turns.ours}: ours")
        cold, unchanged = job.cold(), job.unchanged()
        edited = (job.edited(),) if job.touched() else ()
        ours.append((cold, unchanged, job.released(), job.checked(), *edited))
        for peer in there if turn < turns.others else ():
            say(f"round {turn + 1} of {turns.ours}: {peer.name}")
            theirs[peer.name].append(_printed(peer, volumes, documents))
    cold, unchanged, released, checked, *edited_too = (middle(each) for each in zip(*ours, strict=True))
    inside = _inside(job, volumes, turns.ours)
    local = inside["local"]
    return Measured(
        cold,
        unchanged,
        edited_too[0] if edited_too else None,
        released,
        checked,
        float(inside["bound"]),
        int(inside["pages"]),
        float(inside["exported"]),
        {name: _seconds(each, [volume.name for volume in volumes]) for name, each in theirs.items()},
        {name: _seconds(each, job.touched()) for name, each in theirs.items()},
        {name: _seconds(each, [local]) for name, each in theirs.items()},
    )


def _printed(peer: Peer, volumes: Sequence[Volume], documents: Path) -> Printed:
    """Every document by a process of its own, one after the other."""
    timings: dict[str, Timing] = {}
    for volume in volumes:
        name = slug(volume.name)
        timings[volume.name] = timed(peer.command(name), documents)
        if not printed(peer, name, documents):
            raise FailedError(f"{peer.name} printed no {name}")
    return timings


def _seconds(rounds: Sequence[Printed], names: Sequence[str]) -> float:
    return middle([summed([each[name] for name in names]) for each in rounds]).wall if rounds and names else 0


def _inside(job: Job, volumes: Sequence[Volume], runs: int) -> dict[str, str]:
    """What is measured in one process; the longest volume is the one with most parts."""
    longest = max(volumes, key=lambda volume: len(volume.placements)).name
    local = next(volume.name for volume in volumes if volume.name.startswith("local/"))
    command = [sys.executable, "-m", "benchmarks.warm", str(job.folder), longest, local, str(runs)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    return {**json.loads(said.stdout), "local": local}
