from wp3reports.rulebook.case import Announced, Case, Line, Promise, content


def test_bytes_stand_as_half_surrogates() -> None:
    assert content((Line("Malm\udcf6"), Line("Malmö"))) == b"Malm\xf6\nMalm\xc3\xb6\n"


def test_a_case_reads_its_files_and_promises_its_findings_in_order() -> None:
    promised = Line("x", (Promise("error", "a-b", "c"), Promise("error", "a-a", "")))
    case = Case("d", "t", {"b.yaml": (Line(""), promised)}, gone={"a.yaml": promised}, binary={"c.png": b"\0"})
    assert case.files == {"b.yaml": b"\nx\n", "c.png": b"\0"}
    assert [str(each) for each in case.announced] == [
        "a.yaml:1 error [a-a]",
        "a.yaml:1 error [a-b]",
        "b.yaml:2 error [a-a]",
        "b.yaml:2 error [a-b]",
    ]
    assert case.announced[1] == Announced("a.yaml", 1, "error", "a-b", "c")
