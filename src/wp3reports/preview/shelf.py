"""Which documents there are, under which addresses, and what is about which of them."""

from collections.abc import Iterable

from wp3reports import shipped
from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier
from wp3reports.pipeline import inputs_of, targets
from wp3reports.preview.handed import handed
from wp3reports.preview.site import CSS, FONT, HTML, SCRIPT, SVG, Content, Table, at_hand

_MEDIA = {".html": HTML, ".css": CSS, ".js": SCRIPT, ".svg": SVG, ".woff2": FONT}
PAGE, FORM = "index.html", "form.html"
FACES = ("SourceSans3-Regular.ttf.woff2", "SourceSans3-Semibold.ttf.woff2")


def own_files() -> Table:
    """The page itself with its script and style, which come with the program and never from a project."""
    folder = shipped.templates()
    paths = (*(folder / "preview").iterdir(), *(folder / "static" / "fonts" / name for name in FACES))
    files = {path.name: Content(path.read_bytes(), _MEDIA[path.suffix]) for path in paths}
    return {("/" if name == PAGE else f"/own/{name}"): at_hand(content) for name, content in files.items()}


def addresses(dossier: Dossier | None) -> Table:
    """The page at the address of each document that can be made or is expected, and the form of each hand-in."""
    if dossier is None:
        return {}
    page, form = own_files()["/"], own_files()[f"/own/{FORM}"]
    expected = [
        f"local/{milestone.name}/{partner.id}"
        for milestone in MILESTONES
        if milestone.local is not None and dossier.project.period(milestone.name) is not None
        for partner in dossier.partners
    ]
    documents = (*expected, *targets(dossier))
    forms = {f"/form/{target}": form for target in documents if handed(target, dossier)}
    return {f"/{target}": page for target in documents} | forms


def own_first(findings: Iterable[Diagnostic], target: str) -> list[Diagnostic]:
    """The findings by weight, those in the document's own inputs before all others."""
    return sorted(findings, key=lambda each: (not is_own(each, target), each.severity, each.span))


def is_own(finding: Diagnostic, target: str) -> bool:
    """Whether a finding is about the document's own inputs."""
    return f"{finding.span.path}/".startswith(f"{inputs_of(target)}/")
