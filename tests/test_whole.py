"""The whole job on the project's own inputs, by the commands that the README tells: every document, looked into."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from lxml import html as lxml_html

import aloud
import mapped
import tagtree
from wp3reports.build import only_build_in
from wp3reports.pipeline import compile_reports
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
SHIPPED = {"SourceSans3", "SourceSerif4", "SourceCodePro"}
ISSUED = "2007-12-14"
FALSE_ALARMS = ("STREAM-LENGTH", "METADATA-FILTER")  # of page-validation 0.11, seen on files that veraPDF passes

pytestmark = pytest.mark.slow


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wp3reports", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


WORKED = ("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes")
MERGED = (*(f"milestone/{milestone}" for milestone in WORKED), "final", "final-annex")


@pytest.fixture(scope="module")
def project(whole_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of its own: commands of the README build into it."""
    folder = tmp_path_factory.mktemp("whole") / "project"
    with only_build_in(whole_project / "build", lambda: None):
        shutil.copytree(whole_project, folder)
    return folder


@pytest.fixture(scope="module")
def documents(project: Path) -> dict[str, Path]:
    pdfs = project / "build" / "pdf"
    return {path.relative_to(pdfs).with_suffix("").as_posix(): path for path in sorted(pdfs.rglob("*.pdf"))}


def test_all_documents_are_there(documents: dict[str, Path]) -> None:
    handed_in = Counter(name.split("/")[1] for name in documents if name.startswith("local/"))
    assert handed_in == dict.fromkeys(WORKED, 11) | {"m4_concepts": 10}  # Warsaw's is waived
    merged = {name for name in documents if not name.startswith("local/")}
    assert merged == {*MERGED}


def test_each_file_is_sound(documents: dict[str, Path]) -> None:
    for path in documents.values():
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == [], path


def test_no_font_but_the_shipped_ones(documents: dict[str, Path]) -> None:
    for path in documents.values():
        with pikepdf.open(path) as pdf:
            names = {name.rpartition("+")[2].partition("-")[0] for name in fonts_of(pdf)}
        assert names, path
        assert names <= SHIPPED, path


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            yield str(item.FontName).lstrip("/")


@pytest.mark.parametrize("name", MERGED)
def test_contents_tell_the_truth(name: str, project: Path, documents: dict[str, Path]) -> None:
    rows = lxml_html.parse(project / "build" / "html" / name / "contents.html").findall(".//tbody/tr")
    said = {row.find(".//a").get("href").removeprefix("volume:"): row.find("td[@class='num']").text for row in rows}
    with pikepdf.open(documents[name]) as pdf:
        where = dict(destinations(pdf))
        found = {anchor: pdf.pages[where[anchor]].label for anchor in said}
    assert len(said) > 10
    assert said == found


def destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for key, place in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        yield key, numbers[place[0].objgen]


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_kind_of_document_can_be_filed_and_read_aloud(profile: str, documents: dict[str, Path]) -> None:
    kinds = [documents[name] for name in documents if not name.startswith("local/")]
    kinds += [documents[f"local/{milestone}/st-petersburg"] for milestone in WORKED]
    assert len(kinds) == len(MERGED) + len(WORKED)
    for path in kinds:
        failures = page.validate_pdf(str(path), profile=profile).failures
        rules = {each.rule_id for each in failures}
        assert not {rule for rule in rules if not any(alarm in rule for alarm in FALSE_ALARMS)}, path


SPOKEN = (*MERGED, *(f"local/{milestone}/vilnius" for milestone in WORKED))


@pytest.mark.parametrize("name", SPOKEN)
def test_it_is_read_aloud_as_it_is_written(name: str, project: Path, documents: dict[str, Path]) -> None:
    compilation = compile_reports(read(project)[0], date.fromisoformat(ISSUED))
    (volume,) = (volume for volume in compilation.volumes if volume.name == name)
    files = [project / "build" / "html" / f"{each.part.name}.html" for each in volume.placements]
    with pikepdf.open(documents[name]) as pdf:
        tree = tagtree.read(pdf)
    assert aloud.faults(tree) == []
    meant = [word for file in files for word in aloud.words(file.read_text("utf-8"))]
    assert aloud.difference(meant, aloud.said(tree)) == ""


