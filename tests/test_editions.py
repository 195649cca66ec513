"""Local reports in other languages, and hand-ins written in them: on the page, in the tags, for search."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

import tagtree
from wp3reports import pdf
from wp3reports.build import Builder, Places
from wp3reports.pipeline import compile_reports
from wp3reports.render import Editions
from wp3reports.snapshot import Snapshot
from wp3reports.volume import LATE

RIGA = "inputs/m2_swot/riga.yaml"
SUMMARY = (
    "Предприниматели Санкт-Петербурга рассматривают информационно-коммуникационные технологии как "
    "самостоятельную отрасль промышленности, заинтересованную в международном сотрудничестве. "
    "Государственные исследовательские учреждения предоставляют высокотехнологичное оборудование "
    "новообразованным предприятиям, сосредоточенным преимущественно в приборостроительном кластере."
)
PAPER = "local/m2_swot/riga", "local/m2_swot/riga.ru", "local/m2_swot/oslo.lt"
BROKEN = "\x02"  # pdfium's sign of a hyphen at a line's end, over which a search looks
IGNORED = ("STREAM-LENGTH", "METADATA-FILTER")  # false alarms of this validator


@pytest.fixture(scope="module")
def snapshot(given_whole: Mapping[str, str], templates: Mapping[str, bytes]) -> Snapshot:
    """The given project, whose hand-in from Riga is in Russian."""
    russian = given_whole[RIGA].replace("Three clusters were analysed.", SUMMARY).replace("Small firms", "Малые фирмы")
    files = {**given_whole, RIGA: f"{russian}\nlanguage: ru\n"}
    return Snapshot({**templates, **{path: text.encode() for path, text in files.items()}})


@pytest.mark.parametrize("name", ["m2_swot/riga.ru", "m4_concepts/malmo.fi"])
def test_the_pages_of_a_local_report(name: str, snapshot: Snapshot, golden: Callable[[str, str], None]) -> None:
    target, _, language = f"local/{name}".rpartition(".")
    made = compile_reports(snapshot, date(2007, 12, 14), lambda each: each == target, Editions(language))
    (volume,) = made.volumes
    assert (volume.name, volume.language) == (f"local/{name}", language)
    parts = [LATE.sub(lambda mark: f"[page of {mark[1]}]", placed.part.html) for placed in volume.placements]
    golden(f"{target.rpartition('/')[2]}.{language}.html", "\n\n".join(parts) + "\n")


@pytest.fixture(scope="module")
def built(snapshot: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the three reports, printed in one run."""
    named = tuple(name for name in PAPER if "." in name)
    made = compile_reports(snapshot, date(2007, 12, 14), editions=Editions(named=named))
    places = Places.below(tmp_path_factory.mktemp("build"))
    volumes = [volume for volume in made.volumes if volume.name in PAPER]
    assert [volume.name for volume in volumes] == list(PAPER)

    def here(parts: tuple[object, ...]) -> Iterator[object]:
        return ((part, pdf.export(part)) for part in parts)

    done = Builder(made, places, False, here, lambda *_: None).run(volumes)  # noqa: FBT003 - a draft
    assert done.written == PAPER
    assert [each.message for each in done.diagnostics if each.code != "pdf-near-empty"] == []
    return places.pdf


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("name", PAPER)
def test_it_keeps_its_promises(name: str, profile: str, built: Path) -> None:
    rules = [failure.rule_id for failure in page.validate_pdf(str(built / f"{name}.pdf"), profile=profile).failures]
    assert [rule for rule in rules if not any(word in rule for word in IGNORED)] == []


def read(path: Path) -> tuple[str, tagtree.Tag, str]:
    """The language of a PDF, its tags, and its text as a search finds it."""
    with pikepdf.open(path) as file:
        language, tags = str(file.Root.Lang), tagtree.read(file)
    with pypdfium2.PdfDocument(path) as file:
        return language, tags, "\n".join(each.get_textpage().get_text_bounded() for each in file)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAPER[:2])
def test_cyrillic_text_is_broken_at_syllables_and_found(name: str, built: Path) -> None:
    _, _, text = read(built / f"{name}.pdf")
    ends = [part.split()[-1] for part in text.split(BROKEN)[:-1]]
    assert [end for end in ends if end in SUMMARY and not SUMMARY.count(f"{end}-")]
    for word in SUMMARY.split():
        assert word in text.replace(BROKEN, ""), word


@pytest.mark.slow
def test_a_russian_hand_in_says_so_in_an_english_report(built: Path) -> None:
    language, tags, _ = read(built / f"{PAPER[0]}.pdf")
    assert language == "en"
    assert any(tag.language == "ru" and "Предприниматели" in tag.text() for tag in tags.walk())
    assert any(tag.language == "ru" and tag.text().startswith("Малые") for tag in tags.walk())
    assert not any(tag.language == "ru" and "Maturity" in tag.text() for tag in tags.walk())


@pytest.mark.slow
def test_an_english_hand_in_says_so_in_a_lithuanian_report(built: Path) -> None:
    language, tags, text = read(built / f"{PAPER[2]}.pdf")
    assert language == "lt"
    assert any(tag.language == "en" and "Brokers and insurers" in tag.text() for tag in tags.walk())
    assert {"Santrauka", "Branda", "Išvada"} <= {tag.text().strip() for tag in tags.find("H1", "H2", "H3")}
    assert not [tag for tag in tags.walk() if tag.language == "lt" and tag.role != "Document"]
    assert "Projektas" in text
    assert " iš " in text


@pytest.mark.slow
def test_outline_head_and_metadata_are_in_the_language_of_the_report(built: Path) -> None:
    with pikepdf.open(built / f"{PAPER[1]}.pdf") as file:
        assert str(file.docinfo.Title) == "Riga – Местный отчёт"
        with file.open_outline() as outline:
            titles = [child.title for item in outline.root for child in (item, *item.children)]
        assert "Краткое содержание" in titles
        assert b"<rdf:li>ru</rdf:li>" in file.Root.Metadata.read_bytes()
