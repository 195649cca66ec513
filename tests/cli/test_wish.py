from datetime import date
from pathlib import Path

from wp3reports.cli.wish import Wish
from wp3reports.snapshot import Snapshot

WISH = Wish(Path("project"), None, ("final",), date(2008, 1, 31), "en", is_final=False)


def test_places_are_in_the_project_but_for_reports_that_are_wanted_elsewhere() -> None:
    assert WISH.places.pdf == Path("project/build/pdf")
    elsewhere = WISH._replace(output=Path("out")).places
    assert (elsewhere.pdf, elsewhere.store) == (Path("out"), WISH.places.store)


def test_whatever_decides_what_a_build_does_is_in_its_request() -> None:
    snapshot = Snapshot({"inputs/project.yaml": b"a"})
    others = [
        WISH._replace(targets=()),
        WISH._replace(issued=date(2008, 2, 1)),
        WISH._replace(language="lv"),
        WISH._replace(is_final=True),
    ]
    requests = [each.request(snapshot) for each in (WISH, *others)]
    requests.append(WISH.request(Snapshot({"inputs/project.yaml": b"b"})))
    assert len({*requests}) == 6
    assert WISH._replace(folder=Path("moved")).request(snapshot) == requests[0]
