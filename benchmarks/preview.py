"""From a save to the changed page: in the browser of `wp3reports preview`, and in what is done elsewhere.

    python -m benchmarks.preview --saves 30

The clock starts when the file is written and stops when the browser shows the new words, then the new picture of the
page. Beside it: Typst, which has compiled the same report before and compiles it again, as `typst watch` does; and a
new process of `wp3reports build` for each save, as tools do that make all anew and load the page again.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import typst
from playwright.sync_api import Page, sync_playwright

from benchmarks.documents import slug, whole, write_documents
from benchmarks.job import ISSUED, Job
from benchmarks.markup import Markup
from wp3reports.pipeline import inputs_of

TARGET = "local/m1_selection/berlin"  # the longest of the local reports: ten pages
_EDITED = inputs_of(TARGET)
_WORDS = re.compile(r"(?<=^summary: \|\n  )(?:Save \d+\. )?", re.MULTILINE)
# Notes when the words came, and when all pages that look otherwise had come; by the same clock as ours.
_WATCH = """() => {
  const text = document.getElementById("text").shadowRoot, pages = document.getElementById("pages");
  const looks = () => [...pages.querySelectorAll(".page")].map((each) => each.dataset.look).join();
  window.expects = (words) => { Object.assign(window, { words, before: looks(), seen: 0, drawn: 0 }); };
  const look = () => {
    if (window.words && !window.seen && text.textContent.includes(window.words)) window.seen = Date.now();
    if (window.seen && !window.drawn && looks() !== window.before) window.drawn = Date.now();
    setTimeout(look, 2);
  };
  look();
}"""


@contextmanager
def previewed(folder: Path) -> Iterator[Page]:
    """The report in a browser, once its pages are there."""
    command = [sys.executable, "-m", "wp3reports", "preview", TARGET.rpartition("/")[2], "--issued", ISSUED.isoformat()]
    with (
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as running,
        sync_playwright() as browsers,
    ):
        address = running.stdout.readline().strip() if running.stdout else ""
        unboxed = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = browsers.chromium.launch(executable_path=shutil.which("chromium"), args=unboxed)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.goto(re.sub(r"/local/.*", f"/{TARGET}", address))
        page.locator(".page").first.wait_for(timeout=120_000)
        page.evaluate(_WATCH)
        yield page
        browser.close()
        running.terminate()


def save(folder: Path, number: int) -> str:
    """Write the hand-in anew; the words by which the save is known."""
    path = folder / _EDITED
    words = f"Save {number}."
    text, changes = _WORDS.subn(f"{words} ", path.read_text(encoding="utf-8"), count=1)
    if not changes:
        raise ValueError(f"{_EDITED} has no summary to edit")
    path.write_text(text, encoding="utf-8")
    return words


def ours(folder: Path, saves: int) -> tuple[list[float], list[float]]:
    """The seconds from each save to the words, and to the pages."""
    words, pages = [], []
    with previewed(folder) as page:
        for number in range(saves):
            page.evaluate("(words) => window.expects(words)", f"Save {number}.")
            save(folder, number)
            started = time.time()
            while not (drawn := page.evaluate("() => window.drawn")):
                time.sleep(0.02)
            words.append(page.evaluate("() => window.seen") / 1000 - started)
            pages.append(drawn / 1000 - started)
            time.sleep(1)  # as nobody saves again before looking
    return words, pages


def typst_again(folder: Path, saves: int) -> list[float]:
    """The seconds that a Typst compiler takes which has compiled the report before."""
    documents = folder / "documents"
    documents.mkdir()
    (volume,) = Job(folder, folder / "job", [TARGET]).volumes()
    write_documents([volume], documents)
    text, seconds = Markup(whole(volume)).text(), []
    path = documents / f"{slug(TARGET)}.typ"
    compiler = typst.Compiler(root=documents, font_paths=[documents / "fonts"], ignore_system_fonts=True)
    for number in range(-1, saves):
        path.write_text(f"{text}\nSave {number}.\n", encoding="utf-8")
        started = time.perf_counter()
        compiler.compile(path, output=path.with_suffix(".pdf"))
        seconds.append(time.perf_counter() - started)
    return seconds[1:]


def all_anew(folder: Path, saves: int) -> list[float]:
    """The seconds of a new `wp3reports build` after each save."""
    seconds: list[float] = []
    for number in range(saves):
        save(folder, 1000 + number)
        started = time.perf_counter()
        command = [sys.executable, "-m", "wp3reports", "build", TARGET, "--issued", ISSUED.isoformat()]
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
        seconds.append(time.perf_counter() - started)
    return seconds


def main() -> None:
    """Measure all and print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--saves", type=int, default=30)
    saves = asked.parse_args().saves
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "project"
        shutil.copytree("inputs", folder / "inputs")
        words, pages = ours(folder, saves)
        rows = {
            "save to changed text": words,
            "save to changed pages": pages,
            "Typst compiles again": typst_again(folder, saves),
            "a new process builds all of it": all_anew(folder, max(saves // 5, 1)),
        }
    print(f"{'':32}{'median':>9}{'p95':>9}{'saves':>7}")
    for name, seconds in rows.items():
        p95 = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
        print(f"{name:32}{1000 * median(seconds):6.0f} ms{1000 * p95:6.0f} ms{len(seconds):7}")


if __name__ == "__main__":
    main()
