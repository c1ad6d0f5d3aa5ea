"""The addresses of a workshop: three fixed pages with their script and style, and what they ask for.

All that moves comes as JSON, over one stream for each window, and is put into the page as text.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from hustings.messages import say, speaking
from hustings.workshop.web.authentication import Authentication
from hustings.workshop.web.endpoints import Endpoints
from hustings.workshop.web.hub import Hub
from hustings.workshop.web.security_headers import SecurityHeaders

PAGES = Path(__file__).parents[1] / "pages"
Page = Callable[[Request], Awaitable[Response]]
KINDS = {"html": "text/html", "js": "text/javascript", "css": "text/css"}


def web(stage: Hub, hosts: frozenset[str], *, secure: bool = False, ending: str = "") -> ASGIApp:
    """The application. `hosts` are the names under which it may be asked for; `ending` tells its cookies apart."""
    entrance = Authentication(stage, secure, ending)
    desk = Endpoints(stage, entrance)
    safe = entrance.safe
    routes = [
        Route("/", _marked(entrance, _page("phone.html"))),
        Route("/screen", _page("screen.html")),
        Route("/console", _page("console.html")),
        *(Route(f"/pages/{name}", _page(name)) for name in _names()),
        Route("/favicon.ico", _nothing),
        Route("/labels/{face}/{code}.json", desk.labels),
        Route("/qr.svg", desk.qr),
        Route("/api/enter", safe(entrance.enter), methods=["POST"]),
        Route("/api/vote", safe(desk.vote), methods=["POST"]),
        Route("/api/note", safe(desk.note), methods=["POST"]),
        Route("/api/me", safe(desk.me), methods=["POST"]),
        Route("/api/act", safe(desk.act), methods=["POST"]),
        Route("/api/link", safe(desk.link), methods=["POST"]),
        Route("/api/look", safe(desk.look), methods=["POST"]),
        Route("/api/door", safe(desk.door), methods=["POST"]),
        Route("/api/projector", safe(desk.projector), methods=["POST"]),
        Route("/api/prework", desk.prework),
        Route("/api/readback", desk.readback),
        Route("/api/room", desk.room),
        Route("/api/live", desk.live),
    ]
    return SecurityHeaders(Starlette(routes=routes, exception_handlers={404: _elsewhere(stage)}), hosts)


def _elsewhere(stage: Hub) -> Callable[[Request, Exception], Awaitable[Response]]:
    """For a mistyped address: where to go instead."""

    async def told(_request: Request, _wrong: Exception) -> Response:
        with speaking(stage.tongue(stage.home).words):
            return PlainTextResponse(say("There is no such page. Phones join at {address}", address=stage.address), 404)

    return told


async def _nothing(_request: Request) -> Response:
    """Browsers ask for an icon; there is none."""
    return Response(status_code=204)


def _names() -> list[str]:
    return sorted(path.name for path in PAGES.iterdir() if path.suffix in (".js", ".css"))


def _page(name: str) -> Page:
    content, kind = (PAGES / name).read_bytes(), KINDS[name.rsplit(".", 1)[1]]

    async def page(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return page


def _marked(entrance: Authentication, page: Page) -> Page:
    """The same page, with a cookie that tells this device from others at its address."""

    async def marked(request: Request) -> Response:
        return entrance.marked(request, await page(request))

    return marked
