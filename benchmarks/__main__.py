"""`python -m benchmarks`: measure, then print the figures and the bars. Exit code 1 when a bar does not hold."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bars import bars
from benchmarks.job import Job
from benchmarks.peers import Peer, peers
from benchmarks.rounds import Measured, Turns, measure

_PROJECT = Path(__file__).parents[1]


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("targets", nargs="*", help="reports to measure with; all without any")
    parser.add_argument("--runs", type=int, default=5, help="rounds of which the median counts (%(default)s)")
    parser.add_argument("--peer-runs", type=int, default=1, help="rounds in which others print all (%(default)s)")
    parser.add_argument("--peers", nargs="*", help="by name; all that are there without it")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Run; the exit code."""
    asked = _arguments(given)
    chosen = [peer for peer in peers() if asked.peers is None or peer.name in asked.peers]
    with tempfile.TemporaryDirectory(prefix="wp3reports-benchmark-") as scratch:
        documents = Path(scratch) / "documents"
        documents.mkdir()
        job = Job(_PROJECT, Path(scratch) / "project", asked.targets)
        found = measure(job, chosen, documents, Turns(asked.runs, asked.peer_runs), _narrate)
    for line in (*_head(asked, chosen), *_figures(found), ""):
        print(line)
    judged = tuple(bars(found))
    for bar in judged:
        print(bar.line)
    return int(any(bar.value is not None and bar.value > bar.most for bar in judged))


def _head(asked: argparse.Namespace, chosen: Sequence[Peer]) -> Sequence[str]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    told = f"{cores} cores; ours: medians of {asked.runs}, others: medians of {min(asked.runs, asked.peer_runs)}"
    return told, *(f"{peer.name} is missing: {peer.lacking}" for peer in chosen if peer.lacking), ""


def _figures(found: Measured) -> Sequence[str]:
    ours = {
        "cold": found.cold,
        "nothing changed": found.unchanged,
        "one edit": found.edited,
        "draft to release": found.released,
        "check": found.checked,
    }
    lines = [f"{'ours':24} {'wall s':>8} {'cpu s':>8} {'peak MB':>8}"]
    lines += [f"{name:24} {each.wall:8.2f} {each.cpu:8.2f} {each.peak:8.0f}" for name, each in ours.items() if each]
    lines += ["", f"{'others':24} {'all s':>8} {'edited s':>8} {'local s':>8}"]
    for name, seconds in found.whole.items():
        lines.append(f"{name:24} {seconds:8.2f} {found.touched[name]:8.2f} {found.local[name]:8.2f}")
    return lines


def _narrate(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
