import pytest

from wp3reports.render.catalogues import catalogue, languages
from wp3reports.snapshot import Snapshot

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
PAGES = f'{HEAD}msgid "Pages"\nmsgstr "Lappuses"\n\nmsgctxt "Status"\nmsgid "draft"\nmsgstr "melnraksts"\n'


def snapshot(**catalogues: str | bytes) -> Snapshot:
    return Snapshot(
        {
            f"templates/locale/{name}/LC_MESSAGES/wp3reports.po": text if isinstance(text, bytes) else text.encode()
            for name, text in catalogues.items()
        }
    )


def test_the_language_of_the_templates_needs_no_catalogue() -> None:
    assert languages(Snapshot()) == ("en",)
    said, faults = catalogue(Snapshot(), "en")
    assert (said.gettext("Pages"), faults) == ("Pages", ())


def test_a_folder_is_a_language_when_it_has_a_catalogue_and_a_name_that_is_known() -> None:
    files = {**snapshot(lv=PAGES, pt_BR=PAGES, xx=PAGES).files, "templates/locale/de/LC_MESSAGES/other.po": b""}
    assert languages(Snapshot(files)) == ("en", "lv", "pt-BR")


@pytest.mark.parametrize(("folder", "language"), [("lv", "lv"), ("pt_BR", "pt-BR")])
def test_messages_are_translated(folder: str, language: str) -> None:
    said, faults = catalogue(snapshot(**{folder: PAGES}), language)
    assert faults == ()
    assert (said.gettext("Pages"), said.pgettext("Status", "draft")) == ("Lappuses", "melnraksts")
    assert said.gettext("Title") == "Title"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{HEAD}Pages = Lappuses\n", 4),
        (HEAD.encode() + b'msgid "Pages"\nmsgstr "\xff"\n', 1),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_a_finding(text: str | bytes, line: int) -> None:
    said, (fault,) = catalogue(snapshot(lv=text), "lv")
    assert said.gettext("Pages") == "Pages"
    assert (fault.code, fault.span.path) == ("template-fault", "templates/locale/lv/LC_MESSAGES/wp3reports.po")
    assert fault.span.line == line
