from wp3reports.model import Record, leaves


class Inner(Record):
    name: str
    note: str = ""


class Outer(Record):
    title: str
    inner: Inner
    several: tuple[Inner, ...] = ()
    words: tuple[str, ...] = ()


def test_leaves_have_their_paths_in_the_order_of_the_schema() -> None:
    record = Outer(title="t", inner=Inner(name="a"), several=(Inner(name="b", note="n"),), words=("x", "y"))
    assert list(leaves(record)) == [
        (("title",), "t"),
        (("inner", "name"), "a"),
        (("inner", "note"), ""),
        (("several", 0, "name"), "b"),
        (("several", 0, "note"), "n"),
        (("words", 0), "x"),
        (("words", 1), "y"),
    ]


def test_an_empty_list_has_no_leaves() -> None:
    assert [path for path, _ in leaves(Outer(title="t", inner=Inner(name="a")))] == [
        ("title",),
        ("inner", "name"),
        ("inner", "note"),
    ]
