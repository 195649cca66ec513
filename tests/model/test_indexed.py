"""A look-up is made once for each dossier, and never shared between two."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from wp3reports.model import Dossier, HandIn, grouped, indexed


def test_it_is_made_once_for_each_dossier(
    dossier_of: Callable[[Mapping[str, str]], Dossier], given: Mapping[str, str]
) -> None:
    calls: list[int] = []

    @indexed
    def count(dossier: Dossier) -> int:
        """How many hand-ins there are."""
        calls.append(len(dossier.deliveries))
        return calls[-1]

    dossier = dossier_of(given)
    assert count(dossier) == count(dossier) == len(dossier.of(HandIn))
    assert len(calls) == 1
    fewer = replace(dossier, deliveries=dossier.deliveries[:2])
    assert (count(fewer), len(fewer.of(HandIn))) == (2, 2)
    assert count(dossier) == len(dossier.of(HandIn)) > 2
    assert count.__doc__ == "How many hand-ins there are."


def test_items_are_grouped_by_each_key_that_they_give() -> None:
    found = grouped(["aba", "bc", ""], lambda word: word)
    assert found == {"a": ("aba",), "b": ("aba", "bc"), "c": ("bc",)}
