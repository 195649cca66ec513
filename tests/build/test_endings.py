"""What is said of a part whose layout, or a volume whose binding, was ended."""

from concurrent.futures.process import BrokenProcessPool

import pytest
from pebble import ProcessExpired

from wp3reports import pdf
from wp3reports.build.endings import REACHED, ended, too_long, unbound, unreadable
from wp3reports.model import RANGES, Limits
from wp3reports.rulebook import PAGES
from wp3reports.worker import SPENT

LIMITS = Limits(seconds=1500, megabytes=2048)


@pytest.mark.parametrize(
    ("fault", "code", "message"),
    [
        (TimeoutError(), "pdf-timeout", "the layout took longer than 1,500 seconds and was ended"),
        (
            ProcessExpired("", SPENT),
            "pdf-memory",
            "the layout took more than 2,048 megabytes of memory and was ended, twice",
        ),
        (ProcessExpired("", -11), "pdf-crash", "died, and again in a second try: by signal 11 (Segmentation fault)"),
        (ProcessExpired("", 7), "pdf-crash", "died, and again in a second try: with code 7"),
        (BrokenProcessPool(), "pdf-crash", "the layout processes end before they begin"),
        (TypeError("no bytes"), "pdf-crash", "the layout failed: TypeError: no bytes"),
    ],
)
def test_each_ending_has_its_words(fault: BaseException, code: str, message: str) -> None:
    assert said(ended(fault, LIMITS))[0] == code
    assert message in said(ended(fault, LIMITS))[1]
    assert message.replace("layout", "binding") in str(unbound(fault, LIMITS))


def test_a_reason_that_was_given_stays_as_it_is() -> None:
    assert str(unbound(ValueError("the volume has no pages"), LIMITS)) == "the volume has no pages"


def test_what_is_too_long_or_no_pages_at_all() -> None:
    assert said(too_long(3000, 300)) == ("pdf-pages", "the layout has 3,000 pages, and 300 are allowed")
    assert said(unreadable())[0] == "pdf-crash"


def said(printed: pdf.Printed) -> tuple[str, str]:
    [flaw] = printed.flaws
    assert (printed.pages, printed.pdf, flaw.fatal) == (0, b"", True)
    return flaw.code, flaw.message


def test_each_limit_has_a_finding_with_a_page_that_names_it() -> None:
    assert set(REACHED.values()) == set(RANGES) == set(Limits.model_fields)
    for code, limit in REACHED.items():
        assert f"`{limit}` under `limits`" in " ".join(PAGES[code].paragraphs)
