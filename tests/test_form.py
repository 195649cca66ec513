"""Filling in the form with a browser: what is typed is in the file, and nothing else in it changes."""

import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from browsing import PATIENCE, Served, browser, look, served

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
RIGA = "inputs/m2_swot/riga.yaml"
FORM = "form/local/m2_swot/riga"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "inputs", folder / "inputs")
    with served(folder) as running:
        yield running


@pytest.fixture
def riga(project: Served) -> Iterator[Served]:
    """The project with Riga's SWOT as it stands in the repository, with a comment and a line end that must stay."""
    whole = (ROOT / RIGA).read_text(encoding="utf-8")
    text = whole.replace("date: 2005-12-08\n", "date: 2005-12-08   # as agreed\n", 1)
    (project.folder / RIGA).write_text(text, encoding="utf-8")
    yield project
    (project.folder / RIGA).write_text(whole, encoding="utf-8")


@pytest.fixture
def form(chromium: Browser, riga: Served) -> Iterator[Page]:
    page = look(chromium, riga.address(FORM))
    expect(page.get_by_role("heading", name="Riga")).to_be_visible()
    expect(page.get_by_label("Date").first).to_have_value("2005-12-08")
    yield page
    page.context.close()


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = before.split("\n"), after.split("\n")
    return [each for each in old if each not in new], [each for each in new if each not in old]


def test_what_is_typed_is_in_the_file_and_all_other_lines_stay(form: Page, riga: Served) -> None:
    before = riga.text(RIGA)
    form.get_by_label("Organisation").first.fill("City of Riga, development")
    form.get_by_label("Organisation").first.blur()
    expect(form.get_by_role("status")).to_have_text("Saved: Organisation")
    gone, come = changed(before, riga.text(RIGA))
    assert (gone, come) == (["  organisation: City of Riga"], ["  organisation: City of Riga, development"])
    form.get_by_label("Date").first.fill("2005-12-09")
    form.get_by_label("Date").first.blur()
    expect(form.get_by_role("status")).to_have_text("Saved: Date")
    assert "date: 2005-12-09   # as agreed\n" in riga.text(RIGA)
    assert riga.text(RIGA).count("\n") == before.count("\n")


def test_a_paragraph_is_written_alone_and_can_be_seen_as_printed(form: Page, riga: Served) -> None:
    before = riga.text(RIGA)
    summary = form.get_by_role("textbox", name="Summary")
    assert "\n" not in summary.input_value().split("\n\n")[0], "the box folds lines by itself"
    part = form.get_by_label("Summary", exact=True).filter(has=summary)
    part.get_by_role("button", name="Show as printed").click()
    summary.press("Control+End")
    summary.press_sequentially(" It is **few**.")
    expect(part.locator(".printed strong")).to_have_text("few")
    summary.blur()
    expect(form.get_by_role("status")).to_have_text("Saved: Summary")
    gone, come = changed(before, riga.text(RIGA))
    assert "It is **few**." in " ".join(map(str.strip, come))
    assert 0 < len(gone) <= 5, "the other paragraph keeps its lines"


def test_entries_are_added_and_removed_and_the_last_step_is_taken_back(form: Page, riga: Served) -> None:
    before = riga.text(RIGA)
    form.get_by_text("Information and communication technology").first.click()
    threats = form.get_by_role("group", name="Threats").first
    threats.get_by_role("button", name="Add a statement").click()
    new = threats.get_by_role("group", name="Statement 4")
    new.get_by_role("textbox", name="Statement").fill("Wages: rise")
    new.get_by_role("textbox", name="Statement").blur()
    expect(form.get_by_role("status")).to_have_text("Saved: Statement")
    assert changed(before, riga.text(RIGA)) == ([], ['      - statement: "Wages: rise"'])
    new.get_by_role("button", name="Remove").click()
    expect(new).to_have_count(0)
    assert riga.text(RIGA) == before
    form.get_by_role("button", name="Undo last change").click()
    expect(threats.get_by_role("group", name="Statement 4").get_by_role("textbox", name="Statement")).to_have_value(
        "Wages: rise"
    )
    assert changed(before, riga.text(RIGA)) == ([], ['      - statement: "Wages: rise"'])


def test_what_a_field_cannot_hold_stays_in_the_form(form: Page, riga: Served) -> None:
    before = riga.text(RIGA)
    form.locator("summary", has_text="Latvian IT Cluster").first.click()
    since = form.get_by_role("textbox", name="Since").first
    since.fill("long ago")
    since.blur()
    expect(form.get_by_text("Not saved.").first).to_contain_text("cannot be read")
    expect(since).to_have_attribute("aria-invalid", "true")
    assert riga.text(RIGA) == before
    since.fill("2002")
    since.blur()
    expect(form.get_by_role("status")).to_have_text("Saved: Since")
    expect(since).to_have_attribute("aria-invalid", "false")


