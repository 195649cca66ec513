from collections.abc import Callable, Mapping

from wp3reports.milestones.final.merge.chains import chains
from wp3reports.milestones.final.merge.profiles import Profile, profiles
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]


def of(files: Mapping[str, str], read: Read) -> dict[str, Profile]:
    dossier = read(files)
    return {each.partner.id: each for each in profiles(dossier, chains(dossier))}


def test_a_metropolis_seeks_and_is_sought(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    found = of(given_whole, dossier_of)
    assert [*found] == ["riga", "malmo", "oslo"]
    riga = found["riga"]
    assert [(each.wanted, each.wish.reason) for each in riga.seeks] == [
        ("Malmö", "It knows the yards."),
        ("Oslo", "It has a park."),
    ]
    assert [(each.seeker, each.wish.reason) for each in riga.sought] == [("Malmö", "The other end.")]


def test_commitments_stand_on_both_sides(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    riga = of(given_whole, dossier_of)["riga"]
    assert [(each.by, each.proposal and each.proposal.record.id) for each in riga.undertakes] == [("Riga", "quay-days")]
    assert [(each.by, each.entry.record.contribution) for each in riga.promised] == [("Malmö", "The quay.")]


def test_a_profile_gathers_what_was_handed_in(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    found = of(given_whole, dossier_of)
    riga = found["riga"]
    assert [each.cluster for each in riga.chains] == ["ict", "life-sciences", "ferries"]
    assert {"port-land", "joint-stand"} <= {each.record.id for each in riga.practices}
    assert [each.record.technology.label for each in riga.priorities] == ["Software and embedded systems"]
    assert [each.record.id for each in riga.programmes] == ["joint-lines"]
    assert found["oslo"].programmes == ()


def test_figures_of_clusters_and_practices_stand_together(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    riga = of(given_whole, dossier_of)["riga"]
    assert [(entry.record.name, key, len(figures)) for entry, key, figures in riga.figures] == [
        ("ICT", "key_figures", 1),
        ("Land at the port", "results", 1),
    ]


def test_a_commitment_for_an_unknown_proposal_stays(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    path = "inputs/m5_programmes/malmo.yaml"
    found = of({name: text for name, text in given_whole.items() if name != path}, dossier_of)
    assert [each.proposal for each in found["riga"].undertakes] == [None]
    assert found["malmo"].promised[0].by == "Riga"
