import io
from dataclasses import replace
from hashlib import md5

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.pdf.attaching import attach
from wp3reports.pdf.objects import Objects
from wp3reports.volume import Volume

FILES = ["m2_swot-riga.yaml", "m2_swot.json", "manifest.json"]


def test_each_file_is_described_dated_and_related(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        specs = {name: file.attachments[name] for name in file.attachments}
        assert list(specs) == sorted(FILES)
        riga = specs["m2_swot-riga.yaml"].obj
        assert (str(riga.Type), str(riga.AFRelationship), str(riga.Desc)) == (
            "/Filespec",
            "/Source",
            "The hand-in of Rīga",
        )
        assert str(riga.F) == str(riga.UF) == "m2_swot-riga.yaml"
        assert {str(each.obj.AFRelationship) for name, each in specs.items() if name.endswith("json")} == {"/Data"}
        for each in specs.values():
            stream = each.obj.EF.F
            assert str(stream.Params.ModDate) == str(stream.Params.CreationDate) == "D:20051231000000Z"
            assert int(stream.Params.Size) == len(stream.read_bytes())
            assert bytes(stream.Params.CheckSum) == md5(stream.read_bytes(), usedforsecurity=False).digest()
        kinds = {name: str(each.obj.EF.F.Subtype) for name, each in specs.items()}
    assert kinds["m2_swot-riga.yaml"] == "/application/yaml"
    assert kinds["manifest.json"] == kinds["m2_swot.json"] == "/application/json"


def test_each_is_listed_once_for_the_document_and_once_by_name(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        listed = [str(each.UF) for each in file.Root.AF]
        entries = file.Root.Names.EmbeddedFiles.Names
        names = [str(each) for each in entries[::2]]
        streams = [each for each in file.objects if isinstance(each, pikepdf.Stream) and "/Params" in each]
        assert [each.objgen for each in file.Root.AF] == [each.objgen for each in list(entries)[1::2]]
    assert sorted(listed) == sorted(FILES)
    assert names == sorted(names) == sorted(FILES)
    assert len(streams) == len(FILES)


def test_they_lay_nothing_out_again(volume: Volume, printed: tuple[pdf.Printed, ...], final: bytes) -> None:
    parts = [part.pdf for part in printed]
    assert not any(b"EmbeddedFile" in part for part in parts)
    assert b"EmbeddedFile" in final
    assert len(pdf.unpack(final).files) == len(volume.provenance.attachments) + 1


def test_two_files_of_one_name_are_a_bug(volume: Volume) -> None:
    twice = [volume.provenance.attachments[0]] * 2
    with pytest.raises(ValueError, match="two attachments"):
        attach(Objects(), twice, volume.issued)


def test_a_volume_of_unknown_origin_holds_its_manifest_only(
    volume: Volume, printed: tuple[pdf.Printed, ...], fonts: dict[str, bytes]
) -> None:
    bare = replace(volume, provenance=replace(volume.provenance, inputs=(), attachments=()))
    package = pdf.unpack(pdf.bind(bare, printed, draft=True, fonts=fonts))
    assert [each.name for each in package.files] == ["manifest.json"]
