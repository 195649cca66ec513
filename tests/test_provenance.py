from hashlib import sha256

from wp3reports.provenance import Attachment, Relation


def test_what_is_in_a_file_is_made_when_it_is_asked_for_and_once() -> None:
    made: list[bytes] = []

    def content() -> bytes:
        made.append(b"{}")
        return made[-1]

    file = Attachment("final.json", "application/json", "What was merged", Relation.DATA, content)
    assert not made
    assert file.sha256 == sha256(b"{}").hexdigest()
    assert file.data == b"{}"
    assert len(made) == 1


def test_relations_are_words_of_pdf() -> None:
    assert {each.value for each in Relation} <= {"Source", "Data", "Alternative", "Supplement", "Unspecified"}
