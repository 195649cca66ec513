"""Addresses and posts: what is in the table is answered, and nothing else."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from wp3reports.preview.app import MOST, Asked, NotDoneError
from wp3reports.preview.site import PDF, Content, Site, at_hand

Browser = Callable[..., TestClient]
OWN = {"origin": "http://127.0.0.1:8760"}


def test_what_is_in_the_table_is_answered(browser: Browser, site: Site) -> None:
    site.put("riga", {"/riga.pdf": at_hand(Content(b"%PDF", PDF, "riga-m2.pdf"))})
    answer = browser().get("/riga.pdf")
    assert (answer.content, answer.headers["content-type"]) == (b"%PDF", "application/pdf")
    assert answer.headers["content-disposition"] == 'attachment; filename="riga-m2.pdf"'
    assert browser().head("/riga.pdf").content == b""


def forms() -> list[str]:
    """Three hundred ways to ask for a file that is none of the site's business."""
    ups = ["..", "%2e%2e", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%uff0e%uff0e", "..;", "...", "．．", "%5c..", "..%00"]
    parts = ["/", "//", "\\", "%2f", "%5c", "%252f", "/./", "%c0%af"]
    files = ["etc/passwd", "inputs/project.yaml", "pyproject.toml"]
    walked = [f"/own{part}{up}{part}{up}{part}{file}" for up in ups for part in parts for file in files]
    odd = [
        "/own", "/own/", "/own/main.js/", "/own/main.js%00", "/own/main.js::$DATA", "/own/MAIN.JS", "/own/MAIN~1.JS",
        "/own/.", "/own//main.js", "/.git/config", "/.env", "/index.html", "//evil.example/", "//evil.example/%2f..",
        "/inputs", "/inputs/", "/inputs/m2_swot/riga.yaml", "/templates/part.html.j2", "/etc/passwd", "/%00",
        "/%ed%a0%80", "/%ff", "/%", "/%zz", "/?raw", "/@fs/etc/passwd", "/proc/self/environ", "/events", "/events/",
        "/kept/", "/C:/Windows/win.ini", "/file:///etc/passwd", "/own/main.js?raw??/../x", "/a" * 2000,
        "/own/main.js%20", "/own/main.js.", "/own%2fmain.js%2f..", "/localhost", "/local/", "/local/m2_swot",
        "/local/m2_swot/riga.yaml",
    ]  # fmt: skip
    return [*walked, *odd]


def test_no_form_of_address_gives_anything_else(browser: Browser) -> None:
    asked = [form for form in forms() if form not in {"/?raw", "/own/main.js?raw??/../x", "/events", "/events/"}]
    assert len(asked) >= 300
    client = browser()
    answers = {form: client.get(f"http://127.0.0.1:8760{form}") for form in asked}
    assert {form: each.status_code for form, each in answers.items() if each.status_code not in {400, 404}} == {}


def test_an_unknown_document_has_no_news(browser: Browser) -> None:
    assert browser().get("/events/local/m2_swot/atlantis").status_code == HTTPStatus.NOT_FOUND


def test_a_post_is_answered_or_refused_in_words(browser: Browser) -> None:
    def post(asked: Asked) -> Mapping[str, object]:
        if "wrong" in asked:
            raise NotDoneError("the file changed meanwhile")
        return {"got": asked["value"]}

    client = browser({"/edit": post})
    done = client.post("/edit", json={"value": 3}, headers=OWN)
    assert (done.status_code, done.json()) == (HTTPStatus.OK, {"got": 3})
    refused = client.post("/edit", json={"wrong": 1}, headers=OWN)
    assert (refused.status_code, refused.json()) == (HTTPStatus.CONFLICT, {"error": "the file changed meanwhile"})


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b"1", b'"' + b"x" * MOST + b'"'])
def test_what_is_no_object_is_refused(browser: Browser, body: bytes) -> None:
    headers = {**OWN, "content-type": "application/json"}
    answer = browser({"/edit": dict}).post("/edit", content=body, headers=headers)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.json()["error"]


def test_a_form_of_another_kind_is_refused(browser: Browser) -> None:
    answer = browser({"/edit": dict}).post("/edit", data={"value": "3"}, headers=OWN)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
