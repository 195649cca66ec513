"""The only way by which the engine gets at files: the assets of the part.

No file system and no network; what was asked for beyond is refused and remembered, because WeasyPrint does not report
every refusal (one inside an SVG picture is swallowed).
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from wp3reports.pdf.typefaces import WOFF2, truetype

SCHEME = "asset"
BASE = f"{SCHEME}:/"
REFUSAL = "only the part's own assets are served"
TYPES = {
    "css": "text/css",
    "ttf": "font/ttf",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


class AssetFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint ships no types
    """Serves `asset:/<name>` out of a mapping; `refused` lists every other address, in the order of asking.

    `served` are the assets that were asked for, by name.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        """Serve these assets and nothing else."""
        super().__init__(allowed_protocols={SCHEME}, allow_redirects=False, fail_on_errors=False)
        self._assets = assets
        self.refused: list[str] = []
        self.served: dict[str, bytes] = {}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - the engine's signature
        """The asset; ValueError, which the engine logs and survives, for anything else."""
        scheme, _, rest = url.partition(":")
        name = unquote(rest.partition("#")[0].partition("?")[0]).lstrip("/")
        data = self._assets.get(name) if scheme.lower() == SCHEME else None
        if data is None:
            self.refused.append(url)
            raise ValueError(REFUSAL)
        self.served[name] = data
        if data[:4] == WOFF2:
            data = truetype(data)  # the engine would unpack it again for every document
        kind = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        return URLFetcherResponse(url, data, {"Content-Type": kind})
