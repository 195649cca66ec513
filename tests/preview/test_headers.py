"""What an answer bears that no application gave."""

from http import HTTPStatus

from wp3reports.preview.headers import HEADERS, POLICY, plain


def test_nothing_is_loaded_from_elsewhere_or_embedded_elsewhere() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("frame-ancestors", "base-uri", "form-action")} == {"'none'"}
    assert {value for name, value in rules.items() if name.endswith("-src") and name != "default-src"} == {"'self'"}
    assert "unsafe" not in POLICY


def test_an_answer_by_hand_is_whole() -> None:
    head, _, body = plain(HTTPStatus.BAD_REQUEST, "zwölf").partition(b"\r\n\r\n")
    first, *fields = head.split(b"\r\n")
    assert first == b"HTTP/1.1 400 Bad Request"
    assert body.decode() == "zwölf"
    assert b"content-length: 6" in fields
    assert all(name + b": " + value in fields for name, value in HEADERS)
