"""From what a text shows to lines of hand-ins."""

import json
from collections.abc import Callable, Mapping

from wp3reports.pipeline import Compilation
from wp3reports.preview.lines import lines


def test_each_thing_in_a_text_has_its_line(compiled: Callable[..., Compilation], given: Mapping[str, str]) -> None:
    compilation = compiled(given)
    (volume,) = (each for each in compilation.volumes if each.name == "local/m2_swot/riga")
    known = json.loads(lines(compilation, volume).body)
    assert len(known) > 5
    path = "inputs/m2_swot/riga.yaml"
    written = given[path].splitlines()
    assert written[known[f"{path}#/summary"] - 1].startswith("summary:")
    assert all(pointer.startswith(path) and 1 <= line <= len(written) for pointer, line in known.items())
