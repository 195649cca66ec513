"""The project of the rule book with all milestones, as a dossier."""

from collections.abc import Callable, Mapping

import pytest

from wp3reports.model import Dossier


@pytest.fixture(scope="session")
def whole(given_whole: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Dossier:
    return dossier_of(given_whole)


@pytest.fixture(scope="session")
def empty(given_whole: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Dossier:
    """The same plan and partners, and nothing handed in."""
    return dossier_of({path: text for path, text in given_whole.items() if path.count("/") == 1})
