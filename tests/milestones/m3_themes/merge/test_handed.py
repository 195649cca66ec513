from collections.abc import Callable, Mapping

from wp3reports.milestones.m3_themes.merge.handed import cluster_names, handed
from wp3reports.milestones.m3_themes.model import Expert
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
MALMO = "inputs/m3_themes/malmo.yaml"


def test_a_record_knows_whose_it_is_and_what_its_cluster_is_called(
    given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    found = list(handed(dossier_of(given_whole), "experts", Expert))
    assert [(each.partner.metropolis, each.record.name, each.cluster) for each in found] == [
        ("Riga", "Juris Kalns", "Ferries"),
        ("Riga", "Anna Liepa", "ICT"),
        ("Malmö", "Eva Lind", "Digital media"),
        ("Malmö", "Nils Berg", "Ferries"),
        ("Oslo", "Kari Dahl", "Life sciences"),
        ("Oslo", "Ola Vik", "Maritime services"),
    ]
    assert found[3].pointer == f"{MALMO}#/experts/1"


def test_an_unknown_cluster_goes_by_its_id(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    text = given_whole[MALMO].replace("kind: government, cluster: media", "kind: government, cluster: film")
    found = list(handed(dossier_of({**given_whole, MALMO: text}), "experts", Expert))
    assert [each.cluster for each in found if each.partner.id == "malmo"] == ["film", "Ferries"]


def test_clusters_of_one_id_have_the_names_that_their_cities_gave(
    given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    names = cluster_names(dossier_of(given_whole))
    assert len(names) == 9
    assert names["malmo", "media"] == "Digital media"
