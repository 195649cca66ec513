"""The content of every page of a small project, compared as a whole.

`pytest tests/test_golden.py --update-golden` writes the files anew; read the difference before it is committed.
"""

import io
import re
from collections.abc import Callable, Mapping

import pytest
from PIL import Image

from wp3reports.milestones import MILESTONES
from wp3reports.pipeline import Compilation
from wp3reports.volume import LATE, Part

Compile = Callable[..., Compilation]
RIGA, OSLO = "inputs/m1_selection/riga.yaml", "inputs/m2_swot/oslo.yaml"
FULL = """
history:
  - {version: 1.0, date: 2005-06-10, reason: Handed in, by: City of Riga}
deviations: Ports were described later than planned.
figures:
  - {file: ports.png, caption: The ports on the river, alt: Three ports, cluster: ferries, source: riga-2006}
"""
DESCRIPTION = """    description: |
      Lines across the *Baltic Sea*[^1], see <https://example.org/lines> and [@latvian-it-cluster].

      | Line | Ships |
      |------|------:|
      | Riga – Malmö | 2 |

      1. Goods & cars
      2. People

      [^1]: And down the **Daugava**.
"""


@pytest.fixture(scope="module")
def parts(given_whole: Mapping[str, str], compiled: Compile) -> Mapping[str, dict[str, Part]]:
    """The parts by volume: of the given project with one fuller hand-in, one that is owed and one that is broken."""
    stream = io.BytesIO()
    Image.new("L", (40, 20), 200).save(stream, "PNG")
    riga = given_whole[RIGA].replace("    description: Lines across the Baltic Sea.\n", DESCRIPTION) + FULL
    broken = given_whole["inputs/m2_swot/malmo.yaml"].replace("stage: mature", "stage: ripe")
    files = {path: text for path, text in given_whole.items() if path != OSLO}
    files |= {RIGA: riga, "inputs/m2_swot/malmo.yaml": broken}
    compilation = compiled({**files, "inputs/m1_selection/ports.png": stream.getvalue()})
    assert {each.code for each in compilation.diagnostics} == {"value-unknown", "hand-in-missing"}
    return {
        volume.name: {placed.part.name: placed.part for placed in volume.placements} for volume in compilation.volumes
    }


@pytest.mark.parametrize("milestone", [each.name for each in MILESTONES])
def test_the_pages_of_a_milestone(
    milestone: str, parts: Mapping[str, dict[str, Part]], golden: Callable[[str, str], None]
) -> None:
    """Its merged report and its first local one; the final report and its annex without what stands in the others."""
    elsewhere = {name for volume, held in parts.items() if "/" in volume for name in held}
    if milestone == "final":
        own = {name: part for name, part in {**parts["final"], **parts["final-annex"]}.items() if name not in elsewhere}
    else:
        own = {**parts[f"milestone/{milestone}"], **parts[f"local/{milestone}/riga"]}
    pages = [f"<!-- {name} -->{LATE.sub(_page, part.html)}" for name, part in own.items()]
    assert len(pages) > 8
    golden(f"{milestone}.html", "\n\n".join(pages) + "\n")


def _page(mark: re.Match[str]) -> str:
    return f"[page of {mark[1]}]"