@pytest.mark.parametrize("name", SPOKEN)
def test_its_map_leads_to_what_is_printed(name: str, project: Path, documents: dict[str, Path]) -> None:
    are_there = mapped.compared(documents[name], project)
    assert len(are_there) > 5
    assert [pointer for pointer, is_there in are_there.items() if not is_there] == []


def pages_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_every_page_of_a_draft_says_so(documents: dict[str, Path]) -> None:
    for text in pages_of(documents["local/m1_selection/riga"]):
        assert "DRAFT" in text


def test_a_second_build_does_nothing(project: Path, documents: dict[str, Path]) -> None:
    before = {name: path.stat().st_mtime_ns for name, path in documents.items()}
    again = run(project, "build", "--issued", ISSUED)
    assert f"0 written, {len(documents)} up to date, 0 failed" in again.stderr
    assert " 0 parts laid out" in again.stderr
    assert before == {name: path.stat().st_mtime_ns for name, path in documents.items()}


def test_the_same_day_gives_the_same_bytes_elsewhere(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ein Ort mit ö"
    shutil.copytree(project / "inputs", folder / "inputs")
    built = run(folder, "build", "local/m2_swot/malmo", "local/m2_swot/warsaw", "--issued", ISSUED, "-j", "1")
    assert built.returncode == 0, built.stdout + built.stderr
    for name in ("malmo", "warsaw"):
        made = f"build/pdf/local/m2_swot/{name}.pdf"
        assert (folder / made).read_bytes() == (project / made).read_bytes()


def test_a_broken_line_fails_its_own_report_and_is_named(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(project, folder)
    file = folder / "inputs" / "m2_swot" / "oslo.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(i for i, line in enumerate(lines) if line.strip().startswith("stage:"))
    lines[number] = lines[number].replace("stage: ", "stage: un")
    file.write_text("".join(lines), encoding="utf-8")
    built = run(folder, "build", "--issued", ISSUED)
    assert built.returncode == 1
    assert f"inputs/m2_swot/oslo.yaml:{number + 1}:" in built.stdout
    assert "0 failed" in built.stderr
    assert "local/m2_swot/oslo" not in built.stderr
    untouched = ["local/m1_selection/oslo", "local/m2_swot/riga", "milestone/m1_selection"]
    for name in [*untouched, "local/m2_swot/oslo"]:  # the last good report of the city stays, too
        made = f"build/pdf/{name}.pdf"
        assert (folder / made).read_bytes() == (project / made).read_bytes()
    text = " ".join(" ".join(pages_of(folder / "build/pdf/milestone/m2_swot.pdf")).split())
    assert f"inputs/m2_swot/oslo.yaml:{number + 1}:" in text
    refused = run(folder, "build", "--final", "--issued", ISSUED)
    assert refused.returncode == 1
    assert "refused" in refused.stderr


def commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_the_readme_tells_two_commands_first() -> None:
    assert commands()[:2] == ["make report", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE) for line in commands()[:2])


@pytest.mark.parametrize("line", [line for line in commands() if line.startswith("wp3reports ")])
def test_commands_of_the_readme_run(line: str, project: Path, tmp_path: Path) -> None:
    match line.split()[1:]:
        case ["init", *arguments]:
            done = run(tmp_path, "init", *arguments)
        case ["new", *arguments]:
            shutil.copytree(project / "inputs", tmp_path / "inputs")
            done = run(tmp_path, "new", *arguments)
        case ["preview", *arguments]:  # serves until it is ended
            command = [sys.executable, "-m", "wp3reports", "preview", *arguments]
            with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as running:
                assert running.stdout
                assert "token=" in running.stdout.readline()
                running.terminate()
            return
        case arguments:
            done = run(project, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_lines_of_the_readme_are_known() -> None:
    seen = commands()
    assert len(seen) >= 16
    assert all(line.split()[0] in {"make", "wp3reports"} for line in seen)
