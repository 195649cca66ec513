"""The way in from the shell: runs a command and turns whatever is left into one line and an exit code.

Imports nothing of the program before it listens to signals; worker processes import this module too.
"""

import atexit
import gc
import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

OK, ENVIRONMENT, BUG, INTERRUPTED, ENDED = 0, 3, 4, 130, 143

# Almost all that a command makes lives until it ends; looking it through as often as usual takes a sixth of its time.
# Eighty metropolises make a million things, of which one in a hundred could be freed.
COLLECTOR = (1_000_000, 20, 100)

# What else is installed has no say in what a hand-in means, and to look for it takes as long as to read ten of them.
NO_PLUGINS = "PYDANTIC_DISABLE_PLUGINS"


def command() -> NoReturn:
    """The program as a process of its own, which ends with the code of `main`.

    What is left then is not taken apart piece by piece: the system does it at once, where Python takes a tenth of the
    time of `check`.
    """
    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()  # noqa: SLF001 - Python itself does so, and then goes on with what is spared here
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else OK)


def main() -> NoReturn:
    """Run the program; leaves by SystemExit with one of the exit codes of `wp3reports.cli`."""
    try:
        signal.signal(signal.SIGTERM, _end)
        gc.set_threshold(*COLLECTOR)
        os.environ[NO_PLUGINS] = "__all__"
        _settle_streams()
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        _say("interrupted")
    code = _flushed(code)
    sys.exit(code)


def _run() -> int:
    """The exit code; an exception that reaches this place is told in one line, never as a traceback."""
    try:
        from wp3reports import cli  # noqa: PLC0415 - an interrupt while it is imported is one too

        return cli.run()
    except BrokenPipeError:
        return OK  # the reader has left: nothing more to say
    except OSError as refused:
        place = f"{refused.filename}: " if refused.filename else ""
        _say(f"the system refused: {place}{refused.strerror or refused}")
        return ENVIRONMENT
    except Exception as fault:  # noqa: BLE001 - the last net
        where = traceback.extract_tb(fault.__traceback__)[-1]
        what = f"{type(fault).__name__}: {fault}"
        _say(f"a bug of wp3reports, please report it: {what} ({Path(where.filename).name}:{where.lineno})")
        return BUG


def _settle_streams() -> None:
    """Make both streams print whatever comes: a closed one swallows it, another escapes what it cannot encode."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the process
        else:
            stream.reconfigure(errors="backslashreplace")


def _flushed(code: int) -> int:
    """The exit code when all that was printed has arrived; else that of a system that refuses."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout.fileno())
    except OSError as refused:
        _discard(sys.stdout.fileno())
        if code in {OK, INTERRUPTED}:
            _say(f"the system refused: standard output: {refused.strerror}")
            return ENVIRONMENT
    return code


def _discard(stream: int) -> None:
    """Let what is still to be printed vanish, so that the interpreter can end in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)


def _say(line: str) -> None:
    text = "".join(c if c.isprintable() else " " for c in f"wp3reports: {line}")
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - nothing else may be left to print with
        return
    with suppress(OSError):
        _discard(sys.stderr.fileno())


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(ENDED)


if __name__ == "__main__":
    command()
