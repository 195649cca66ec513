import pytest

from wp3reports.rulebook.case import Announced, Case, Line, Promise
from wp3reports.rulebook.markdown import case, cases, line, opening

PATH = "inputs/m1_selection/riga.yaml"
START = {PATH: (Line("a: 1"), Line("b: 2"), Line("a: 1"))}


def read(body: str) -> Case:
    return case("document", "title", body, START)


def shown(kind: str, *lines: str) -> str:
    return "\n".join((f"`{PATH}`", f"```{kind}", *lines, "```", ""))


def test_a_document_is_cut_at_its_headings() -> None:
    text = (
        f"# Document\n\nGiven.\n\n## One\n\n{shown('missing', '# error: [x-y] z')}\n## Two\n\nIssued on 2005-06-01.\n"
    )
    one, two = cases("document", text, START)
    assert opening(text) == "# Document\n\nGiven.\n\n"
    assert (one.title, one.announced) == ("One", [Announced(PATH, 1, "error", "x-y", "z")])
    assert (two.title, two.issued.isoformat(), two.files) == ("Two", "2005-06-01", {PATH: b"a: 1\nb: 2\na: 1\n"})


def test_what_a_line_announces_is_taken_off_with_the_blanks_before_it() -> None:
    assert line("a: x # error: [b-c] # warning: [d-e] f g ") == Line(
        "a: x", (Promise("error", "b-c", ""), Promise("warning", "d-e", "f g"))
    )
    assert line("a: x # error: not one") == Line("a: x # error: not one")


def test_a_diff_changes_lines_that_fit_in_one_place() -> None:
    assert (
        read(shown("diff", " b: 2", "-a: 1", "+a: 3", "@@", "+c: 1", " a: 3")).files[PATH]
        == b"a: 1\nb: 2\nc: 1\na: 3\n"
    )


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (shown("diff", "-a: 1"), "fits in 2 places"),
        (shown("diff", "-c: 1"), "fits in 0 places"),
        (shown("diff", "*a"), "neither kept, nor gone, nor new"),
        (shown("html", "x"), "unknown kind of file: html"),
        (shown("base64", "?"), "document: title: inputs/m1_selection/riga.yaml: "),
        (shown("diff", "+x").replace("riga", "oslo"), "oslo"),
    ],
)
def test_what_does_not_keep_to_the_format_is_told(body: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read(body)


def test_bytes_hold_what_markdown_cannot_show() -> None:
    changed = read(shown("bytes", "-b: 2", r"+\tb: \xf6\\x\{3:ab}\{2:\n\x41}  # error: [x-y]"))
    assert changed.files[PATH] == b"a: 1\n\tb: \xf6\\xababab\nA\nA\na: 1\n"
    assert changed.announced == [Announced(PATH, 2, "error", "x-y", "")]


def test_bytes_can_make_a_new_file() -> None:
    assert read(shown("bytes", r"+\xef\xbb\xbfa").replace("riga", "oslo")).files[PATH.replace("riga", "oslo")] == (
        b"\xef\xbb\xbfa\n"
    )


def test_a_file_can_be_put_in_the_place_of_another() -> None:
    assert read(shown("copy", PATH).replace("riga.yaml`", "oslo.yaml`")).files[PATH.replace("riga", "oslo")] == (
        b"a: 1\nb: 2\na: 1\n"
    )


def test_a_picture_a_missing_file_and_a_right_case() -> None:
    read_case = read(f"Right: Another.\n\n{shown('missing')}{shown('base64', 'AA', 'EC').replace('.yaml', '.png')}")
    assert read_case.files == {PATH.replace(".yaml", ".png"): b"\x00\x01\x02"}
    assert read_case.gone == {PATH: Line("")}
    assert read_case.right == "Another"
    assert read_case.start == START


def test_the_disk_is_told_in_words() -> None:
    told = read(shown("disk", "is a folder  # error: [file-refused]") + "\nBuilt: final.\n\nMeanwhile it rains.\n")
    assert (told.target, told.meanwhile) == ("final", "it rains")
    assert told.disk == {PATH: Line("is a folder", (Promise("error", "file-refused", ""),))}
    assert told.announced == [Announced(PATH, 1, "error", "file-refused", "")]


def test_lines_are_put_behind_a_shipped_template() -> None:
    path = "templates/static/report.css"
    read_so = case("document", "title", f"`{path}`\n```more\n.port {{}}\n```\n", START)
    assert read_so.lines[path][:-1] == read_so.start[path]
    assert read_so.files[path].endswith(b"\n.port {}\n")
