"""Who is asking, and whether they may: cookies, codes, and that a change comes from our own page.

A request that changes something must be JSON from the same origin, and small; a cookie alone opens nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from hustings.answers.workshop.records import Seat
from hustings.messages import say, speaking
from hustings.problems import InputError
from hustings.workshop.session.payload import Payload, seat_of, text
from hustings.workshop.web.access import USED
from hustings.workshop.web.codes import digest
from hustings.workshop.web.hub import Hub
from hustings.workshop.web.json_messages import done, payload_of, refused
from hustings.workshop.web.rate_limits import Sender, network

FACES = ("phone", "screen", "console")
LASTS = 30 * 86_400
"""Seconds: a link that works once is opened days before the workshop, to prepare. What it opened ends with it."""
Inside = Callable[[Request, Payload], Awaitable[Response]]


class Authentication:
    """The way in, and the check of whoever comes back."""

    def __init__(self, stage: Hub, secure: bool, ending: str) -> None:
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

    def cookie(self, request: Request, kind: str) -> str:
        """The secret in a cookie of ours; `kind` is `seat`, `console`, `screen` or `device`. Empty if there is none."""
        return request.cookies.get(f"hustings_{kind}{self._ending}", "")

    def seat(self, request: Request) -> Seat | None:
        """The seat of the phone that sent a request; None if it has none."""
        return self._stage.doors.seat_of(self.cookie(request, "seat"))

    def waits(self, request: Request) -> bool:
        """Whether it is somebody who waits to be let in."""
        return self._stage.admission.waits(digest(self.cookie(request, "seat")))

    def is_console(self, request: Request) -> bool:
        """Whether a request comes from the facilitator's console."""
        return self._stage.doors.opens("console", self.cookie(request, "console"))

    def may_watch(self, request: Request) -> bool:
        """Whether a request may see the projector's page."""
        return self.is_console(request) or self._stage.doors.opens("screen", self.cookie(request, "screen"))

    def sender(self, request: Request) -> Sender:
        """Who sent a request, as wrong codes are counted: its address, and its device if that is known."""
        address = network(request.client.host if request.client else "")
        return Sender(address, self._stage.devices.known(self.cookie(request, "device"), address))

    def marked(self, request: Request, answer: Response) -> Response:
        """The same answer with a cookie that tells this device from others at its address, if it has none."""
        sender = self.sender(request)
        device = "" if sender.device else self._stage.devices.new(sender.address)
        return self._keep(answer, "device", device) if device else answer

    def _keep(self, answer: Response, kind: str, secret: str) -> Response:
        answer.set_cookie(
            f"hustings_{kind}{self._ending}",
            secret,
            max_age=LASTS,
            httponly=True,
            samesite="strict",
            secure=self._secure,
        )
        return answer

    # --- coming in -------------------------------------------------------------------------------------------

    async def enter(self, request: Request, payload: Payload) -> Response:
        """With the room's code, or a link that works once; who is in already stays who they are."""
        if "secret" in payload:
            return self._as_console(request, payload)
        if "link" in payload:
            return self._by_link(request, payload)
        if not payload.get("screen") and self.seat(request) is not None:
            return done()
        sender = self.sender(request)
        if not self._stage.wrong_codes.allowed(sender):
            return refused(429, say("Too many wrong codes."), say("Wait a minute, then try again."))
        answer = self._as_screen(payload) if payload.get("screen") else self._by_code(request, sender, payload)
        if answer is not None:
            return answer
        self._stage.wrong_codes.add(sender)
        hint = (
            say("A projector's code works once, for ten minutes. Get a new one on the console, under People.")
            if payload.get("screen")
            else say("Look at the screen and type it again.")
        )
        return refused(403, say("This code is not right."), hint)

    def _as_console(self, request: Request, payload: Payload) -> Response:
        if self._stage.doors.once.take("console", text(payload, "secret")):
            return self._keep(done(), "console", self._stage.doors.new_key("console"))
        if self.is_console(request):  # its own link once more, as after going back
            return done()
        return refused(
            403,
            say("This link does not open the console: a link works once, for ten minutes."),
            say("Go to the terminal where the workshop runs, type c and press Enter: it shows a new one."),
        )

    def _by_link(self, request: Request, payload: Payload) -> Response:
        before, link = self.seat(request), text(payload, "link")
        if before is not None and before.link == USED + digest(link):
            return done()
        found = self._stage.doors.enter_by_link(link)
        if found is None:
            return refused(403, say("This link is not right."), say("Ask the facilitator for a new one."))
        if before is not None and before.number != found[0].number and not before.link:
            self._stage.write()
            self._stage.doors.move(before, found[0])
        return self._seated(*found)

    def _as_screen(self, payload: Payload) -> Response | None:
        if not self._stage.doors.once.take("screen", text(payload, "code")):
            return None
        return self._keep(done(), "screen", self._stage.doors.new_key("screen"))

    def _by_code(self, request: Request, sender: Sender, payload: Payload) -> Response | None:
        if not self._stage.doors.fits(text(payload, "code")):
            return None
        self._stage.admission.leave(digest(self.cookie(request, "seat")))  # who waits may knock again
        return self._seated(*self._stage.admission.join(seat_of(self._stage.session, payload), sender))

    def _seated(self, seat: Seat | None, secret: str) -> Response:
        """They are in; or, without a seat, at the door."""
        if seat is None:
            self._stage.changed("console")
        else:
            self._stage.changed(*FACES, seat=seat.number)
        return self._keep(done(), "seat", secret)
