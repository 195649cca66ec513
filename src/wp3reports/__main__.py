"""The way in from the shell: runs a command and turns what is left into one line and an exit code."""

import os
import signal
import sys
import traceback
from types import FrameType

import click

from wp3reports.cli import cli
from wp3reports.pdf import MissingLibrariesError

USAGE, ENVIRONMENT, BUG, INTERRUPTED, ENDED = 2, 3, 4, 130, 143


def main() -> None:
    """Run the program; leaves by SystemExit with one of the exit codes of `wp3reports.cli`."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text files
    signal.signal(signal.SIGTERM, _end)
    sys.exit(_run())


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as wrong:
        wrong.show()
        return USAGE
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _said("interrupted", INTERRUPTED)
    except MissingLibrariesError as lacking:
        return _said(str(lacking), ENVIRONMENT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left: nothing more to say
        return 0
    except OSError as refused:
        place = f"{refused.filename}: " if refused.filename else ""
        return _said(f"the system refused: {place}{refused.strerror or refused}", ENVIRONMENT)
    except Exception as bug:  # noqa: BLE001 - the last net: a bug of ours is one line and exit 4, never a traceback
        where = traceback.extract_tb(bug.__traceback__)[-1]
        return _said(
            f"a bug of wp3reports, please report it: {type(bug).__name__}: {bug} "
            f"({os.path.basename(where.filename)}:{where.lineno})",
            BUG,
        )
    return code if isinstance(code, int) else 0


def _said(line: str, code: int) -> int:
    print(f"wp3reports: {line}", file=sys.stderr)  # noqa: T201 - nothing else may be left to print with
    return code


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(ENDED)


if __name__ == "__main__":
    main()
