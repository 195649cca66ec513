from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m5_programmes.merge import ProgrammesMerge, merge
from wp3reports.model import Dossier
from wp3reports.rulebook import book


@pytest.fixture(scope="session")
def given() -> Mapping[str, str]:
    """The given project with milestone 5, in which nothing is wrong."""
    return {path: data.decode() for path, data in book().given("m5_programmes").files.items()}


@pytest.fixture
def merged(dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Callable[[Mapping[str, str]], ProgrammesMerge]:
    """Milestone 5 as it is merged from these files."""

    def make(files: Mapping[str, str]) -> ProgrammesMerge:
        dossier = dossier_of(files)
        period = dossier.project.period("m5_programmes")
        assert period is not None
        return merge(dossier, period)

    return make
