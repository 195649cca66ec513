from collections.abc import Callable, Mapping

import pytest

from wp3reports.check.limits import limit_out_of_range
from wp3reports.diagnostics import Diagnostic
from wp3reports.model import RANGES, Dossier

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
PROJECT = "inputs/project.yaml"


def with_limits(given: Mapping[str, str], **limits: int) -> Mapping[str, str]:
    lines = "".join(f"  {name}: {value}\n" for name, value in limits.items())
    return {**given, PROJECT: f"{given[PROJECT]}limits:\n{lines}"}


@pytest.mark.parametrize("name", RANGES)
def test_the_ends_of_a_range_belong_to_it(name: str, given: Mapping[str, str], dossier_of: Read) -> None:
    least, most = RANGES[name]
    for value, count in ((least - 1, 1), (least, 0), (most, 0), (most + 1, 1)):
        assert len(list(limit_out_of_range(dossier_of(with_limits(given, **{name: value}))))) == count


def test_a_limit_out_of_range_is_shown_with_its_range(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = with_limits(given, seconds=60, megabytes=64, pages=0)
    memory, pages = limit_out_of_range(dossier_of(files))
    assert shown(files, memory) == [("64", "256 to 16384")]
    assert shown(files, pages) == [("0", "1 to 5000")]
