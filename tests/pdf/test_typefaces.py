from collections.abc import Mapping
from pathlib import Path

import pytest

from wp3reports.pdf import typefaces
from wp3reports.pdf.typefaces import postscript_name, truetype

NAME = "SourceSerif4-It"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(typefaces.FOLDER, "")
    typefaces.keep_fonts_in(tmp_path / "kept")
    truetype.cache_clear()
    return tmp_path / "kept"


def test_what_is_not_woff2_stays_as_it_is() -> None:
    assert truetype(b"\0\1\0\0rest") == b"\0\1\0\0rest"


def test_a_font_is_unpacked_once_and_kept(
    folder: Path, fonts: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = truetype(fonts[f"{NAME}.ttf.woff2"])
    assert unpacked[:4] == b"\0\1\0\0"
    assert postscript_name(unpacked) == NAME
    assert len(list(folder.iterdir())) == 1
    truetype.cache_clear()
    monkeypatch.delattr(typefaces, "_unpacked")
    assert truetype(fonts[f"{NAME}.ttf.woff2"]) == unpacked


def test_a_damaged_file_is_not_believed(folder: Path, fonts: Mapping[str, bytes]) -> None:
    unpacked = truetype(fonts[f"{NAME}.ttf.woff2"])
    (kept,) = folder.iterdir()
    kept.write_bytes(unpacked[:-1])
    truetype.cache_clear()
    assert truetype(fonts[f"{NAME}.ttf.woff2"]) == unpacked
    assert kept.read_bytes() == unpacked


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(folder: Path, fonts: Mapping[str, bytes]) -> None:
    folder.write_text("a file where a folder should be")
    assert truetype(fonts[f"{NAME}.ttf.woff2"])[:4] == b"\0\1\0\0"


def test_the_names_of_the_shipped_files_begin_with_their_postscript_names(fonts: Mapping[str, bytes]) -> None:
    assert len(fonts) > 3
    for name, data in fonts.items():
        assert postscript_name(truetype(data)) == name.partition(".")[0]
