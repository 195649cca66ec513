import io

import pikepdf

from wp3reports.volume import Volume


def test_document_information(final: bytes, volume: Volume) -> None:
    with pikepdf.open(io.BytesIO(final)) as file:
        info = {key: str(value) for key, value in file.docinfo.items()}
        assert str(file.Root.Lang) == volume.language
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert "OutputIntents" in {key.strip("/") for key in file.Root.keys()}  # noqa: SIM118 - not a dict
    assert info["/Title"] == volume.title
    assert (info["/Author"], info["/Subject"], info["/Keywords"]) == ("BaltMet Inno", "Milestone 2", "cluster, SWOT")
    assert info["/CreationDate"] == info["/ModDate"] == "D:20051231000000Z"


def test_document_information_and_xmp_agree(final: bytes) -> None:
    with pikepdf.open(io.BytesIO(final)) as file, file.open_metadata() as xmp:
        said = {key.lstrip("/"): str(value) for key, value in file.docinfo.items()}
        assert xmp["dc:title"] == said["Title"]
        assert xmp["dc:creator"] == [said["Author"]]
        assert xmp["dc:description"] == said["Subject"]
        assert xmp["pdf:Keywords"] == said["Keywords"]
        assert xmp["xmp:CreatorTool"] == said["Creator"]
        assert xmp["pdf:Producer"] == said["Producer"]
        assert xmp["dc:language"] == {str(file.Root.Lang)}
        for key, name in (("CreateDate", "CreationDate"), ("ModifyDate", "ModDate")):
            day = xmp[f"xmp:{key}"].replace("-", "").replace(":", "").replace("T", "")
            assert f"D:{day}" == said[name]
    assert len(said) == 8
