"""The files of the templates that every part may fetch, and a page that makes use of them."""

from collections.abc import Mapping

from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part

FOLDER = "templates/"
SAMPLE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sample</title>
<link rel="stylesheet" href="asset:/static/report.css">
</head>
<body>
<h1>Metropolises</h1><h2><span class="number">1</span> Cities</h2><h3>Firms</h3>
<p>Universities, <b>institutes</b> and <i>agencies</i> of the <b><i>metropolitan</i></b> regions, <code>riga</code></p>
<table><thead><tr><th scope="col">Cluster</th></tr></thead><tbody><tr><td>Biotechnology</td></tr></tbody></table>
</body>
</html>
"""


def fetched(snapshot: Snapshot) -> Mapping[str, bytes]:
    """Style sheet and fonts by the names that parts know them by."""
    return {path.removeprefix(FOLDER): data for path, data in snapshot.under("templates/static")}


def sample(snapshot: Snapshot) -> Part:
    """A page in all faces of the reports: who has laid it out finds everything ready for the first part."""
    return Part("sample", SAMPLE, fetched(snapshot))
