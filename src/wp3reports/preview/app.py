"""The application: looks addresses up, lets browsers listen, and hands what is posted to whom it is for."""

import asyncio
import json
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from wp3reports.preview.hub import Hub
from wp3reports.preview.site import Site

MOST = 1024 * 1024  # bytes of what is posted, as of a hand-in
PATIENCE = 10.0  # seconds for it to arrive

Asked = Mapping[str, object]
Post = Callable[[Asked], Asked]  # what came as JSON to what is answered as JSON; may take its time


class NotDoneError(Exception):
    """Why something that was asked for was not done, in words for the person who asked."""


def application(site: Site, hub: Hub, posts: Mapping[str, Post]) -> ASGIApp:
    """The application without its guard; `posts` are the addresses that take POST."""

    async def listen(request: Request) -> Response:
        topic = request.path_params["topic"]
        if topic and site.find(f"/{topic}") is None:
            return _nothing_here()
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(hub.listen(topic), media_type="text/event-stream")

    async def look_up(request: Request) -> Response:
        found = site.find(request.scope["path"])
        if found is None:
            return _nothing_here()
        content = await run_in_threadpool(found)
        named = {"content-disposition": f'attachment; filename="{content.name}"'} if content.name else None
        return Response(content.body, media_type=content.media, headers=named)

    taking = [Route(address, partial(_take, post), methods=["POST"]) for address, post in posts.items()]
    routes = [*taking, Route("/events/{topic:path}", listen), Route("/{address:path}", look_up)]
    return Router(routes, redirect_slashes=False)  # no more than this: the gate answers for what goes wrong


def _nothing_here() -> Response:
    return PlainTextResponse("There is nothing at this address.", HTTPStatus.NOT_FOUND)


async def _take(post: Post, request: Request) -> Response:
    """What came of a post."""
    try:
        async with asyncio.timeout(PATIENCE):
            asked = await _read(request)
        return JSONResponse(await run_in_threadpool(post, asked))
    except TimeoutError:
        return JSONResponse({"error": "it took too long to arrive"}, HTTPStatus.REQUEST_TIMEOUT)
    except ValueError as wrong:
        return JSONResponse({"error": str(wrong)}, HTTPStatus.BAD_REQUEST)
    except NotDoneError as reason:
        return JSONResponse({"error": str(reason)}, HTTPStatus.CONFLICT)


async def _read(request: Request) -> Asked:
    """The object that was posted; ValueError when it is none."""
    if request.headers.get("content-type") != "application/json":
        raise ValueError("it is no JSON")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST:
            raise ValueError(f"it has more than {MOST:,} bytes")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise ValueError("it is no JSON") from None
    if not isinstance(asked, dict):
        raise ValueError("it is no object")  # noqa: TRY004 - of JSON, not of Python
    return asked
