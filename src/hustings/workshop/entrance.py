"""Who is asking, and whether they may: cookies, codes, and that a change comes from our own page.

A request that changes something must be JSON from the same origin, and small; a cookie alone opens nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from hustings.answers.workshop import Seat
from hustings.problems import InputError
from hustings.wording import say, speaking
from hustings.workshop.acts import Payload, seat_of, text
from hustings.workshop.stage import Stage
from hustings.workshop.wire import done, payload_of, refused

FACES = ("phone", "screen", "console")
DAY = 86_400
Inside = Callable[[Request, Payload], Awaitable[Response]]


class Entrance:
    """The way in, and the check of whoever comes back."""

    def __init__(self, stage: Stage, secure: bool, ending: str) -> None:
        self._stage, self._secure, self._ending = stage, secure, ending

    # --- rules for whatever changes something ----------------------------------------------------------------

    def safe(self, inside: Inside) -> Callable[[Request], Awaitable[Response]]:
        """From our own page, as JSON, not too large; what cannot be done is told in words."""

        async def checked(request: Request) -> Response:
            if not self._own_page(request):
                return refused(403, say("This page is not ours."))
            payload = await payload_of(request)
            if payload is None:
                return refused(400, say("This could not be read."))
            try:
                with speaking(self._stage.tongue(self._language(request)).words):
                    return await inside(request, payload)
            except InputError as wrong:
                return refused(409, wrong.what, wrong.hint)

        return checked

    def _own_page(self, request: Request) -> bool:
        origin, host = request.headers.get("origin"), request.headers.get("host", "")
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        scheme = "https" if self._secure else "http"
        return origin is not None and origin.lower() == f"{scheme}://{host.lower()}" and kind == "application/json"

    def _language(self, request: Request) -> str:
        seat = self.seat(request)
        return seat.language if seat is not None else self._stage.home

    # --- who is asking -----------------------------------------------------------------------------------------

    def _cookie(self, request: Request, kind: str) -> str:
        return request.cookies.get(f"hustings_{kind}{self._ending}", "")

    def seat(self, request: Request) -> Seat | None:
        return self._stage.doors.seat_of(self._cookie(request, "seat"))

    def is_console(self, request: Request) -> bool:
        return self._stage.doors.opens("console", self._cookie(request, "console"))

    def may_watch(self, request: Request) -> bool:
        return self.is_console(request) or self._stage.doors.opens("screen", self._cookie(request, "screen"))

    def _keep(self, answer: Response, kind: str, secret: str) -> Response:
        answer.set_cookie(
            f"hustings_{kind}{self._ending}",
            secret,
            max_age=DAY,
            httponly=True,
            samesite="strict",
            secure=self._secure,
        )
        return answer

    # --- coming in -------------------------------------------------------------------------------------------

    async def enter(self, request: Request, payload: Payload) -> Response:
        """With the room's code, a personal link or the facilitator's secret; who is in already stays who they are."""
        for way in (self._as_console, self._by_link, self._again):  # too long to be guessed: nobody is kept out
            if answer := way(request, payload):
                return answer
        address = request.client.host if request.client else ""
        if not self._stage.tries.allowed(address):
            return refused(429, say("Too many wrong codes."), say("Wait a minute, then try again."))
        if answer := self._by_code(request, payload):
            return answer
        self._stage.tries.add(address)
        if payload.get("secret"):
            hint = say("Copy the whole line behind “You” in the terminal.")
            return refused(403, say("This link is not right."), hint)
        return refused(403, say("This code is not right."), say("Look at the screen and type it again."))

    def _as_console(self, _request: Request, payload: Payload) -> Response | None:
        secret = text(payload, "secret")
        return self._keep(done(), "console", secret) if self._stage.doors.opens("console", secret) else None

    def _by_link(self, request: Request, payload: Payload) -> Response | None:
        before = self.seat(request)
        found = self._stage.doors.enter_by_link(text(payload, "link")) if payload.get("link") else None
        if found is None:
            return None
        if before is not None and before.number != found[0].number and not before.link:
            self._stage.write()
            self._stage.doors.move(before, found[0])
        return self._seated(*found)

    def _again(self, request: Request, payload: Payload) -> Response | None:
        seat = self.seat(request)
        return done() if seat is not None and not payload.get("screen") else None

    def _by_code(self, _request: Request, payload: Payload) -> Response | None:
        if not self._stage.doors.fits(text(payload, "code")):
            return None
        if payload.get("screen"):
            return self._keep(done(), "screen", self._stage.doors.new_key("screen"))
        return self._seated(*self._stage.doors.join(seat_of(self._stage.session, payload)))

    def _seated(self, seat: Seat, secret: str) -> Response:
        self._stage.changed(*FACES, seat=seat.number)
        return self._keep(done(), "seat", secret)
