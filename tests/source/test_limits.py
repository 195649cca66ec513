"""What is too large, too deep, too many, too long: the last that passes and the first that does not."""

import pytest

from wp3reports.source import parse

KB = 1024
ADDRESS = "https://example.eu/" + "/".join(["clusters-and-themes"] * 40) + "?" + "&".join(["name=value"] * 60)


def codes(typed: str | bytes) -> set[str]:
    data = typed if isinstance(typed, bytes) else typed.encode()
    source, findings = parse("f", data)
    assert (source is None) == bool(findings)
    return {finding.code for finding in findings}


def filled(size: int) -> bytes:
    return (b"a: 1\n" + b"# filled up\n" * (size // 12 + 1))[:size]


@pytest.mark.parametrize(
    ("passes", "fails", "code"),
    [
        (filled(KB * KB), filled(KB * KB + 1), "yaml-too-large"),
        ("a: " + "[" * 23 + "]" * 23, "a: " + "[" * 24 + "]" * 24, "yaml-too-deep"),
        ("a: [" + "x," * 49_997 + "]", "a: [" + "x," * 49_998 + "]", "yaml-too-many-nodes"),
        ("a: '" + "word " * 13_107 + "x'", "a: '" + "word " * 13_107 + "xy'", "yaml-text-too-long"),
        ("a: '" + "öäå " * 9_362 + "'", "a: '" + "öäå " * 9_363 + "'", "yaml-text-too-long"),
        ("a: " + "x" * 400, "a: " + "x" * 401, "yaml-unbroken-run"),
        ("a: " + "x" * 400 + " " + "y" * 400, "a: " + "x" * 400 + "\u00a0" + "y" * 400, "yaml-unbroken-run"),
        ("? " + "x" * 400 + "\n: 1\n", "? " + "x" * 401 + "\n: 1\n", "yaml-unbroken-run"),
        (
            'a: "' + "x" * 200 + "\\\n  " + "y" * 200 + '"',
            'a: "' + "x" * 200 + "\\\n  " + "y" * 201 + '"',
            "yaml-unbroken-run",
        ),
        ("a: " + ADDRESS, "a: " + ADDRESS + "x" * 400, "yaml-unbroken-run"),
        ("a: [" + ADDRESS + "]", "a: https://" + "x" * 401, "yaml-unbroken-run"),
        ("a: " + "cluster-" * 100, "a: " + "cluster." * 100, "yaml-unbroken-run"),
        ("a: " + "词" * 500, "a: " + "-" * 500, "yaml-unbroken-run"),
        ("word " * 200 + "x: 1\n", "word " * 205 + "x: 1\n", "yaml-text-too-long"),
    ],
)
def test_limit(passes: str | bytes, fails: str | bytes, code: str) -> None:
    assert codes(passes) == set()
    assert codes(fails) == {code}


@pytest.mark.parametrize(
    "opening", ["[", "{", "- ", "? ", "{a: [", "[{", "&a ", "*a ", "! ", '"', "'", "|", ">", "%", "a:\n "]
)
def test_whatever_is_repeated_ends(opening: str) -> None:
    source, findings = parse("f", (opening * 20_000).encode())
    assert source is None
    assert findings
