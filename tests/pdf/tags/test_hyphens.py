"""Hyphens that only the end of a line has put into a word."""

import pytest

from wp3reports.pdf.tags.hyphens import SOFT, unbroken

TEXT = "Science parks and well-known science-parks of innovation"


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("of inno-", "vation", f"of inno{SOFT}"),
        ("of in-", "no-", f"of in{SOFT}"),
        ("of INNO-", "VATION", f"of INNO{SOFT}"),  # printed in capitals
        ("and well-", "known", ""),  # its own hyphen
        ("well-known science-", "parks of", ""),
        ("well-known", "science", ""),
        ("of -", "vation", ""),
        ("of inno-", " ", ""),
    ],
)
def test_a_hyphen_is_soft_where_the_word_has_none(line: str, following: str, expected: str) -> None:
    assert unbroken(line, following, "-", TEXT) == expected


def test_a_soft_hyphen_in_the_text_is_none_of_the_word() -> None:
    assert unbroken("of inno-", "vation", "-", f"of inno{SOFT}vation") == f"of inno{SOFT}"


def test_without_a_hyphen_there_is_nothing_to_do() -> None:
    assert unbroken("of inno", "vation", "", TEXT) == ""
