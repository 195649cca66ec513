"""Where a chain breaks off is in the rule book; here is what a whole one says."""

from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m2_swot.model import Quadrant
from wp3reports.milestones.m5_programmes.chain import Evidence, Link, evidence
from wp3reports.milestones.m5_programmes.model import programmes_of
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
Follow = Callable[[Mapping[str, str]], Evidence]
M1, M2, M3, M4, M5 = "m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes"


@pytest.fixture
def follow(dossier_of: Read) -> Follow:
    def read(files: Mapping[str, str]) -> Evidence:
        dossier = dossier_of(files)
        return evidence(dossier, programmes_of(dossier)["joint-lines"])

    return read


def changed(files: Mapping[str, str], path: str, old: str, new: str) -> dict[str, str]:
    assert files[path].count(old) == 1
    return {**files, path: files[path].replace(old, new)}


def test_a_whole_chain_names_each_of_its_links(given: Mapping[str, str], follow: Follow) -> None:
    first = follow(given).chains[0]
    assert first.joint == Link(
        M5, "riga", "A list of ships", f"inputs/{M5}/riga.yaml#/proposals/0", "m5-riga-proposal-ship-list"
    )
    assert first.concept == Link(
        M4, "coordinator", "Lines with two ends", f"inputs/{M4}/coordinator.yaml#/concepts/0", ""
    )
    assert first.theme == Link(
        M3, "riga", "Orders for ferries", f"inputs/{M3}/riga.yaml#/proposals/0", "m3-riga-proposal-ferry-orders"
    )
    assert (first.quadrant, first.statement) == (
        Quadrant.WEAKNESSES,
        Link(M2, "riga", "Old ships", f"inputs/{M2}/riga.yaml#/analyses/2/weaknesses/0", "m2-riga-ferries"),
    )
    assert first.cluster == Link(
        M1,
        "riga",
        "Ferries",
        f"inputs/{M1}/coordinator.yaml#/decision/selections/0/selected/2",
        "m1-riga-ferries",
    )


def test_every_proposal_is_followed_through_every_partner(given: Mapping[str, str], follow: Follow) -> None:
    found = follow(given)
    assert [(each.joint.author, each.theme.author) for each in found.chains] == [
        *(("riga", "riga"), ("riga", "malmo"), ("malmo", "riga"), ("malmo", "malmo")),
    ]
    assert found.gap is None


def test_proposals_of_cities_that_are_no_partners_are_no_evidence(given: Mapping[str, str], follow: Follow) -> None:
    wider = changed(given, f"inputs/{M5}/coordinator.yaml", "partners: [riga, malmo]", "partners: [oslo]")
    assert [each.cluster.name for each in follow(wider).chains] == ["Energy", "Energy"]


def test_a_cluster_that_milestone_1_does_not_describe_goes_by_its_id(given: Mapping[str, str], follow: Follow) -> None:
    files = {path: text for path, text in given.items() if path != f"inputs/{M1}/riga.yaml"}
    assert follow(files).chains[0].cluster.name == "ferries"


def test_the_gap_nearest_to_the_clusters_is_told(given: Mapping[str, str], follow: Follow) -> None:
    files = changed(given, f"inputs/{M3}/riga.yaml", "    answers: [old-ships]\n", "")
    files = changed(files, f"inputs/{M3}/malmo.yaml", "answers: [eastern-lines]", "answers: [western-lines]")
    files = changed(files, f"inputs/{M1}/coordinator.yaml", "[logistics, media, ferries]", "[logistics, media]")
    gap = follow(files).gap
    assert gap is not None
    assert (gap.depth, gap.missing) == (3, 'the proposal "ferry-orders" of Riga answers no SWOT statement')
    files = changed(files, f"inputs/{M3}/malmo.yaml", "answers: [western-lines]", "answers: [eastern-lines]")
    gap = follow(files).gap
    assert gap is not None
    assert (gap.depth, gap.missing) == (4, '"ferries" of Malmö was not selected in milestone 1')
    assert gap.place.path == f"inputs/{M1}/coordinator.yaml"


def test_what_is_named_but_not_there_is_missing(given: Mapping[str, str], follow: Follow) -> None:
    alone = changed(given, f"inputs/{M5}/coordinator.yaml", "partners: [riga, malmo]", "partners: [malmo]")
    files = changed(alone, f"inputs/{M3}/malmo.yaml", "answers: [eastern-lines]", "answers: [western-lines]")
    gap = follow(files).gap
    assert gap is not None
    assert gap.missing == (
        'the proposal "eastern-line" of Malmö answers "western-lines", which is no SWOT statement of Malmö'
    )
    files = changed(alone, f"inputs/{M4}/coordinator.yaml", "proposal: eastern-line}", "proposal: western-line}")
    gap = follow(files).gap
    assert gap is not None
    assert gap.missing == (
        'the concept "two-ended-lines" rests on "western-line", which Malmö did not propose in milestone 3'
    )


@pytest.mark.parametrize(
    "gone",
    [f"{M1}/coordinator", f"{M2}/malmo", f"{M3}/malmo", f"{M4}/coordinator"],
)
def test_nothing_is_concluded_from_a_hand_in_that_is_missing(
    gone: str, given: Mapping[str, str], follow: Follow
) -> None:
    files = changed(given, f"inputs/{M3}/riga.yaml", "    answers: [old-ships]\n", "")
    found = follow({path: text for path, text in files.items() if path != f"inputs/{gone}.yaml"})
    assert found == Evidence((), None)


def test_a_programme_without_a_known_proposal_has_neither_chain_nor_gap(
    given: Mapping[str, str], follow: Follow
) -> None:
    own = {f"inputs/{M5}/riga.yaml", f"inputs/{M5}/malmo.yaml"}
    assert follow({path: text for path, text in given.items() if path not in own}) == Evidence((), None)


def test_without_a_plan_for_a_milestone_a_link_has_no_anchor(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given)
    unplanned = dossier.project.model_copy(update={"milestones": ()})
    bare = Dossier(unplanned, dossier.partners, dossier.frame, dossier.deliveries, dossier.issued)
    (first, *_) = evidence(bare, programmes_of(bare)["joint-lines"]).chains
    assert (first.joint.name, first.joint.anchor) == ("A list of ships", "")
