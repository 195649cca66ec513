"""Riga's SWOT as it stands in the rule book, as a form."""

from collections.abc import Callable, Mapping

import pytest

from wp3reports.authoring.form import Form, form
from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones import m2_swot
from wp3reports.model import Dossier

RIGA = "inputs/m2_swot/riga.yaml"
FormOf = Callable[..., Form]


@pytest.fixture(scope="session")
def dossier(given_whole: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Dossier:
    return dossier_of(given_whole)


@pytest.fixture(scope="session")
def riga(given_whole: Mapping[str, str]) -> str:
    return given_whole[RIGA]


@pytest.fixture(scope="session")
def form_of(dossier: Dossier) -> FormOf:
    """The form that a text gives, with what was found in it."""

    def made(text: str, *findings: Diagnostic) -> Form:
        found = form(dossier, m2_swot.MILESTONE, "riga", text.encode(), findings)
        assert found is not None
        return found

    return made
