"""Who may ask for what: stands before the application and lets nothing pass that another site could have sent.

Each request names one of our hosts, comes from one of our own pages or from the address bar, and bears the token of
this run. Reading is GET and HEAD; anything else only at the addresses that write, and from our own pages.
"""

import secrets
from collections.abc import Collection
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from traceback import extract_tb
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wp3reports.preview.headers import HEADERS
from wp3reports.preview.hosts import Hosts

READING = ("GET", "HEAD")
_OWN_SITE = (None, "none", "same-origin")  # of Sec-Fetch-Site: from no page, or from one of ours
_LOCKED = """This is the preview of wp3reports, and it does not know this browser yet.

Please open the whole address that the terminal shows: it ends with ?token= and a long word.
"""


class RefusedError(Exception):
    """Why a request is not answered."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        """The status of the answer, and its text."""
        super().__init__(reason)
        self.status, self.reason = status, reason


class Gate:
    """The application behind its guard. `writes` are the addresses that take POST."""

    def __init__(self, app: ASGIApp, hosts: Hosts, token: str, writes: Collection[str] = ()) -> None:
        """The token is new for each run; see `new_token`."""
        self._app, self._hosts, self._token, self._writes = app, hosts, token, frozenset(writes)
        self._cookie = f"wp3reports-{hosts.port}"  # browsers do not keep the cookies of two ports apart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def sealed(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        try:
            answer: ASGIApp = self._welcome(scope) or self._app
            await answer(scope, receive, sealed)
        except RefusedError as refused:
            await PlainTextResponse(refused.reason, refused.status)(scope, receive, sealed)
        except Exception as fault:
            if has_begun:
                raise
            await PlainTextResponse(_bug(fault), HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, sealed)

    def _welcome(self, scope: Scope) -> Response | None:
        """RefusedError for what may not pass; the answer to a first visit, which brings the token in its address."""
        if scope["type"] != "http" or not scope["path"].startswith("/"):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "Only plain requests are answered here.")
        headers = Headers(scope=scope)
        self._check_place(headers, scope)
        self._check_method(headers, scope)
        if scope["method"] == "GET" and self._knows(_given(scope)):
            first = RedirectResponse(scope["path"], HTTPStatus.SEE_OTHER)
            first.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
            return first
        if not self._knows(_kept(headers, self._cookie)):
            raise RefusedError(HTTPStatus.FORBIDDEN, _LOCKED)
        return None

    def _check_place(self, headers: Headers, scope: Scope) -> None:
        """That the request was sent to us, and by nobody else's page."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._hosts.admits(hosts[0]):
            raise RefusedError(HTTPStatus.FORBIDDEN, "This preview does not answer to that name.")
        origins = headers.getlist("origin")
        if any(origin != f"http://{hosts[0]}" for origin in origins):
            raise RefusedError(HTTPStatus.FORBIDDEN, "Another site asked for this.")
        if headers.get("sec-fetch-site") not in _OWN_SITE and not _is_visit(headers, scope):
            raise RefusedError(HTTPStatus.FORBIDDEN, "Another site asked for this.")

    def _check_method(self, headers: Headers, scope: Scope) -> None:
        """That nothing is written but where it may be, and by our own page."""
        if scope["method"] in READING:
            return
        if scope["method"] != "POST" or scope["path"] not in self._writes:
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "This can only be read.")
        if "origin" not in headers:
            raise RefusedError(HTTPStatus.FORBIDDEN, "Only the preview's own page may write.")

    def _knows(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self._token.encode())


def new_token() -> str:
    """A token of 256 bits."""
    return secrets.token_urlsafe(32)


def _is_visit(headers: Headers, scope: Scope) -> bool:
    """Whether somebody follows a link to us: a whole page is asked for, of which the other site sees nothing."""
    wants = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return scope["method"] == "GET" and wants == ("navigate", "document")


def _given(scope: Scope) -> str:
    """The token in the address; empty without one."""
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]


def _kept(headers: Headers, name: str) -> str:
    """The token that the browser kept; empty without one."""
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _bug(fault: Exception) -> str:
    where = extract_tb(fault.__traceback__)[-1]
    what = f"{type(fault).__name__} ({Path(where.filename).name}:{where.lineno})"
    return f"A bug of wp3reports; please report it: {what}"
