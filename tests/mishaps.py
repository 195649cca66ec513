"""What can happen to a build that no file says: a layout process that dies, pages that never come to rest."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wp3reports import pdf
from wp3reports.volume import Part
from wp3reports.worker import lay_out


def killed(name: str, html: str, assets: Mapping[str, bytes]) -> bytes:
    """The job of a worker that ends in the middle of Riga's analysis; in a module of its own to be found by workers."""
    if name == "m2_swot/riga":
        os.kill(os.getpid(), signal.SIGKILL)
    return lay_out(name, html, assets)


class Restless:
    """A layout in which the page that says how many pages there are gets longer each time."""

    def __init__(self) -> None:
        self._turn = 0

    def __call__(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        self._turn += 1
        more = f'<p style="break-before: page">{"And so on. " * 300}</p>' * self._turn
        for part in parts:
            longer = replace(part, html=part.html.replace("</body>", f"{more}</body>"))
            yield part, pdf.export(longer if part.name.endswith("/control") else part)
