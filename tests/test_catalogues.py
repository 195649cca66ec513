"""The catalogues of labels: whole in every language, and holding nothing else."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from wp3reports import shipped
from wp3reports.render import languages
from wp3reports.snapshot import Snapshot

ROOT = Path(__file__).parents[1]
LANGUAGES = "da", "de", "et", "fi", "lt", "lv", "nb", "pl", "ru", "sv"
FORMATS = re.compile(r"%\(\w+\)s|\{\w+\}|&\w+;")
LOOSE = {"shared with", "Led by", "since %(year)s"}  # some languages need a colon, or a point after "year" in short
Key = tuple[str | None, str]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The messages that templates and code ask for, as `make catalogues` finds them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        file = tmp_path_factory.mktemp("messages") / "messages.pot"
        settings = ["-F", "pyproject.toml", "--no-location", "-o", str(file)]
        CommandLineInterface().run(["pybabel", "--quiet", "extract", *settings, "."])
    return read_po(BytesIO(file.read_bytes()))


def messages(catalogue: Catalog) -> dict[Key, str]:
    return {(each.context, str(each.id)): str(each.string) for each in catalogue if each.id}


def read(language: str) -> Catalog:
    path = shipped.templates() / "locale" / language / "LC_MESSAGES/wp3reports.po"
    return read_po(BytesIO(path.read_bytes()), abort_invalid=True)


def test_there_is_a_catalogue_for_the_language_of_each_partner() -> None:
    assert languages(Snapshot(shipped.templates_by_path())) == ("en", *LANGUAGES)
    partners = (ROOT / "inputs/partners.yaml").read_text(encoding="utf-8")
    assert {*re.findall(r"language: (\w+)", partners)} == {*LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str, asked: Catalog) -> None:
    assert list(messages(read(language))) == list(messages(asked))
    assert not read(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_with_the_same_values(language: str) -> None:
    catalogue = read(language)
    assert not [each.id for each in catalogue if each.id and each.fuzzy]
    for (_, message), translated in messages(catalogue).items():
        assert translated.strip() == translated != "", message
        assert sorted(FORMATS.findall(translated)) == sorted(FORMATS.findall(message)), message
        assert not set(translated) & set("<>"), message
        assert translated.endswith((".", ":")) == message.endswith((".", ":")) or message in LOOSE, message


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    catalogue = read(language)
    assert catalogue.plural_forms == Catalog(locale=language).plural_forms
    assert str(catalogue.locale) == language
    assert not any(each.pluralizable for each in catalogue)  # labels name no numbers of things so far
