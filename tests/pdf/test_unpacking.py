import io

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.volume import Volume


def saved(data: bytes, change: str, **options: object) -> bytes:
    """The PDF with one of its attachments changed, removed, or all of it locked."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        if change == "spoil":
            file.attachments["m2_swot-riga.yaml"].obj.EF.F.write(b"summary: Oslo\n")
        elif change == "smuggle":
            file.attachments["../../evil"] = pikepdf.AttachedFileSpec(file, b"evil", filename="../../evil")
        elif change == "strip":
            del file.attachments["manifest.json"]
        elif change == "garble":
            file.attachments["manifest.json"].obj.EF.F.write(b"{}")
        file.save(target, **options)
    return target.getvalue()


def test_what_was_attached_comes_back(final: bytes, volume: Volume) -> None:
    package = pdf.unpack(final)
    assert package.document["title"] == volume.title
    assert package.document["status"] == "final"
    files = {each.name: each for each in package.files}
    for known in volume.provenance.attachments:
        found = files[known.name]
        assert (found.data, found.media, found.description) == (known.data, known.media, known.description)
        assert (found.relation, found.dated) == (known.relation.value, "D:20051231000000Z")
    assert files["m2_swot-riga.yaml"].path == "inputs/m2_swot/riga.yaml"
    assert files["m2_swot.json"].path == "m2_swot.json"
    assert all(each.is_intact for each in package.files)


@pytest.mark.parametrize(("change", "name"), [("spoil", "m2_swot-riga.yaml"), ("smuggle", "../../evil")])
def test_a_file_that_is_not_what_the_manifest_says(final: bytes, change: str, name: str) -> None:
    assert [each.name for each in pdf.unpack(saved(final, change)).files if not each.is_intact] == [name]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "cannot be read"), (b"%PDF-1.7\n", "cannot be read"), (b"PK\x03\x04 not at all", "cannot be read")],
)
def test_what_is_no_pdf(data: bytes, why: str) -> None:
    with pytest.raises(pdf.NotOursError, match=why):
        pdf.unpack(data)


@pytest.mark.parametrize(("change", "why"), [("strip", "no report of wp3reports"), ("garble", "manifest is damaged")])
def test_what_is_none_of_ours(final: bytes, change: str, why: str) -> None:
    with pytest.raises(pdf.NotOursError, match=why):
        pdf.unpack(saved(final, change))


def test_a_locked_one(final: bytes) -> None:
    locked = saved(final, "", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(pdf.NotOursError, match="locked"):
        pdf.unpack(locked)


def test_half_a_file(final: bytes) -> None:
    with pytest.raises(pdf.NotOursError):
        pdf.unpack(final[: len(final) // 2])
