import io
from collections.abc import Iterator

import pytest
from PIL import Image

from wp3reports.render import drawn, redrawing
from wp3reports.render.redrawing import UnusablePictureError


def file(shade: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (9, 9), shade).save(stream, "PNG")
    return stream.getvalue()


def forget() -> None:
    for each in (drawn._DRAWN, drawn._USED, drawn._NEW):  # noqa: SLF001
        each.clear()


@pytest.fixture(autouse=True)
def drawings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """The files that are drawn or judged, as they come."""
    seen: list[bytes] = []
    for name in ("redrawn", "judge"):
        whole = getattr(redrawing, name)
        monkeypatch.setattr(redrawing, name, lambda data, whole=whole: [seen.append(data), whole(data)][1])
    forget()
    yield seen
    forget()


def test_a_picture_is_drawn_once_and_needs_no_judge_then(drawings: list[bytes]) -> None:
    first = drawn.redrawn(file(1))
    assert drawn.redrawn(file(1)) == first == redrawing.redrawn(file(1))
    drawn.judge(file(1))
    assert drawings == [file(1), file(1)]
    drawn.judge(file(2))
    assert drawings[2:] == [file(2)]


def test_what_shows_no_picture_is_told_each_time() -> None:
    for ask in (drawn.redrawn, drawn.judge, drawn.redrawn):
        with pytest.raises(UnusablePictureError):
            ask(b"GIF89a")
    assert not drawn.is_any_new()


def test_the_next_process_draws_only_what_is_new(drawings: list[bytes]) -> None:
    before = [drawn.redrawn(file(shade)) for shade in (1, 2)]
    assert drawn.is_any_new()
    data = drawn.to_bytes("stamp")
    assert not drawn.is_any_new()
    forget()
    drawn.take(data, "stamp")
    assert drawn.redrawn(file(2)) == before[1]
    assert not drawn.is_any_new()
    drawn.redrawn(file(3))
    assert drawings == [file(1), file(2), file(3)]
    forget()
    drawn.take(drawn.to_bytes("stamp"), "stamp")
    assert drawn._DRAWN == {}  # noqa: SLF001


def test_what_nobody_asked_for_is_not_kept() -> None:
    drawn.redrawn(file(1))
    data = drawn.to_bytes("stamp")
    forget()
    drawn.take(data, "stamp")
    drawn.redrawn(file(2))
    data = drawn.to_bytes("stamp")
    forget()
    drawn.take(data, "stamp")
    assert list(drawn._DRAWN.values()) == [redrawing.redrawn(file(2))]  # noqa: SLF001


def test_of_another_stamp_nothing_is_taken() -> None:
    drawn.redrawn(file(1))
    data = drawn.to_bytes("stamp")
    forget()
    drawn.take(data, "another")
    assert drawn._DRAWN == {}  # noqa: SLF001


def test_a_process_that_goes_on_keeps_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST", 2)
    made = [drawn.redrawn(file(shade)) for shade in range(4)]
    assert list(drawn._DRAWN.values()) == made[2:]  # noqa: SLF001
