from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m4_concepts.merge import ConceptsMerge, merge
from wp3reports.model import Dossier
from wp3reports.rulebook import book


@pytest.fixture(scope="session")
def given() -> Mapping[str, str]:
    """The given project with milestone 4, in which nothing is wrong."""
    return {path: data.decode() for path, data in book().given("m4_concepts").files.items()}


@pytest.fixture
def merged(dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Callable[[Mapping[str, str]], ConceptsMerge]:
    """Milestone 4 as it is merged from these files."""

    def make(files: Mapping[str, str]) -> ConceptsMerge:
        dossier = dossier_of(files)
        period = dossier.project.period("m4_concepts")
        assert period is not None
        return merge(dossier, period)

    return make