def test_a_choice_offers_the_clusters_of_the_city(form: Page) -> None:
    form.get_by_text("Information and communication technology").first.click()
    cluster = form.get_by_label("Cluster", exact=True).first
    assert cluster.locator("option").all_inner_texts()[1:] == [
        "Information and communication technology",
        "Life sciences",
        "Transport and transit",
    ]


def test_a_safe_fix_is_shown_before_it_is_made_and_can_be_undone(form: Page, riga: Served) -> None:
    wrong = riga.text(RIGA).replace("  - cluster: life-sciences\n", "  - cluster: life-scienses\n", 1)
    (riga.folder / RIGA).write_text(wrong, encoding="utf-8")
    form.locator("summary", has_text="to look at").first.click()
    fix = form.get_by_role("button", name="Fix it").first
    fix.click()
    expect(form.get_by_role("dialog")).to_contain_text("life-scienses")
    form.get_by_role("button", name="Leave it as it is").click()
    assert riga.text(RIGA) == wrong
    fix.click()
    form.get_by_role("button", name="Change it").click()
    expect(form.get_by_role("status")).to_contain_text("Done")
    assert changed(wrong, riga.text(RIGA)) == (["  - cluster: life-scienses"], ["  - cluster: life-sciences"])
    expect(form.get_by_role("button", name="Fix it")).to_have_count(0)
    form.get_by_role("button", name="Undo last change").click()
    expect(form.get_by_role("button", name="Fix it").first).to_be_visible()
    assert riga.text(RIGA) == wrong


def test_two_browsers_see_what_the_other_writes(form: Page, chromium: Browser, riga: Served) -> None:
    other = look(chromium, riga.address(FORM))
    form.get_by_label("Organisation").first.fill("City of Riga, one")
    form.get_by_label("Organisation").first.blur()
    expect(other.get_by_label("Organisation").first).to_have_value("City of Riga, one")
    other.get_by_label("Organisation").first.fill("City of Riga, two")
    other.get_by_label("Organisation").first.blur()
    expect(form.get_by_label("Organisation").first).to_have_value("City of Riga, two")
    assert "  organisation: City of Riga, two\n" in riga.text(RIGA)
    other.context.close()


def test_nothing_is_written_over_what_somebody_else_wrote(form: Page, riga: Served) -> None:
    form.get_by_label("Organisation").first.fill("City of Riga, mine")
    theirs = riga.text(RIGA).replace("  organisation: City of Riga\n", "  organisation: City of Riga, theirs\n", 1)
    form.route("**/edit", lambda route: ((riga.folder / RIGA).write_text(theirs, encoding="utf-8"), route.continue_()))
    form.get_by_label("Organisation").first.blur()
    expect(form.get_by_text("Not saved.").first).to_contain_text("changed meanwhile")
    form.unroute_all()
    assert riga.text(RIGA) == theirs
    expect(form.get_by_label("Organisation").first).to_have_value("City of Riga, mine")
    form.wait_for_timeout(1500)
    form.get_by_role("button", name="Show the other").click()
    expect(form.get_by_label("Organisation").first).to_have_value("City of Riga, theirs")
    assert riga.text(RIGA) == theirs


def test_a_hand_in_is_begun_from_the_form(chromium: Browser, project: Served) -> None:
    path = "inputs/m3_themes/oslo.yaml"
    whole = project.text(path)
    (project.folder / path).unlink()
    page = look(chromium, project.address("form/local/m3_themes/oslo"))
    page.get_by_role("button", name="Start this hand-in").click()
    expect(page.get_by_role("heading", name="Experts")).to_be_visible()
    expect(page.locator("#standing")).to_contain_text("still to be written")
    assert "# Write behind the colons" in project.text(path)
    page.context.close()
    (project.folder / path).write_text(whole, encoding="utf-8")


def test_the_keyboard_alone_is_enough(form: Page, riga: Served) -> None:
    form.keyboard.press("Tab")
    expect(form.get_by_role("link", name="Skip to the form")).to_be_focused()
    form.keyboard.press("Enter")
    form.keyboard.press("Tab")
    expect(form.get_by_label("Name", exact=True).first).to_be_focused()
    form.keyboard.press("Control+A")
    form.keyboard.type("Anna Ozola")
    form.keyboard.press("Tab")
    expect(form.get_by_role("status")).to_have_text("Saved: Name")
    expect(form.get_by_label("Organisation").first).to_be_focused()
    assert "  name: Anna Ozola\n" in riga.text(RIGA)
    form.locator("summary").first.focus()
    form.keyboard.press("Enter")
    expect(form.get_by_label("Cluster", exact=True).first).to_be_visible()


