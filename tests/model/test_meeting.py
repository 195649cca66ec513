from collections.abc import Callable, Mapping

from wp3reports.model import Convened, Dossier

Read = Callable[[Mapping[str, str]], Dossier]


def test_what_is_not_on_record_may_be_left_out(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    convened = dossier_of(given_whole).of(Convened)
    assert [each.milestone for each in convened] == ["m3_themes", "m4_concepts", "m5_programmes"]
    first, second = convened[0].submission.meetings
    assert first.participants == ("riga", "malmo", "oslo")
    assert second.participants == ()
    assert second.topics[0].conclusions == ""
    assert first.actions[0].due is not None
