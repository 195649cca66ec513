"""What rules have in common: how much a finding weighs, which known id is near, and what stands there again."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from wp3reports.diagnostics import Diagnostic, Guess, Severity
from wp3reports.model.partners import Partner

_SURE = 0.8  # of difflib: a slip in a word of five letters or more; Bergen is not Berlin
_MILDER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}


def weighed(finding: Diagnostic, partner: Partner | None) -> Diagnostic:
    """The finding as it weighs for a partner: one step milder for an observer, who is asked but not bound."""
    if partner is None or not partner.is_observer:
        return finding
    return replace(finding, severity=_MILDER[finding.severity])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def meant(word: str, known: Iterable[str]) -> Guess | None:
    """The known word that was probably meant; sure when it is very near and no other one is, or as near as it.

    Very near is what has most letters in common, and what becomes the same when two neighbouring letters change places.
    """
    words = list(known)
    close = get_close_matches(word, words, n=len(words) or 1)
    alike = {each: SequenceMatcher(None, each, word).ratio() for each in close}
    near = [each for each in close if alike[each] >= _SURE or _is_swapped(each, word)]
    is_sure = len(near) == 1 and all(alike[each] < alike[near[0]] for each in close if each != near[0])
    return Guess(close[0], word, is_sure=is_sure) if close else None


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters have changed places, and nothing else has."""
    swapped = (f"{one[:place]}{one[place + 1]}{one[place]}{one[place + 2 :]}" for place in range(len(one) - 1))
    return one != other and other in swapped


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known word; empty when none is near."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else ""


def repeated(values: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """For each value that stood there before: its index, and the index where it stood first."""
    first: dict[Hashable, int] = {}
    for index, value in enumerate(values):
        if value in first:
            yield index, first[value]
        first.setdefault(value, index)
