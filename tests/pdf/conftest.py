"""Parts in the report's own fonts, laid out once for all tests."""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import pikepdf
import pydyf
import pytest

from wp3reports import pdf
from wp3reports.pdf.objects import Objects
from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.volume import Numbering, Part, Placement, Volume

pdf.prepare()  # before any test imports the engine

FONTS = Path(__file__).parents[2] / "templates/static/fonts"
FACES = (
    ("WP3 Sans", 400, "normal", "SourceSans3-Regular"),
    ("WP3 Sans", 600, "normal", "SourceSans3-Semibold"),
    ("WP3 Sans", 400, "italic", "SourceSans3-It"),
    ("WP3 Serif", 400, "normal", "SourceSerif4-Regular"),
)
STYLE = (
    "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f" src: url(asset:/static/fonts/{name}.ttf.woff2) }}\n"
        for family, weight, style, name in FACES
    )
    + """
@page { size: A4; margin: 27mm 22mm 25mm }
html { font-family: "WP3 Sans" } h1, h2, h3 { font-family: "WP3 Serif"; font-weight: 400 } b, th { font-weight: 600 }
svg, svg text { font-family: "WP3 Sans" }
"""
)
COVER = "<h1 id=cover>SWOT of the clusters</h1>"
FRONT = """<h1 id=contents>Contents</h1>
<p><a href="volume:riga">Rīga</a>, <a href="volume:riga-second">second</a>, <a href="volume:wide">wide</a></p>
<p style="break-before: page">Write to <a href="mailto:wp3@example.org">us</a> or see
<a href="https://example.org/a?b=c">there</a>.</p>"""
BODY = f"""<h1 id=riga>Rīga</h1><h2 id=riga-first>First</h2><p>Łódź, Санкт-Петербург, <i>Malmö</i>; see
<a href="#riga-second">below</a>.</p>{"<p>Text of the <b>analysis</b>.</p>" * 40}
<h2 id=riga-second>Second</h2><table><tr><th scope=col>One</th><th scope=col>Two</th></tr><tr><td>1</td><td>2</td></tr>
</table>"""
WIDE = '<h1 id=wide>Matrix</h1><p>Back to <a href="volume:riga">Rīga</a>.</p>'
RIGA = "summary: Rīga\n".encode()
PROVENANCE = Provenance(
    deliverable="D3.2",
    milestone="m2_swot",
    version="1.0",
    templates=sha256(b"templates").hexdigest(),
    inputs=(
        Input("inputs/m2_swot/map.png", sha256(b"map").hexdigest()),
        Input("inputs/m2_swot/riga.yaml", sha256(RIGA).hexdigest(), "m2_swot-riga.yaml"),
    ),
    attachments=(
        Attachment(
            "m2_swot-riga.yaml", "application/yaml", "The hand-in of Rīga", Relation.SOURCE, partial(bytes, RIGA)
        ),
        Attachment("m2_swot.json", "application/json", "What was merged", Relation.DATA, partial(bytes, b"{}\n")),
    ),
)
MakePart = Callable[..., Part]
Read = Callable[..., pikepdf.Pdf]


@pytest.fixture
def read() -> Iterator[Read]:
    """Opens the file that objects become, with these entries in its catalog."""
    opened: list[pikepdf.Pdf] = []

    def made(objects: Objects, **entries: object) -> pikepdf.Pdf:
        pages = objects.add(pydyf.Dictionary({"Type": "/Pages", "Kids": pydyf.Array(), "Count": 0}))
        root = objects.add(pydyf.Dictionary({"Type": "/Catalog", "Pages": pages, **entries}))
        opened.append(pikepdf.open(io.BytesIO(objects.to_bytes(root, objects.add(pydyf.Dictionary())))))
        return opened[-1]

    yield made
    for file in opened:
        file.close()


@pytest.fixture(autouse=True, scope="session")
def kept_fonts(request: pytest.FixtureRequest) -> Path:
    """Where unpacked fonts stay, from one run of the tests to the next."""
    assert request.config.cache is not None
    folder = Path(request.config.cache.mkdir("fonts"))
    pdf.keep_fonts_in(folder)
    return folder


@pytest.fixture(scope="session")
def fonts() -> Mapping[str, bytes]:
    """The shipped font files by name."""
    return {path.name: path.read_bytes() for path in sorted(FONTS.glob("*.woff2"))}


@pytest.fixture(scope="session")
def make_part(fonts: Mapping[str, bytes]) -> MakePart:
    """Makes a part out of a body, or out of a whole document that only lacks our style."""
    shipped = {f"static/fonts/{name}": data for name, data in fonts.items()}

    def make(body: str, *, style: str = "", lang: str = "en", assets: Mapping[str, bytes] | None = None) -> Part:
        if "<head>" not in body:
            body = f"<!doctype html><html lang={lang}><head><title>Part</title></head><body>{body}</body></html>"
        html = body.replace("<head>", f"<head><style>{STYLE}{style}</style>", 1)
        return Part("part", html, {**shipped, **(assets or {})})

    return make


@pytest.fixture(scope="session")
def volume(make_part: MakePart) -> Volume:
    """A cover, two pages of front matter, a body in two parts; the last part is landscape, the second Latvian."""
    return Volume(
        name="m2_swot",
        title="SWOT & maturity of the clusters",
        placements=(
            Placement(make_part(COVER), "Cover", Numbering.NONE),
            Placement(make_part(FRONT), "Contents", Numbering.ROMAN),
            Placement(make_part(BODY, lang="lv"), "Rīga · Санкт-Петербург – Malmö"),
            Placement(make_part(WIDE, style="@page { size: A4 landscape }"), "Matrix", depth=2),
        ),
        issued=date(2005, 12, 31),
        author="BaltMet Inno",
        subject="Milestone 2",
        keywords=("cluster", "SWOT"),
        foot="BSR INTERREG III B · WP3",
        provenance=PROVENANCE,
    )


@pytest.fixture(scope="session")
def printed(volume: Volume) -> tuple[pdf.Printed, ...]:
    """The pages of the volume's parts."""
    return tuple(pdf.export(placement.part) for placement in volume.placements)


@pytest.fixture(scope="session")
def draft(volume: Volume, printed: tuple[pdf.Printed, ...], fonts: Mapping[str, bytes]) -> bytes:
    """The volume as a draft."""
    return pdf.bind(volume, printed, draft=True, fonts=fonts)


@pytest.fixture(scope="session")
def final(volume: Volume, printed: tuple[pdf.Printed, ...], fonts: Mapping[str, bytes]) -> bytes:
    """The volume as a release."""
    return pdf.bind(volume, printed, draft=False, fonts=fonts)
