"""A release bound from what its draft left: nothing is compiled, and no models are loaded."""

from wp3reports.build import Built, Left, Record, Workers, only_build_in, read_proof, release, remember
from wp3reports.cli.clustering import Asked
from wp3reports.cli.console import say, show
from wp3reports.cli.project import WAITING
from wp3reports.cli.wish import Wish
from wp3reports.diagnostics import Diagnostic
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.workspace import build_folder, changed


def bind_again(  # noqa: PLR0913, PLR0917 - who asks for what, what there is, and who does it
    wish: Wish, snapshot: Snapshot, draft: Record, store: Store, workers: Workers, helpers: Asked
) -> Built | None:
    """Bring the release up to date whose draft is this one; None, and nothing is done, where that takes a compilation.

    What is found meanwhile is shown.
    """
    places = wish.places
    with only_build_in(build_folder(wish.folder), lambda: say(WAITING)):
        proof = read_proof(places.proof)
        if proof is None or proof.asked != draft.asked:
            return None
        _ = helpers.certificates  # binding needs none, and yet a usage error stays one
        workers.limits = proof.allowance
        built = release(Left(proof, draft, snapshot, store), places, workers.bind)
        if built is None:
            return None
        found = [*built.diagnostics, *changed(wish.folder, snapshot)]
        if not found and built.is_whole:
            remember(places, wish.request(snapshot), built, draft.remarks)
    if found:
        _show(found, wish, snapshot)
    return built


def _show(findings: list[Diagnostic], wish: Wish, snapshot: Snapshot) -> None:
    """Findings by partners, for whose names the project is read after all."""
    from wp3reports.load import load  # noqa: PLC0415 - loads models, and there is hardly ever anything to show
    from wp3reports.reporters import REPORTERS, Report  # noqa: PLC0415

    dossier, _ = load(snapshot, wish.issued)
    show(REPORTERS["text"](Report(findings, snapshot, dossier.partners if dossier else ())))
