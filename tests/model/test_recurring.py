"""Fields that recur say the same everywhere, and choose from the ids that they should."""

from typing import Any

import pytest
from pydantic import create_model

from wp3reports.model import (
    IDS,
    AnyCluster,
    Evidence,
    Graded,
    Metropolis,
    OtherMetropolis,
    OwnCluster,
    Record,
    Theme,
)


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        (Theme, "themes"),
        (Metropolis, "partners"),
        (OtherMetropolis, "others"),
        (OwnCluster, "selected"),
        (AnyCluster, "selected_for_all"),
        (Evidence, None),
        (Graded, None),
    ],
)
def test_what_it_chooses_from(kind: Any, ids: str | None) -> None:
    schema = create_model("Sample", __base__=Record, asked=kind).model_json_schema()["properties"]["asked"]
    assert schema["description"]
    assert schema.get(IDS) == ids
