"""What is stale in build/, in few lines."""

from collections import defaultdict
from collections.abc import Mapping


def gathered(volumes: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The volumes by their state; the local reports of a milestone that are all in the same one become `local/…/*`."""
    alike: dict[str, set[str]] = defaultdict(set)
    for name, state in volumes.items():
        alike[_folder(name)].add(state)
    states: dict[str, list[str]] = defaultdict(list)
    for name, state in volumes.items():
        shown = f"{_folder(name)}/*" if name.startswith("local/") and len(alike[_folder(name)]) == 1 else name
        if shown not in states[state]:
            states[state].append(shown)
    return states


def _folder(name: str) -> str:
    return name.rpartition("/")[0]
