"""The typographic system: what templates/README.md says of colours and sizes is what the style sheet does."""

import re
from collections.abc import Mapping

import pytest

from wp3reports.pdf import furniture

LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3
STYLE, BOOK = "templates/static/report.css", "templates/README.md"
LINES_ONLY = {"rule", "hair", "accent-line"}


@pytest.fixture(scope="module")
def css(templates: Mapping[str, bytes]) -> str:
    return re.sub(r"(?s)/\*.*?\*/", "", templates[STYLE].decode())


@pytest.fixture(scope="module")
def tokens(css: str) -> Mapping[str, str]:
    root = re.search(r"(?s):root \{(.*?)\}", css)
    assert root is not None
    return {name: value.strip() for name, value in re.findall(r"--([\w-]+):([^;}]+)", root[1])}


@pytest.fixture(scope="module")
def colours(tokens: Mapping[str, str]) -> Mapping[str, str]:
    found = {name: value for name, value in tokens.items() if value.startswith("#")}
    assert len(found) >= 8
    return found


@pytest.fixture(scope="module")
def pairs(templates: Mapping[str, bytes]) -> Mapping[tuple[str, str], float]:
    rows = re.findall(r"(?m)^\| `--([\w-]+)` \| `--([\w-]+)` \| ([\d.]+) \|", templates[BOOK].decode())
    assert len(rows) >= 8
    return {(text, ground): float(ratio) for text, ground, ratio in rows}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == len("#rrggbb") else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_every_pair_of_text_and_ground_is_legible(
    pairs: Mapping[tuple[str, str], float], colours: Mapping[str, str]
) -> None:
    for (text, ground), told in pairs.items():
        ratio = contrast(colours[text], colours[ground])
        assert ratio >= LEAST, f"{text} on {ground}: {ratio:.2f}"
        assert told == round(ratio, 1), f"{text} on {ground} is {ratio:.1f}"


def test_every_colour_of_text_and_ground_is_in_a_pair(css: str, pairs: Mapping[tuple[str, str], float]) -> None:
    texts = set(re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", css))
    grounds = set(re.findall(r"background(?:-color)?: var\(--([\w-]+)\)", css))
    assert min(len(texts), len(grounds)) >= 4
    assert texts <= {text for text, _ in pairs}
    assert grounds <= {ground for _, ground in pairs}
    assert not (texts | grounds) & LINES_ONLY


def test_where_both_are_set_the_pair_is_known(css: str, pairs: Mapping[tuple[str, str], float]) -> None:
    both = re.findall(r"background: var\(--([\w-]+)\);[^}]*?(?<![\w-])color: var\(--([\w-]+)\)", css)
    assert both
    assert {(text, ground) for ground, text in both} <= set(pairs)


def test_drawings_and_pages_use_the_colours_of_the_tokens(
    css: str, colours: Mapping[str, str], templates: Mapping[str, bytes]
) -> None:
    root = re.sub(r"(?s):root \{.*?\}", "", css)
    drawn = [data.decode() for path, data in templates.items() if path.endswith(".j2") and "status" not in path]
    styles = [css for text in drawn for css in re.findall(r"(?s)<style>(.*?)</style>", text)]
    used = set(re.findall(r"#[0-9a-f]{3,6}\b", "\n".join((root, *styles))))
    assert len(used) >= 5
    assert used <= set(colours.values())


def test_what_is_stamped_has_the_colours_of_the_tokens(colours: Mapping[str, str]) -> None:
    stamped = {"muted": furniture.GREY, "accent": furniture.ACCENT, "paper": furniture.PAPER}
    for name, operands in stamped.items():
        shares = [round(255 * float(each)) for each in operands.split()]
        assert luminance("#" + "".join(f"{share:02x}" for share in shares)) == luminance(colours[name])


def test_the_scale_is_the_one_that_is_documented(tokens: Mapping[str, str], templates: Mapping[str, bytes]) -> None:
    rows = re.findall(r"(?m)^\| `--([\w-]+)` \| ([\d.]+)/([\d.]+) pt \|", templates[BOOK].decode())
    assert len(rows) == 8
    body = float(tokens["line"].removesuffix("pt"))
    for name, size, line in rows:
        assert tokens[name] == f"{size}pt"
        eighths = float(line) / (body / 8)
        assert eighths == pytest.approx(round(eighths), abs=0.01), f"{name}: {line}"
        assert tokens.get(f"{name}-line", tokens["line"]) == f"{line}pt"


def test_no_distance_is_set_without_a_token_that_is_used(css: str, tokens: Mapping[str, str]) -> None:
    used = set(re.findall(r"var\(--([\w-]+)\)", css))
    assert used <= set(tokens)
    assert set(tokens) - used == {"accent-line"}  # in drawings
