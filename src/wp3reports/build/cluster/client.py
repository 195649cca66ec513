"""Parts laid out by a cluster, in the place of `Workers`: held back until a sample of them is proved."""

import secrets
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from wp3reports import pdf
from wp3reports.build.cluster import framing
from wp3reports.build.cluster.address import Address, Certificates
from wp3reports.build.cluster.faults import ClusterError
from wp3reports.build.cluster.scheduler import PATIENCE, Scheduler, connected
from wp3reports.build.keys import Keys
from wp3reports.build.pages import Exporter
from wp3reports.volume import Part

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.model import Limits

SAMPLE = 20  # of so many results one is made again here and compared, before any of them is used


class _Result(NamedTuple):
    part: Part
    printed: pdf.Printed
    is_ours: bool


class Cluster:
    """A scheduler that is connected to with the first part to lay out, until the end of the `with` block."""

    def __init__(self, address: Address, certificates: Certificates | None, here: Exporter, limits: "Limits") -> None:
        """`here` lays out parts on this machine: those that are compared, and those that the cluster does not make."""
        self._address, self._certificates, self._here, self._limits = address, certificates, here, limits
        self._scheduler: Scheduler | None = None

    def __enter__(self) -> Self:
        """Nobody is asked yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Say goodbye; what still runs is forgotten."""
        if self._scheduler is not None:
            self._scheduler.close()

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        """Each part with its pages, some at a time. ClusterError when the cluster cannot be used or believed."""
        if not parts:
            return
        self._scheduler = self._scheduler or connected(self._address, self._certificates)
        parts = sorted(parts, key=lambda part: len(part.html), reverse=True)
        orders = [framing.of_part(part, self._limits) for part in parts]
        held: list[_Result] = []
        for number, answer in self._scheduler.laid_out(orders, _assets(parts), self._patience):
            held.append(self._result(parts[number], answer))
            if len(held) == SAMPLE:
                yield from self._proved(held)
                held = []
        yield from self._proved(held)

    @property
    def _patience(self) -> float:
        """Seconds in which a worker ends a part, with a second try and the time to begin."""
        return 2.0 * self._limits.seconds + PATIENCE

    def _result(self, part: Part, data: bytes | None) -> _Result:
        """What a worker made of a part; made here where it was lost or damaged on the way."""
        try:
            answer = framing.read_answer(data or b"")
            if not answer.refusal and answer.engine == Keys().engine:
                return _Result(part, pdf.Printed.from_bytes(answer.data), is_ours=False)
        except ValueError:
            return _Result(part, self._made_here(part), is_ours=True)
        raise ClusterError(_unfit(answer))

    def _proved(self, held: Sequence[_Result]) -> Iterator[tuple[Part, pdf.Printed]]:
        """The results, when one of them is to the byte what this machine makes."""
        if theirs := [each for each in held if not each.is_ours and each.printed.pages]:
            part, printed, _ = secrets.choice(theirs)
            if self._made_here(part).to_bytes() != printed.to_bytes():
                raise ClusterError(f"the cluster makes other bytes than this machine of {part.name}; none were used")
        return ((each.part, each.printed) for each in held)

    def _made_here(self, part: Part) -> pdf.Printed:
        ((_, printed),) = self._here([part])
        return printed


def _assets(parts: Sequence[Part]) -> list[bytes]:
    """The assets of each part; parts that share them, as most do, share the bytes."""
    made = {id(part.assets): part.assets for part in parts}
    framed = {key: framing.of_assets(assets) for key, assets in made.items()}
    return [framed[id(part.assets)] for part in parts]


def _unfit(answer: framing.Answer) -> str:
    """Why the answers of a cluster cannot be used."""
    if answer.refusal:
        return f"a worker of the cluster cannot lay out pages: {answer.refusal}"
    theirs, ours = (set(engine.split()) for engine in (answer.engine, Keys().engine))
    differ = ", ".join(sorted(theirs - ours)) or "fewer libraries"
    return f"the cluster has another engine than this machine ({differ}); install the same versions there"
