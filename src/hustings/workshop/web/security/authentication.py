"""Authentication of requests: cookies, codes, and the check that a change comes from our own page.

A request that changes something must be small JSON from the same origin; a cookie alone is not enough.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from hustings.answers.workshop.workshop_log import Seat
from hustings.messages import say, speaking
from hustings.problems import InputError
from hustings.workshop.session.input.payload import Payload, seat_of, text
from hustings.workshop.web.hub import Hub
from hustings.workshop.web.json_messages import done, payload_of, refused
from hustings.workshop.web.security.access import USED
from hustings.workshop.web.security.codes import digest
from hustings.workshop.web.security.rate_limits import Sender, network

FACES = ("phone", "screen", "console")
COOKIE_AGE = 30 * 86_400
"""Seconds. People use a personal link days before the workshop to prepare; its cookie must last until the end."""
Endpoint = Callable[[Request, Payload], Awaitable[Response]]


class Authentication:
    """Signing in, and the check of later requests."""

    def __init__(self, hub: Hub, secure: bool, cookie_suffix: str) -> None:
        self._hub, self._secure, self._cookie_suffix = hub, secure, cookie_suffix

    # --- requests that change something ----------------------------------------------------------------------

    def accept_json(self, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
        """Wrap an endpoint: it gets JSON from our own page, not too large; an `InputError` becomes a refusal."""

        async def checked(request: Request) -> Response:
            if not self.is_own_page(request):
                return refused(403, say("This page is not ours."))
            payload = await payload_of(request)
            if payload is None:
                return refused(400, say("This could not be read."))
            try:
                with speaking(self._hub.language(self._language(request)).words):
                    return await endpoint(request, payload)
            except InputError as wrong:
                return refused(409, wrong.what, wrong.hint)

        return checked

    def is_own_page(self, request: Request, expected: str = "application/json") -> bool:
        """Whether a request comes from our own page, with content of this type."""
        origin, host = request.headers.get("origin"), request.headers.get("host", "")
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        scheme = "https" if self._secure else "http"
        return origin is not None and origin.lower() == f"{scheme}://{host.lower()}" and kind == expected

    def _language(self, request: Request) -> str:
        seat = self.seat(request)
        return seat.language if seat is not None else self._hub.facilitator_language

    # --- who sends a request -----------------------------------------------------------------------------------

    def cookie(self, request: Request, kind: str) -> str:
        """The secret in a cookie of kind `seat`, `console`, `screen` or `device`; empty if there is none."""
        return request.cookies.get(f"hustings_{kind}{self._cookie_suffix}", "")

    def seat(self, request: Request) -> Seat | None:
        """The seat of the phone that sent a request; None if it has none."""
        return self._hub.access.seat_of(self.cookie(request, "seat"))

    def is_waiting(self, request: Request) -> bool:
        """Whether a request comes from somebody who waits to be admitted."""
        return self._hub.admission.is_waiting(digest(self.cookie(request, "seat")))

    def is_console(self, request: Request) -> bool:
        """Whether a request comes from the facilitator's console."""
        return self._hub.access.is_key("console", self.cookie(request, "console"))

    def may_see_screen(self, request: Request) -> bool:
        """Whether a request may see the projector's page."""
        return self.is_console(request) or self._hub.access.is_key("screen", self.cookie(request, "screen"))

    def sender(self, request: Request) -> Sender:
        """The sender of a request, by whom wrong codes are counted: its address, and its device if known."""
        address = network(request.client.host if request.client else "")
        return Sender(address, self._hub.devices.known(self.cookie(request, "device"), address))

    def with_device_cookie(self, request: Request, response: Response) -> Response:
        """The response with a cookie that identifies this device at its address, if it has none yet."""
        sender = self.sender(request)
        device = "" if sender.device else self._hub.devices.new(sender.address)
        return self._set_cookie(response, "device", device) if device else response

    def _set_cookie(self, response: Response, kind: str, secret: str) -> Response:
        response.set_cookie(
            f"hustings_{kind}{self._cookie_suffix}",
            secret,
            max_age=COOKIE_AGE,
            httponly=True,
            samesite="strict",
            secure=self._secure,
        )
        return response

    # --- signing in ------------------------------------------------------------------------------------------

    async def enter(self, request: Request, payload: Payload) -> Response:
        """Sign in with the join code or a one-time link; somebody who has a seat keeps it."""
        if "secret" in payload:
            return self._enter_as_console(request, payload)
        if "link" in payload:
            return self._enter_by_link(request, payload)
        if not payload.get("screen") and self.seat(request) is not None:
            return done()
        sender = self.sender(request)
        if not self._hub.wrong_codes.allowed(sender):
            return refused(429, say("Too many wrong codes."), say("Wait a minute, then try again."))
        response = (
            self._enter_as_screen(payload) if payload.get("screen") else self._enter_by_code(request, sender, payload)
        )
        if response is not None:
            return response
        self._hub.wrong_codes.add(sender)
        hint = (
            say("A projector's code works once, for ten minutes. Get a new one on the console, under People.")
            if payload.get("screen")
            else say("Look at the screen and type it again.")
        )
        return refused(403, say("This code is not right."), hint)

    def _enter_as_console(self, request: Request, payload: Payload) -> Response:
        if self._hub.access.one_time_links.use("console", text(payload, "secret")):
            return self._set_cookie(done(), "console", self._hub.access.new_key("console"))
        if self.is_console(request):  # its own link again, as after the browser's Back
            return done()
        return refused(
            403,
            say("This link does not open the console: a link works once, for ten minutes."),
            say("Go to the terminal where the workshop runs, type c and press Enter: it shows a new one."),
        )

    def _enter_by_link(self, request: Request, payload: Payload) -> Response:
        earlier, link = self.seat(request), text(payload, "link")
        if earlier is not None and earlier.link == USED + digest(link):
            return done()
        entered = self._hub.access.use_link(link)
        if entered is None:
            return refused(403, say("This link is not right."), say("Ask the facilitator for a new one."))
        if earlier is not None and earlier.number != entered[0].number and not earlier.link:
            self._hub.write_votes()
            self._hub.access.replace_seat(earlier, entered[0])
        return self._entered(*entered)

    def _enter_as_screen(self, payload: Payload) -> Response | None:
        if not self._hub.access.one_time_links.use("screen", text(payload, "code")):
            return None
        return self._set_cookie(done(), "screen", self._hub.access.new_key("screen"))

    def _enter_by_code(self, request: Request, sender: Sender, payload: Payload) -> Response | None:
        if not self._hub.access.is_code(text(payload, "code")):
            return None
        self._hub.admission.stop_waiting(digest(self.cookie(request, "seat")))  # somebody who waits may join again
        return self._entered(*self._hub.admission.join(seat_of(self._hub.session, payload), sender))

    def _entered(self, seat: Seat | None, secret: str) -> Response:
        """The response with the cookie of a seat; without a seat they wait for admission."""
        if seat is None:
            self._hub.changed("console")
        else:
            self._hub.changed(*FACES, seat=seat.number)
            self._hub.count_changed()
        return self._set_cookie(done(), "seat", secret)
