from collections.abc import Callable, Mapping

from wp3reports.model import Dossier, Participation

Read = Callable[[Mapping[str, str]], Dossier]


def test_observers_are_known(given: Mapping[str, str], dossier_of: Read) -> None:
    partners = dossier_of(given).partners
    assert [partner.is_observer for partner in partners] == [False, False, True]
    assert partners[2].participation is Participation.OBSERVER
