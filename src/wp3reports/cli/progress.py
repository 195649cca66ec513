"""How a build tells what it does: a bar on a terminal, one plain line for each part elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def progress(console: Console) -> Iterator[Callable[[int, int, str], None]]:
    """What is to be called with the parts done, the parts to do, and the part just done."""
    if not console.is_terminal or console.is_dumb_terminal:
        yield lambda done, total, name: console.print(f"laid out {done}/{total} {name}")
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("laying out"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)
        yield lambda done, total, name: bar.update(
            task, completed=done, total=total, description=name, visible=True, refresh=True
        )
