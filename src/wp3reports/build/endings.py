"""How what was done in a process ended otherwise than with a result: the codes and the words."""

import signal
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from wp3reports import pdf
from wp3reports.worker import SPENT


class Allowance(Protocol):
    """What a process may take: a part of `wp3reports.model.Limits`, which take longer to load than this package."""

    @property
    def seconds(self) -> int:
        """The longest time."""

    @property
    def megabytes(self) -> int:
        """The most memory."""


# The findings that say that a limit was reached, and which one can be raised.
REACHED = {"pdf-timeout": "seconds", "pdf-memory": "megabytes", "pdf-pages": "pages"}


def too_long(pages: int, most: int) -> pdf.Printed:
    """What stands in place of a part with more pages than it may have."""
    return pdf.Printed.without_pages("pdf-pages", f"the layout has {pages:,} pages, and {most:,} are allowed")


def unreadable() -> pdf.Printed:
    """What stands in place of a result that is none."""
    return pdf.Printed.without_pages("pdf-crash", "the layout gave no pages that can be read")


def ended(fault: BaseException, limits: Allowance) -> pdf.Printed:
    """What stands in place of a part whose layout was ended."""
    from pebble import ProcessExpired  # noqa: PLC0415 - slow to load, and loaded by now

    message = _told(fault, limits, "layout")
    match fault:
        case TimeoutError():
            return pdf.Printed.without_pages("pdf-timeout", message)
        case ProcessExpired(exitcode=code) if code == SPENT:
            return pdf.Printed.without_pages("pdf-memory", message)
        case _:
            return pdf.Printed.without_pages("pdf-crash", message)


def unbound(fault: BaseException, limits: Allowance) -> ValueError:
    """Why there is no PDF of a volume whose binding was ended."""
    return fault if isinstance(fault, ValueError) else ValueError(_told(fault, limits, "binding"))


def _told(fault: BaseException, limits: Allowance, what: str) -> str:
    """How it ended, in words."""
    from pebble import ProcessExpired  # noqa: PLC0415 - slow to load, and loaded by now

    match fault:
        case TimeoutError():
            return f"the {what} took longer than {limits.seconds:,} seconds and was ended"
        case ProcessExpired(exitcode=code) if code == SPENT:
            return f"the {what} took more than {limits.megabytes:,} megabytes of memory and was ended, twice"
        case ProcessExpired(exitcode=code):
            return f"the {what} process died, and again in a second try: {_how(code)}"
        case BrokenProcessPool():
            return f"the {what} processes end before they begin"
        case _:
            return f"the {what} failed: {type(fault).__name__}: {fault}"


def _how(code: int) -> str:
    """How a process ended, in words."""
    if code < 0:
        return f"by signal {-code} ({signal.strsignal(-code)})"
    return f"with code {code}"
