import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.load import load
from wp3reports.render import drawn
from wp3reports.render.pictures import pictures, unusable
from wp3reports.render.redrawing import judge
from wp3reports.snapshot import Snapshot

HAZARDS = Path(__file__).parents[1] / "hazards"
RIGA, FOLDER = "inputs/m1_selection/riga.yaml", "inputs/m1_selection"
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
LISTED = dict(
    re.findall(r"^\| images/(\S+) \| (\w+) \|", (HAZARDS / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
)


def file(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def found(files: Mapping[str, str], others: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    snapshot = Snapshot({**{path: text.encode() for path, text in files.items()}, **others})
    dossier, _ = load(snapshot, date(2008, 1, 31))
    assert dossier is not None
    return pictures(snapshot, dossier)


def unusable_in(files: Mapping[str, str], others: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    snapshot = Snapshot({**{path: text.encode() for path, text in files.items()}, **others})
    dossier, _ = load(snapshot, date(2008, 1, 31))
    assert dossier is not None
    return unusable(snapshot, dossier)


def with_figure(given: Mapping[str, str], name: str) -> dict[str, str]:
    return {**given, RIGA: f"{given[RIGA]}figures:\n  - file: '{name}'\n    caption: A\n    alt: B\n"}


@pytest.fixture(params=[False, True], ids=["strict", "lenient"])
def _lenient_decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint makes Pillow take files that are cut off."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", request.param)


@pytest.mark.usefixtures("_lenient_decoder")
@pytest.mark.parametrize("name", LISTED)
def test_a_hazard_ends_as_its_list_says(name: str, given: Mapping[str, str], shown: Shown) -> None:
    drawn._DRAWN.clear()  # noqa: SLF001
    judge.cache_clear()
    files, data = with_figure(given, name), (HAZARDS / "images" / name).read_bytes()
    assets, findings = found(files, {f"{FOLDER}/{name}": data})
    assert [*assets] == ([f"{FOLDER}/{name}"] if LISTED[name] == "accept" else [])
    assert [each.code for each in findings] == ([] if assets else ["figure-unusable"])
    assert unusable_in(files, {f"{FOLDER}/{name}": data}) == findings
    for each in findings:
        assert each.severity is Severity.ERROR
        assert shown(files, each)[0][0] == f"'{name}'"
        assert name in each.message
        assert each.help


def test_all_hazards_were_tried() -> None:
    assert len(LISTED) == len(list((HAZARDS / "images").iterdir())) == 6
    assert list(LISTED.values()).count("accept") == 1


@pytest.mark.parametrize(
    "name",
    ["../m2_swot/a.png", "/etc/passwd", "..", "a/../../b.png", "./a.png", "a//b.png", "a\\b.png", "C:\\a.png", "a/"],
)
def test_a_path_that_leaves_the_folder_is_refused(name: str, given: Mapping[str, str], shown: Shown) -> None:
    files = with_figure(given, name)
    picture = file(Image.new("L", (4, 4)))
    assets, (finding,) = found(
        files, {"inputs/m2_swot/a.png": picture, f"{FOLDER}/a.png": picture, "etc/passwd": picture}
    )
    assert assets == {}
    assert finding.code == "figure-unusable"
    assert shown(files, finding)[0] == (f"'{name}'", "leads elsewhere")


def test_a_picture_that_is_not_there_is_missed(given: Mapping[str, str], shown: Shown) -> None:
    files = with_figure(given, "maps/riga.png")
    assets, (finding,) = found(files, {f"{FOLDER}/maps/rigaa.png": b"x", "inputs/m2_swot/maps/riga.png": b"x"})
    assert assets == {}
    assert finding.code == "figure-missing"
    assert shown(files, finding)[0] == ("'maps/riga.png'", 'did you mean "maps/rigaa.png"?')


def test_a_name_is_found_however_its_accents_are_written(given: Mapping[str, str]) -> None:
    picture = file(Image.new("L", (4, 4)))
    assets, findings = found(with_figure(given, "Malmö.png"), {f"{FOLDER}/Malmo\u0308.png": picture})
    assert ([*assets], findings) == ([f"{FOLDER}/Malmö.png"], ())


def test_logos_are_judged_like_figures(given: Mapping[str, str], shown: Shown) -> None:
    project = "inputs/project.yaml"
    files = {**given, project: given[project] + "logos: [{file: logo.png, alt: Ours}]\n"}
    assert [*found(files, {"inputs/logo.png": file(Image.new("L", (4, 4)))})[0]] == ["inputs/logo.png"]
    _, (finding,) = found(files, {})
    assert shown(files, finding)[0][0] == "logo.png"


def test_without_figures_nothing_is_done(given: Mapping[str, str]) -> None:
    assert found(given, {f"{FOLDER}/unused.png": b"x"}) == ({}, ())
