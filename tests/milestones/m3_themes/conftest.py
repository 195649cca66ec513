"""What tests of the merge share: the merged milestone of files."""

from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m3_themes.merge import ThemesMerge, merge
from wp3reports.model import Dossier


@pytest.fixture
def merged(dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Callable[[Mapping[str, str]], ThemesMerge]:
    """The milestone as it is merged from these files."""

    def make(files: Mapping[str, str]) -> ThemesMerge:
        dossier = dossier_of(files)
        period = dossier.project.period("m3_themes")
        assert period is not None
        return merge(dossier, period)

    return make
