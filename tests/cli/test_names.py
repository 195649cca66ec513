from pathlib import Path

import click
import pytest

from wp3reports.cli.names import inside, printable


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("inputs/m2_swot/riga.yaml", "inputs/m2_swot/riga.yaml"),
        ("final.json", "final.json"),
        ("inputs/Kraków – ö.yaml", "inputs/Kraków – ö.yaml"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\evil.exe", "evil.exe"),
        ("a/./b//c", "a/b/c"),
        (".git/hooks/post-commit", "git/hooks/post-commit"),
        ("C:/x", "C_/x"),
        ("NUL", "_NUL"),
        ("com1.txt", "_com1.txt"),
        ("a\x00b\x1b[2J\u202e.yaml", "a_b_[2J_.yaml"),
        ("trailing. ", "trailing"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("x" * 300, "x" * 120),
        ("ö" * 300, "ö" * 60),
    ],
)
def test_a_place_in_the_folder(path: str, place: str, tmp_path: Path) -> None:
    assert list(inside(tmp_path, [path])) == [tmp_path / place]


def test_no_two_files_have_one_place(tmp_path: Path) -> None:
    places = [place.name for place in inside(tmp_path, ["a.yaml", "A.yaml", "../a.yaml", "", "/"])]
    assert places == ["a.yaml", "2-A.yaml", "3-a.yaml", "unnamed", "2-unnamed"]


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    (folder / "inputs").symlink_to(tmp_path)
    with pytest.raises(click.UsageError, match="leads out of it"):
        list(inside(folder, ["inputs/project.yaml"]))


def test_what_steers_a_terminal_is_not_printed() -> None:
    assert printable("Rīga\x1b[31m\n\u202ex") == "Rīga�[31m��x"
