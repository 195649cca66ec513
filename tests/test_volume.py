from wp3reports.volume import LATE, Part, fill, late


def test_a_late_part_waits_for_its_labels() -> None:
    part = Part("contents", f"<td>{late('sea')}</td><td>{late('=pages')}</td>", {"a": b"b"})
    assert part.is_late
    filled = fill(part, {"sea": "12", "=pages": "<3>"})
    assert (filled.html, filled.is_late) == ("<td>12</td><td>&lt;3&gt;</td>", False)
    assert (filled.name, filled.assets) == (part.name, part.assets)


def test_an_unknown_place_is_a_dash() -> None:
    assert fill(Part("p", late("nowhere")), {}).html == "–"


def test_a_part_without_marks_stays_as_it_is() -> None:
    part = Part("p", "<p>x</p>")
    assert not part.is_late
    assert fill(part, {"x": "1"}) == part


def test_marks_do_not_run_into_each_other() -> None:
    assert LATE.findall(late("a") + late("b")) == ["a", "b"]
