"""The routes of a workshop: three fixed pages with their scripts and styles, and the endpoints that they use.

Everything that changes is sent as JSON, over one stream for each window, and inserted into the page as text.
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
from hustings.pack.shipped import shelf
from hustings.workshop.web.endpoints import Endpoints
from hustings.workshop.web.hub import Hub
from hustings.workshop.web.security.authentication import Authentication
from hustings.workshop.web.security.security_headers import SecurityHeaders

PAGES = Path(__file__).parents[1] / "pages"
FONTS = shelf("reports") / "plain" / "fonts"
"""The typefaces of the report, for the projector too."""
Page = Callable[[Request], Awaitable[Response]]
KINDS = {"html": "text/html", "js": "text/javascript", "css": "text/css"}


def web(hub: Hub, hosts: frozenset[str], *, secure: bool = False, cookie_suffix: str = "") -> ASGIApp:
    """The application. `hosts` are the host names it answers to; `cookie_suffix` distinguishes its cookies."""
    authentication = Authentication(hub, secure, cookie_suffix)
    endpoints = Endpoints(hub, authentication)
    accept_json = authentication.accept_json
    routes = [
        Route("/", _with_device_cookie(authentication, _page("phone/phone.html"))),
        Route("/screen", _page("screen.html")),
        Route("/console", _page("console/console.html")),
        *(Route(f"/pages/{name}", _page(name)) for name in _script_names()),
        *(Route(f"/fonts/{path.name}", _file(path, "font/woff2")) for path in sorted(FONTS.glob("*.woff2"))),
        Route("/favicon.ico", _no_icon),
        Route("/labels/{face}/{code}.json", endpoints.labels),
        Route("/qr.svg", endpoints.qr),
        Route("/api/enter", accept_json(authentication.enter), methods=["POST"]),
        Route("/api/vote", accept_json(endpoints.vote), methods=["POST"]),
        Route("/api/note", accept_json(endpoints.note), methods=["POST"]),
        Route("/api/warm_up", accept_json(endpoints.warm_up), methods=["POST"]),
        Route("/api/feedback", accept_json(endpoints.feedback), methods=["POST"]),
        Route("/api/me", accept_json(endpoints.me), methods=["POST"]),
        Route("/api/act", accept_json(endpoints.act), methods=["POST"]),
        Route("/api/link", accept_json(endpoints.link), methods=["POST"]),
        Route("/api/look", accept_json(endpoints.look), methods=["POST"]),
        Route("/api/what_changes", accept_json(endpoints.what_changes), methods=["POST"]),
        Route("/api/door", accept_json(endpoints.admission), methods=["POST"]),
        Route("/api/projector", accept_json(endpoints.projector), methods=["POST"]),
        Route("/api/rehearsal", accept_json(endpoints.ask), methods=["POST"]),
        Route("/api/prework", endpoints.prework),
        Route("/api/readback", endpoints.readback),
        Route("/api/facts", endpoints.facts),
        Route("/api/results/{name}", endpoints.results),
        Route("/api/sheet", endpoints.sheet, methods=["POST"]),
        Route("/api/room", endpoints.room),
        Route("/api/live", endpoints.live),
    ]
    return SecurityHeaders(Starlette(routes=routes, exception_handlers={404: _not_found(hub)}), hosts)


def _not_found(hub: Hub) -> Callable[[Request, Exception], Awaitable[Response]]:
    """The response to a mistyped address: the address to join at."""

    async def respond(_request: Request, _wrong: Exception) -> Response:
        with speaking(hub.language(hub.facilitator_language).words):
            return PlainTextResponse(say("There is no such page. Phones join at {address}", address=hub.address), 404)

    return respond


async def _no_icon(_request: Request) -> Response:
    """The response to a browser's request for an icon: there is none."""
    return Response(status_code=204)


def _script_names() -> list[str]:
    """The scripts and styles of the pages, in their folders: no other file can be asked for."""
    return sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.*") if path.suffix in (".js", ".css"))


def _page(name: str) -> Page:
    return _file(PAGES / name, KINDS[name.rsplit(".", 1)[1]])


def _file(path: Path, kind: str) -> Page:
    content = path.read_bytes()

    async def page(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return page


def _with_device_cookie(authentication: Authentication, page: Page) -> Page:
    """A page with a cookie that identifies this device at its address."""

    async def marked(request: Request) -> Response:
        return authentication.with_device_cookie(request, await page(request))

    return marked
