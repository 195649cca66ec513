"""The files of the templates."""

from wp3reports.render.files import fetched
from wp3reports.snapshot import Snapshot


def test_parts_know_them_without_their_folder() -> None:
    files = fetched(Snapshot({"templates/static/report.css": b"p {}", "templates/part.html.j2": b"", "inputs/a": b""}))
    assert files == {"static/report.css": b"p {}"}
