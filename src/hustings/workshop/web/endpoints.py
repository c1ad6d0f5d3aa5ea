"""What each address answers, once it is known who asks."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from hustings.answers.workshop.records import Seat
from hustings.messages import say, speaking
from hustings.workshop.session import written_notes
from hustings.workshop.session.commands import act, act_at_door
from hustings.workshop.session.payload import Payload, cast_of, number, seat_of, text
from hustings.workshop.views.console import at_hand
from hustings.workshop.views.page_labels import labels
from hustings.workshop.views.prework import prework_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.web.authentication import FACES, Authentication
from hustings.workshop.web.codes import digest
from hustings.workshop.web.hub import Hub, Stream
from hustings.workshop.web.json_messages import done, refused

HEARTBEAT = 15.0
Reply = Callable[["Endpoints", Request, Payload], Awaitable[Response]]


def _led(inside: Callable[[Endpoints, Payload], Awaitable[Response]]) -> Reply:
    """Only for the facilitator."""

    async def checked(desk: Endpoints, request: Request, payload: Payload) -> Response:
        if not desk.entrance.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        return await inside(desk, payload)

    return checked


def _joined(inside: Callable[[Endpoints, Seat, Payload], Awaitable[Response]]) -> Reply:
    """Only for somebody in the room."""

    async def checked(desk: Endpoints, request: Request, payload: Payload) -> Response:
        seat = desk.entrance.seat(request)
        if seat is None:
            return refused(403, say("Join first."))
        return await inside(desk, seat, payload)

    return checked


class Endpoints:
    """The answers to requests."""

    def __init__(self, stage: Hub, entrance: Authentication) -> None:
        self._stage, self.entrance = stage, entrance

    # --- from the room ---------------------------------------------------------------------------------------

    @_joined
    async def vote(self, seat: Seat, payload: Payload) -> Response:
        """A vote from a phone. The answer says whether it was new, or had arrived before."""
        return JSONResponse({"new": await self._stage.cast(cast_of(seat, payload))})

    @_joined
    async def note(self, seat: Seat, payload: Payload) -> Response:
        """A note from a phone on a question; refused with 429 when too many come in a minute."""
        if not self._stage.notes.allowed(str(seat.number)):
            return refused(429, say("These are many notes at once."), say("Wait a minute, then send it again."))
        written_notes.remark(self._stage.session, text(payload, "question"), text(payload, "text"))
        self._stage.notes.add(str(seat.number))
        self._stage.changed("console")
        return done()

    @_joined
    async def me(self, seat: Seat, payload: Payload) -> Response:
        """Another name, role or language for one's own seat. Who votes is not for oneself to say."""
        said = {name: value for name, value in payload.items() if name != "observer"}
        self._stage.session.sit(seat_of(self._stage.session, said, seat))
        self._stage.changed("console", "phone", seat=seat.number)
        return done()

    # --- from the facilitator --------------------------------------------------------------------------------

    @_led
    async def link(self, payload: Payload) -> Response:
        """A personal link for somebody on the roster. Its secret stands behind the #, where no log sees it."""
        secret = self._stage.doors.invite(number(payload, "seat", 999))
        return JSONResponse({"link": f"{self._stage.address}/#link={secret}"})

    @_led
    async def act(self, payload: Payload) -> Response:
        """A command of the facilitator; every page is drawn anew, also if it was refused."""
        self._stage.write()
        try:
            act(self._stage.session, payload)
            if self._stage.session.room.finished:
                self._stage.admission.waiting.clear()
        finally:
            self._stage.changed(*FACES)
        return done()

    @_led
    async def door(self, payload: Payload) -> Response:
        """Lock the room, admit, turn away, remove who is not on the roster, issue a new code."""
        self._stage.write()
        try:
            act_at_door(self._stage.admission, payload)
        finally:
            self._stage.changed(*FACES)
        return done()

    @_led
    async def projector(self, _payload: Payload) -> Response:
        """A code for a projector's page on another computer: it works once."""
        return JSONResponse({"address": f"{self._stage.address}/screen", "code": self._stage.doors.once.new("screen")})

    @_led
    async def look(self, payload: Payload) -> Response:
        """A question as a console shows it while another one is before the room: each window looks at its own."""
        return JSONResponse({"found": at_hand(self._stage.session, text(payload, "question"))})

    # --- only to be read -------------------------------------------------------------------------------------

    async def labels(self, request: Request) -> Response:
        """The fixed words of a page in a language."""
        face, code = request.path_params["face"], request.path_params["code"]
        if face not in FACES:
            return refused(404, say("There is no such page."))
        tongue = self._stage.tongue(code)
        others = [{"code": name, "title": one.words.title} for name, one in sorted(self._stage.tongues.items())]
        with speaking(tongue.words):
            words = labels(face)
        roles = [{"id": role.id, "title": role.title} for role in tongue.pack.questionnaire.roles]
        return JSONResponse({"language": tongue.words.language, "languages": others, "words": words, "roles": roles})

    async def qr(self, request: Request) -> Response:
        """The way in as a picture, for whoever shows it to the room."""
        if not self._may_show_the_way(request):
            return refused(403, say("Only for the screen."))
        import segno

        picture = io.BytesIO()
        segno.make(self._way_in(), error="m").save(picture, kind="svg", scale=4, border=2, xmldecl=False, svgns=True)
        return Response(picture.getvalue(), media_type="image/svg+xml")

    def _may_show_the_way(self, request: Request) -> bool:
        """Not once the workshop has ended: its code is erased, and none may come in its place."""
        return self.entrance.may_watch(request) and not self._stage.session.room.finished

    def _way_in(self) -> str:
        return f"{self._stage.address}/#{self._stage.doors.code()}"

    async def room(self, request: Request) -> Response:
        """For the screen: how to join."""
        if not self._may_show_the_way(request):
            return refused(403, say("Only for the screen."))
        return JSONResponse({"address": self._stage.address, "code": self._stage.doors.code()})

    async def prework(self, request: Request) -> Response:
        """One's own questions, to answer before the workshop."""
        seat = self.entrance.seat(request)
        if seat is None:
            return refused(403, say("Join first."))
        tongue = self._stage.tongue(seat.language)
        with speaking(tongue.words):
            return JSONResponse(prework_view(self._stage.session, tongue.pack, seat))

    async def readback(self, request: Request) -> Response:
        """The decisions so far, to be read out; for the console only."""
        if not self.entrance.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        with speaking(self._stage.tongues[self._stage.home].words):
            return JSONResponse(readback_view(self._stage.session))

    async def live(self, request: Request) -> Response:
        """One stream for each window: the whole view, whenever it changes."""
        stream = self._stream(request)
        if stream is None:
            return refused(403, say("Join first."))
        if not self._stage.has_room_for(stream):
            return refused(503, say("Too many windows are open."), say("Close some, then try again."))
        return StreamingResponse(
            self._told(stream), media_type="text/event-stream", headers={"x-accel-buffering": "no"}
        )

    def _stream(self, request: Request) -> Stream | None:
        entrance, face = self.entrance, request.query_params.get("face", "phone")
        address = entrance.sender(request).address
        if face == "console":
            token = digest(entrance.cookie(request, "console"))
            return Stream("console", token=token, address=address) if entrance.is_console(request) else None
        if face == "screen":
            token = digest(entrance.cookie(request, "screen") or entrance.cookie(request, "console"))
            return Stream("screen", token=token, address=address) if entrance.may_watch(request) else None
        return self._phone_stream(request, address)

    def _phone_stream(self, request: Request, address: str) -> Stream | None:
        seat, token = self.entrance.seat(request), digest(self.entrance.cookie(request, "seat"))
        if self._stage.session.room.finished:
            return Stream("phone", address=address)
        if seat is not None:
            return Stream("phone", seat.number, seat.token, address)
        return Stream("phone", token=token, address=address) if self.entrance.waits(request) else None

    async def _told(self, stream: Stream) -> AsyncIterator[str]:
        self._stage.enter(stream)
        last = ""
        try:
            while not stream.ended:
                stream.changed.clear()
                now = json.dumps(self._stage.view(stream), ensure_ascii=False)
                if now != last:
                    yield f"data: {now}\n\n"
                    last = now
                if stream.face == "phone" and self._stage.session.room.finished:
                    break  # nothing comes after it
                try:
                    await asyncio.wait_for(stream.changed.wait(), HEARTBEAT)
                except TimeoutError:
                    yield "event: beat\ndata: 1\n\n"
        finally:
            self._stage.streams.remove(stream)
