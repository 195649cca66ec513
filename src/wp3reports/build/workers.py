"""Worker processes that lay out parts and bind volumes; one that dies fails what it was at, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from wp3reports import pdf, worker
from wp3reports.build import endings
from wp3reports.build.orders import Bound, Order, bind_here
from wp3reports.build.pool import BINDER, ENGINE, Pool
from wp3reports.build.times import Times
from wp3reports.volume import Part
from wp3reports.worker import Made

TURNS = 200  # parts after which a process makes room for a new one: what it took for them it does not give back
EARLY = 4  # processes that begin before it is known how many are wanted
Subject = TypeVar("Subject", Part, Order)
Ended = tuple[Subject, Future[Made], BaseException | None]  # what it was about, its result, and what went wrong


class _Task(NamedTuple, Generic[Subject]):
    """A call to be made in a process; of the larger weight comes first."""

    subject: Subject
    weight: float
    call: Callable[..., Made]
    arguments: Mapping[str, object]


class Workers:
    """A pool that starts with the first part to lay out and ends with the `with` block, however that ends."""

    def __init__(
        self,
        jobs: int,
        fonts: Path,
        limits: endings.Allowance | None = None,
        times: Times | None = None,
        *,
        job: worker.Job = worker.lay_out,
    ) -> None:
        """At most `jobs` processes, which keep unpacked fonts in the folder `fonts`; the limits hold for each part.

        What takes longest by the `times` comes first; how long it took is noted in them.
        """
        self._jobs, self._limits, self._times, self._job = jobs, limits, times or Times(), job
        self._pool = Pool(fonts)
        self._started: dict[Part, Future[Made]] = {}  # before they were asked for
        self._is_cancelled = False

    @property
    def limits(self) -> endings.Allowance:
        """What each part may take: the usual until something else is said."""
        if self._limits is None:
            from wp3reports.model import Limits  # noqa: PLC0415 - takes longer to load than this package

            self._limits = Limits()
        return self._limits

    @limits.setter
    def limits(self, limits: endings.Allowance) -> None:
        self._limits = limits

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """End all processes."""
        self.end()

    def begin(self, *, lays_out: bool) -> None:
        """Load what lays out, or only what binds, while there is something else to do here."""
        if pdf.missing_libraries() or self._pool.prepare(ENGINE if lays_out else BINDER):
            return
        for _ in range(self._early):
            self._pool.schedule(worker.warm if lays_out else worker.ready, {}, self.limits.seconds, self._early, TURNS)

    def start(self, part: Part, limits: endings.Allowance) -> bool:
        """Begin a part that `export` will be asked for, unless enough is at work; whether it was begun."""
        waiting = sum(not future.done() for future in self._started.values())
        if waiting >= 2 * self._early or pdf.missing_libraries():
            return False
        self.limits = limits
        self._make_room(self._early)
        self._started[part] = self._schedule(self._layout(part), self._early, TURNS)
        return True

    def warm_up(self, part: Part) -> None:
        """Let each process lay out this small part, and forget it: whatever comes next finds the engine ready."""
        for _ in range(self._jobs):
            self._schedule(self._layout(part), self._jobs, TURNS)

    def cancel(self) -> None:
        """Lay out no more of what `export` was given; may be called from another thread, there CancelledError rises.

        A process at work is ended, and another one begins in its place while the others go on.
        """
        self._is_cancelled = True

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        """Each part with its pages, as they come; a part that failed has none and says why.

        A part whose process died is tried once more when all others are done, in a process of its own: the first one
        may have been worn by the parts before it. MissingLibrariesError when the engine cannot run on this system.
        """
        for part, future, fault in self._tried([self._layout(part) for part in parts]):
            yield part, self._outcome(part, future, fault)

    def bind(self, orders: Sequence[Order]) -> Iterable[Bound]:
        """Each order with its PDF, or with the reason why there is none, as they come."""
        if min(self._jobs, len(orders)) < 2:  # noqa: PLR2004 - a single process would only be waited for
            yield from bind_here(orders)
            return
        for order, future, fault in self._tried([self._binding(order) for order in orders]):
            yield order, endings.unbound(fault, self.limits) if fault else future.result().data

    @property
    def _early(self) -> int:
        return min(self._jobs, EARLY)

    def _layout(self, part: Part) -> _Task[Part]:
        arguments = {"job": self._job, "name": part.name, "html": part.html, "assets": worker.sent(part.assets)}
        return self._task(part, self._times.of(part), worker.guarded, arguments)

    def _binding(self, order: Order) -> _Task[Order]:
        bare = order.bare()
        return self._task(order, order.pages, worker.bound, {**bare, "fonts": worker.sent(order.fonts)})

    def _task(
        self, subject: Subject, weight: float, call: Callable[..., Made], arguments: Mapping[str, object]
    ) -> _Task[Subject]:
        return _Task(subject, weight, call, {**arguments, "megabytes": self.limits.megabytes})

    def _tried(self, tasks: Sequence[_Task[Subject]]) -> Iterator[Ended[Subject]]:
        """All tasks, as they end; one whose process died once more, after all others and in a process of its own."""
        from pebble import ProcessExpired  # noqa: PLC0415 - slow to load, and wanted from here on

        again: list[_Task[Subject]] = []
        for task, future, fault in self._run(tasks, TURNS):
            if isinstance(fault, ProcessExpired | BrokenProcessPool):
                again.append(task)
            else:
                yield task.subject, future, fault
        if again:
            self.end()
            for task, future, fault in self._run(again, 1):
                yield task.subject, future, fault
            self.end()

    def _run(
        self, tasks: Sequence[_Task[Subject]], turns: int
    ) -> Iterator[tuple[_Task[Subject], Future[Made], BaseException | None]]:
        """All tasks once, the longest first: less idling."""
        self._is_cancelled = False
        running: dict[Future[Made], _Task[Subject]] = {}
        processes = min(self._jobs, len(tasks))
        self._make_room(processes)
        for task in sorted(tasks, key=lambda task: task.weight, reverse=True):
            begun = self._started.pop(task.subject, None) if isinstance(task.subject, Part) else None
            running[begun or self._schedule(task, processes, turns)] = task
        while running:
            for future, fault in self._pool.ended(running):
                yield running.pop(future), future, fault
            if self._is_cancelled:
                for future in running:
                    future.cancel()
                raise CancelledError

    def _outcome(self, part: Part, future: Future[Made], fault: BaseException | None) -> pdf.Printed:
        if fault is not None:
            return endings.ended(fault, self.limits)
        made = future.result()
        self._times.note(part, made.seconds)
        try:
            return pdf.Printed.from_bytes(made.data)
        except ValueError:
            return endings.unreadable()

    def _schedule(self, task: _Task[Subject], processes: int, turns: int) -> Future[Made]:
        return self._pool.schedule(task.call, task.arguments, self.limits.seconds, processes, turns)

    def _make_room(self, processes: int) -> None:
        """Where other processes have to begin, nothing is started any more."""
        if self._pool.make_room(processes):
            self._started.clear()

    def end(self) -> None:
        """End all processes, whatever they are at."""
        self._pool.end()
        self._started.clear()
