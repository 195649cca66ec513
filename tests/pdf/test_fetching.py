import pytest

from wp3reports.pdf.fetching import AssetFetcher

ASSETS = {"static/report.css": b"p {}", "inputs/m2_swot/Łódź.png": b"\x89PNG", "x.bin": b"x"}


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("asset:/static/report.css", "text/css"),
        ("ASSET:/static/report.css?v=1#x", "text/css"),
        ("asset:/inputs/m2_swot/%C5%81%C3%B3d%C5%BA.png", "image/png"),
        ("asset:/x.bin", "application/octet-stream"),
    ],
)
def test_assets_are_served(url: str, kind: str) -> None:
    fetcher = AssetFetcher(ASSETS)
    response = fetcher.fetch(url)
    assert response.content_type == kind
    assert response.read() in ASSETS.values()
    assert fetcher.refused == []


@pytest.mark.parametrize(
    "url",
    [
        "asset:/nothing.css",
        "asset:/static/../static/report.css",
        "file:///static/report.css",
        "http://127.0.0.1:9/x.css",
        "data:text/css,p{}",
        "static/report.css",
        "",
    ],
)
def test_anything_else_is_refused_and_remembered(url: str) -> None:
    fetcher = AssetFetcher(ASSETS)
    with pytest.raises(ValueError, match="own assets"):
        fetcher.fetch(url)
    assert fetcher.refused == [url]
