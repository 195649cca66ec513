"""Who gets in: named rightly, asked by our own page, with the token of this run; and what every answer bears."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from starlette.testclient import TestClient

from wp3reports.preview.gate import new_token
from wp3reports.preview.headers import HEADERS
from wp3reports.preview.site import TEXT, Content, Site, at_hand

Browser = Callable[..., TestClient]
OWN, FOREIGN = "http://127.0.0.1:8760", "http://evil.example"


@pytest.fixture(autouse=True)
def _page(site: Site) -> None:
    def broken() -> Content:
        raise KeyError("lost")

    site.put("test", {"/page": at_hand(Content(b"hello", TEXT)), "/broken": broken})


def test_the_address_of_the_terminal_lets_a_browser_in_and_is_forgotten(browser: Browser, token: str) -> None:
    stranger = browser(stranger=True)
    first = stranger.get(f"/page?token={token}")
    assert (first.status_code, first.headers["location"]) == (HTTPStatus.SEE_OTHER, "/page")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.get("/page").text == "hello"


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", "?token=%ff%00", "?token", "?=&;="])
def test_a_browser_without_the_token_is_told_where_to_find_it(browser: Browser, query: str) -> None:
    answer = browser(stranger=True).get(f"/page{query}")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "the terminal shows" in answer.text


@pytest.mark.parametrize("cookie", ["", "wp3reports-8760=", "wp3reports-8760=guess", "a=b; c", "\x7f=;;", "ö=ä"])
def test_a_cookie_that_is_not_the_token_is_none(browser: Browser, cookie: str) -> None:
    answer = browser(stranger=True).get("/page", headers={"cookie": cookie.encode()})
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_each_run_has_a_token_of_its_own_of_256_bits() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43


def test_a_foreign_name_is_refused(browser: Browser) -> None:
    answer = browser().get("/page", headers={"host": "evil.example:8760"})
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("origin", [FOREIGN, "null", "http://localhost:8760", "https://127.0.0.1:8760", ""])
def test_a_foreign_page_is_refused(browser: Browser, origin: str) -> None:
    assert browser().get("/page", headers={"origin": origin}).status_code == HTTPStatus.FORBIDDEN


def test_our_own_page_is_not(browser: Browser) -> None:
    assert browser().get("/page", headers={"origin": OWN, "sec-fetch-site": "same-origin"}).text == "hello"


@pytest.mark.parametrize("sender", ["cross-site", "same-site", "strange"])
def test_what_another_site_embeds_is_refused_and_what_it_links_to_is_not(browser: Browser, sender: str) -> None:
    embedded = {"sec-fetch-site": sender, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}
    framed = {"sec-fetch-site": sender, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
    followed = {"sec-fetch-site": sender, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert browser().get("/page", headers=embedded).status_code == HTTPStatus.FORBIDDEN
    assert browser().get("/page", headers=framed).status_code == HTTPStatus.FORBIDDEN
    assert browser().get("/page", headers=followed).text == "hello"


def test_only_what_writes_takes_a_post_and_only_from_our_own_page(browser: Browser) -> None:
    done: list[object] = []

    def write(asked: object) -> dict[str, object]:
        done.append(asked)
        return {}

    ours = browser({"/write": write})
    assert ours.post("/page", json={}, headers={"origin": OWN}).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert ours.post("/write", json={}).status_code == HTTPStatus.FORBIDDEN
    assert ours.post("/write", json={}, headers={"origin": FOREIGN}).status_code == HTTPStatus.FORBIDDEN
    stranger = browser({"/write": write}, stranger=True)
    assert stranger.post("/write", json={}, headers={"origin": OWN}).status_code == HTTPStatus.FORBIDDEN
    assert not done
    assert ours.post("/write", json={"a": 1}, headers={"origin": OWN}).status_code == HTTPStatus.OK
    assert done == [{"a": 1}]


def test_a_get_never_writes(browser: Browser) -> None:
    done: list[object] = []
    ours = browser({"/write": lambda asked: done.append(asked) or {}})
    assert ours.get("/write").status_code == HTTPStatus.NOT_FOUND
    assert not done


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(browser: Browser, method: str) -> None:
    assert browser().request(method, "/page").status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_a_bug_of_ours_is_told_without_a_traceback(browser: Browser) -> None:
    answer = browser().get("/broken")
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "please report it: KeyError (test_gate.py:" in answer.text
    assert "Traceback" not in answer.text


def test_every_answer_bears_the_headers(browser: Browser, token: str) -> None:
    ours = browser()
    answers = [
        ours.get("/page"),
        ours.head("/page"),
        ours.get("/nothing"),
        ours.get("/broken"),
        ours.post("/page"),
        ours.get(f"/page?token={token}"),
        ours.get("/page", headers={"host": "evil.example"}),
        ours.get("/page", headers={"origin": FOREIGN}),
        browser(stranger=True).get("/page"),
    ]
    assert {answer.status_code for answer in answers} == {200, 303, 403, 404, 405, 500}
    for answer in answers:
        assert [answer.headers.get_list(name.decode()) for name, _ in HEADERS] == [[v.decode()] for _, v in HEADERS]
        assert "access-control-allow-origin" not in answer.headers