def test_where_there_is_room_the_text_follows_to_what_is_written(chromium: Browser, riga: Served) -> None:
    page = look(chromium, riga.address(FORM), width=1680)
    text = page.get_by_role("complementary", name="Your text, as it is printed")
    expect(text.get_by_text("rated emerging").first).to_be_visible()
    page.locator("summary", has_text="Transport and transit").click()
    conclusion = page.get_by_role("textbox", name="Conclusion").first
    conclusion.fill("Call the operators together.")
    expect(text.locator(".marked")).to_have_text("Call the operators together.")
    expect(text.locator(".marked")).to_be_in_viewport()
    page.context.close()


def test_an_answer_that_comes_late_takes_the_place_of_nothing_newer(chromium: Browser, riga: Served) -> None:
    page = look(chromium, riga.address(FORM), width=1680)
    text = page.get_by_role("complementary", name="Your text, as it is printed")
    expect(text.get_by_text("rated emerging").first).to_be_visible()
    late: list[Route] = []
    whole = riga.text(RIGA)

    def hold(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append(route)

    page.route("**/kept/**/*riga.html", hold)
    with page.expect_request("**/kept/**/*riga.html"):
        (riga.folder / RIGA).write_text(whole.replace("rated emerging", "said to emerge"), encoding="utf-8")
    (riga.folder / RIGA).write_text(whole.replace("rated emerging", "on their way"), encoding="utf-8")
    expect(text.get_by_text("on their way").first).to_be_visible()
    with page.expect_response("**/kept/**/*riga.html") as answered:
        late[0].continue_()
    assert answered.value.status == HTTPStatus.NOT_FOUND, "what is out of date is given away"
    page.evaluate("() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))")
    expect(text.get_by_text("on their way").first).to_be_visible()
    page.context.close()


def test_the_newest_text_is_shown_when_what_shows_it_comes_late(chromium: Browser, riga: Served) -> None:
    context = chromium.new_context(viewport={"width": 1680, "height": 900})
    context.set_default_timeout(PATIENCE)
    page, late, whole = context.new_page(), list[Route](), riga.text(RIGA)
    page.route("**/own/beside.js", lambda route: late.append(route))  # noqa: PLW0108 - a method has no name to ask for
    with page.expect_response("**/kept/*/report.css"):
        page.goto(riga.address(FORM))
    for words in ("said to emerge", "on their way"):
        with page.expect_response("**/kept/*/report.css"):
            (riga.folder / RIGA).write_text(whole.replace("rated emerging", words), encoding="utf-8")
    late[0].continue_()
    text = page.get_by_role("complementary", name="Your text, as it is printed")
    expect(text.get_by_text("on their way").first).to_be_visible()
    context.close()


def test_pages_lead_to_the_form_and_a_finding_there_is_fixed_by_a_click(chromium: Browser, riga: Served) -> None:
    wrong = riga.text(RIGA).replace("  - cluster: life-sciences\n", "  - cluster: life-scienses\n", 1)
    (riga.folder / RIGA).write_text(wrong, encoding="utf-8")
    page = look(chromium, riga.address("local/m2_swot/riga"))
    page.get_by_role("button", name="Fix it").first.click()
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("button", name="Fix it")).to_have_count(0)
    assert changed(wrong, riga.text(RIGA)) == (["  - cluster: life-scienses"], ["  - cluster: life-sciences"])
    page.get_by_role("link", name="Write in a form").click()
    expect(page.get_by_role("heading", name="About this hand-in")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("width", [1680, 1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(chromium: Browser, riga: Served, width: int, scheme: str) -> None:
    broken = riga.text(RIGA).replace("cluster: life-sciences\n", "cluster: life-scienses\n", 1)
    (riga.folder / RIGA).write_text(broken, encoding="utf-8")
    page = look(chromium, riga.address(FORM), width=width, scheme=scheme)
    expect(page.locator("button", has_text="Fix it").first).to_be_attached()
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    page.get_by_role("button", name="Show as printed").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in Axe().run(page).response["violations"]] == []
    page.get_by_role("button", name="Fix it").first.click()
    assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in Axe().run(page).response["violations"]] == []
    page.context.close()
