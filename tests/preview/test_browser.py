"""The preview as a person has it: a real browser in front of a real run, while a file is edited."""

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browsing import browser

pytestmark = pytest.mark.slow

HAND_IN, TARGET = "inputs/m2_swot/riga.yaml", "local/m2_swot/riga"
WORDS = "Three clusters were analysed."  # of the summary
PATIENCE = 240_000  # milliseconds, on a machine that does much else
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
Open = Callable[..., Page]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Where the author's editor notes what it was asked for."""
    return tmp_path / "asked.txt"


@pytest.fixture
def address(folder: Path, asked: Path) -> Iterator[str]:
    """Of a preview that runs, with the token."""
    editor = folder / "editor"
    editor.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\n', encoding="utf-8")
    editor.chmod(0o755)
    command = [sys.executable, "-m", "wp3reports", "preview", "riga", "--issued", "2008-01-31"]
    environment = {**os.environ, "WP3_EDITOR": f"{editor} {{file}} {{line}}"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield running.stdout.readline().strip()
        running.terminate()
        running.wait(20)


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the preview in a browser of its own; nothing may go wrong in it."""
    wrong: list[str] = []
    contexts: list[BrowserContext] = []

    def page(path: str = TARGET, size: dict[str, int] = WIDE, scheme: str = "light", *, lenient: bool = False) -> Page:
        context = chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=lenient)  # type: ignore[arg-type]
        contexts.append(context)
        made = context.new_page()
        made.on("pageerror", lambda fault: wrong.append(str(fault)))
        made.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        made.goto(address)
        if path != TARGET:
            made.goto(f"{origin(address)}/{path}")
        return made

    yield page
    for each in contexts:
        each.close()
    assert not wrong


def origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


def replace(folder: Path, old: str, new: str) -> None:
    text = (folder / HAND_IN).read_text(encoding="utf-8")
    assert old in text
    (folder / HAND_IN).write_text(text.replace(old, new, 1), encoding="utf-8")


def up_to_date(page: Page) -> None:
    expect(page.locator("#state")).to_have_text("Pages are up to date")
    expect(page.locator(".page").first).to_be_attached()


def part(page: Page, pointer: str) -> Locator:
    return page.locator(f'#text [data-src="{HAND_IN}#/{pointer}"]').first


def test_a_save_shows_in_the_text_then_on_its_page_and_the_reader_stays(opened: Open, folder: Path) -> None:
    page = opened()
    up_to_date(page)
    block = part(page, "analyses/1/conclusion")
    page.locator("#text").evaluate("(pane) => { pane.scrollTop = 400 }")
    before = block.bounding_box()
    page.locator(".page").evaluate_all("(pages) => pages.forEach((each) => { each.isOld = true })")
    replace(folder, WORDS, "Quays, cranes and a great many ferries, whatever the weather. " * 9)
    expect(part(page, "summary")).to_contain_text("Quays, cranes")
    after = block.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2
    expect(page.locator(".page.fresh").first).to_be_attached()
    up_to_date(page)
    old = page.locator(".page").evaluate_all("(pages) => pages.map((each) => Boolean(each.isOld))")
    assert old[0]
    assert not all(old)


def test_a_broken_file_has_a_ribbon_and_a_finding_and_the_last_page_stays(opened: Open, folder: Path) -> None:
    page = opened()
    up_to_date(page)
    replace(folder, "analyses:", "analyses: [")
    expect(page.locator("#ribbon")).to_contain_text("last good version")
    expect(page.locator("#list .finding.error").first).to_contain_text(HAND_IN)
    expect(page.locator(".page").first).to_be_visible()
    expect(part(page, "summary")).to_be_visible()
    replace(folder, "analyses: [", "analyses:")
    expect(page.locator("#ribbon")).to_be_hidden()
    up_to_date(page)


def test_a_click_on_a_page_leads_to_the_line(opened: Open, folder: Path, asked: Path) -> None:
    page = opened()
    up_to_date(page)
    lines = (folder / HAND_IN).read_text(encoding="utf-8").splitlines()
    summary_line = next(number for number, line in enumerate(lines, 1) if line.startswith("summary:"))
    page.goto(f"{page.url}?at={HAND_IN}:{summary_line}")
    up_to_date(page)
    expect(part(page, "summary")).to_have_class("text marked")
    spot = page.locator(".spot").first
    expect(spot).to_be_visible()
    box = spot.bounding_box()
    assert box
    page.mouse.click(box["x"] + 3, box["y"] + 3)
    expect(page.locator("#said")).to_contain_text(f"{HAND_IN}, line {summary_line}")
    part(page, "summary").click()
    for _ in range(100):
        if asked.is_file() and asked.read_text(encoding="utf-8").count("\n") == 2:
            break
        page.wait_for_timeout(50)
    assert asked.read_text(encoding="utf-8") == f"{folder / HAND_IN} {summary_line}\n" * 2


def test_the_keyboard_goes_through_the_findings(opened: Open, folder: Path, asked: Path) -> None:
    page = opened()
    replace(folder, "analyses:", "analyses: [")
    expect(page.locator("#list .finding.error").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#list .finding").first).to_have_attribute("aria-current", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Opened in your editor")
    page.keyboard.press("/")
    page.keyboard.type("no such words")
    expect(page.locator("#none")).to_have_text("No finding has these words.")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    assert asked.is_file()


def test_two_browsers_see_the_same_save(opened: Open, folder: Path) -> None:
    one, other = opened(), opened(size=NARROW, scheme="dark")
    for page in (one, other):
        expect(part(page, "summary")).to_be_visible()
    replace(folder, WORDS, "Seen by both.")
    for page in (one, other):
        expect(part(page, "summary")).to_contain_text("Seen by both.")


def test_the_whole_report_has_the_own_pages_open_and_headings_of_others(opened: Open) -> None:
    page = opened("milestone/m2_swot?of=riga")
    up_to_date(page)
    expect(page.locator(".elsewhere summary").filter(has_text="Oslo: ")).to_be_visible()
    own = page.locator("#pages > .page")
    assert own.count() >= 1
    assert int(own.first.locator("figcaption").inner_text()) > 1
    page.get_by_role("link", name="Only your own pages").click()
    expect(part(page, "summary")).to_be_visible()


def test_another_site_gets_nothing(chromium: Browser, address: str) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler) as foreign:
        threading.Thread(target=foreign.serve_forever, daemon=True).start()
        context = chromium.new_context()
        page = context.new_page()
        page.goto(address)  # the browser has the cookie
        page.goto("about:blank")
        statuses: dict[str, int] = {}
        page.on("response", lambda answer: statuses.update({answer.url: answer.status}))
        page.goto(f"http://127.0.0.1:{foreign.server_port}/")
        failed = page.evaluate(
            """async (address) => {
              const reads = await fetch(address, { credentials: "include" }).then(() => false, () => true);
              const post = { method: "POST", mode: "no-cors", credentials: "include" };
              const posts = await fetch(`${address}/open`, post).then(() => false, () => true);
              const script = document.createElement("script");
              script.src = `${address}/own/main.js`;
              const loads = await new Promise((done) => {
                script.onload = () => done(false);
                script.onerror = () => done(true);
                document.head.append(script);
              });
              return [reads, posts, loads];
            }""",
            origin(address),
        )
        assert failed == [True, True, True]
        ours = {url: status for url, status in statuses.items() if url.startswith(origin(address))}
        assert set(ours.values()) <= {403}
        context.close()
        foreign.shutdown()


VIEWS = {
    "": None,
    TARGET: "text",
    f"{TARGET} ": "pages",
    f"{TARGET}  ": "findings",
    "milestone/m2_swot?of=riga": "both",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_view_has_a_fault_of_accessibility(opened: Open, size: dict[str, int], scheme: str, folder: Path) -> None:
    found: dict[str, list[str]] = {}
    for path, view in VIEWS.items():
        page = opened(path.strip(), size, scheme, lenient=True)  # axe sets styles of its own
        if view:
            page.evaluate("(view) => { document.body.dataset.view = view }", view)
            if view != "findings":
                up_to_date(page)
        else:
            expect(page.locator("#board td").first).to_be_visible()
        found[path] = faults(page)
        page.context.close()
    replace(folder, "analyses:", "analyses: [")
    page = opened(TARGET, size, scheme, lenient=True)
    expect(page.locator("#ribbon")).to_be_visible()
    expect(page.locator("#list .finding.error").first).to_be_attached()
    page.keyboard.press("j")
    found["broken"] = faults(page)
    page.keyboard.press("?")
    found["help"] = faults(page)
    assert {path: each for path, each in found.items() if each} == {}


def faults(page: Page) -> list[str]:
    return [
        f"{each['id']}: {node['html'][:200]}"
        for each in Axe().run(page).response["violations"]
        for node in each["nodes"]
    ]


def test_on_paper_each_page_has_a_sheet(opened: Open, tmp_path: Path) -> None:
    page = opened()
    up_to_date(page)
    page.get_by_text("Pages", exact=True).click()
    pages = page.locator(".page")
    expect(pages.first).to_be_visible()
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "printed.pdf") as printed:
        assert len(printed.pages) == pages.count() > 3
