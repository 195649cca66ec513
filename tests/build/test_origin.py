"""What a build was made from is told by digests, the same each time."""

from collections.abc import Mapping
from datetime import date

import pytest

from wp3reports.build.origin import Origin
from wp3reports.snapshot import Snapshot

RIGA = "inputs/m2_swot/riga.yaml"


@pytest.fixture
def files(given: Mapping[str, str], templates: Mapping[str, bytes]) -> dict[str, bytes]:
    return {**templates, **{path: text.encode() for path, text in given.items()}}


def made(files: Mapping[str, bytes], engine: str = "engine 1") -> Origin:
    return Origin.of(Snapshot(files), date(2008, 1, 31), engine)


def test_it_names_every_file_the_day_the_engine_and_the_program(files: dict[str, bytes]) -> None:
    origin = made(files)
    assert origin.files.keys() == files.keys()
    assert (origin.issued, origin.engine) == ("2008-01-31", "engine 1")
    assert origin.program


def test_the_same_origin_has_the_same_name(files: dict[str, bytes]) -> None:
    origin = made(files)
    assert made(dict(reversed(files.items()))).digest == origin.digest
    assert made({**files, RIGA: files[RIGA] + b"\n"}).digest != origin.digest
    assert made(files, "engine 2").digest != origin.digest
    assert Origin.from_json(origin.to_json()) == origin


def test_texts_are_kept_and_fonts_are_not(files: dict[str, bytes]) -> None:
    kept = dict(made(files).texts)
    assert {RIGA, "templates/m2_swot.html.j2", "templates/static/report.css"} <= kept.keys()
    assert not any(path.endswith(".woff2") for path in kept)
