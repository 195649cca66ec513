import copy
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wp3reports import pdf
from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Laid
from wp3reports.build.orders import Order, bind_here, one_by_one, ordered
from wp3reports.provenance import Attachment, Provenance, Relation
from wp3reports.volume import Part, Placement, Volume

FONT = {"Sans.ttf.woff2": b"font"}
TOLD = Provenance(attachments=(Attachment("a.json", "application/json", "", Relation.DATA, lambda: b"{}"),))


def order(name: str) -> Order:
    part = Part(f"{name}/cover", "<h1>Riga", {"static/report.css": b"sheet"})
    placed = (Placement(part, "Riga"),)
    volume = Volume(name, "Title", placed, date(2007, 12, 14), "", "", (), "", provenance=TOLD)
    printed = pdf.Printed(
        b"%PDF", 1, flaws=(pdf.Flaw("pdf-style", "odd"),), fragments=(pdf.Fragment("a", 0, 1, 2, 3, 4),)
    )
    return Order(volume, (printed,), FONT, draft=True, key="key")


def test_one_that_fails_takes_down_no_other() -> None:
    def bind(volume: Volume, printed: Sequence[pdf.Printed], *, draft: bool, fonts: Mapping[str, bytes]) -> bytes:
        if volume.name == "two":
            raise KeyError("two")
        return f"{volume.name} {len(printed)} {draft} {dict(fonts)}".encode()

    one, two, three = map(order, ("one", "two", "three"))
    made = list(one_by_one(bind)([one, two, three]))
    assert [each for each, _ in made] == [one, two, three]
    assert made[0][1] == b"one 1 True {'Sans.ttf.woff2': b'font'}"
    assert isinstance(made[1][1], KeyError)
    assert isinstance(made[2][1], bytes)


def test_what_is_sent_to_another_process_is_what_binding_looks_at() -> None:
    sent: dict[str, Any] = copy.deepcopy(order("one").bare())  # as pickling does
    assert sent["volume"].placements[0].part == Part("one/cover", "")
    assert sent["volume"].placements[0].head == "Riga"
    assert [each.data for each in sent["volume"].provenance.attachments] == [b"{}"]
    assert (sent["printed"][0].pdf, sent["printed"][0].flaws, sent["printed"][0].fragments) == (b"%PDF", (), ())
    assert (sent["draft"], sent["fonts"]) == (True, {"Sans.ttf.woff2": b"font"})


def test_here_a_volume_that_is_none_gives_the_reason() -> None:
    ((_, fault),) = bind_here([order("one")])
    assert isinstance(fault, Exception)


def test_an_order_says_what_is_noted_of_it() -> None:
    given, keys, laid = order("one"), Keys(), (Laid("one/cover", "key", "html", "assets"),)
    made = ordered(given.volume, laid, given.printed, fonts=FONT, keys=keys, draft=False)
    assert made.key == keys.volume(given.volume, ["key"], draft=False)
    assert (made.frame, made.parts, made.pages) == (keys.frame(given.volume), laid, 1)
    assert ordered(given.volume, laid, given.printed, fonts=FONT, keys=keys, draft=True).key != made.key
