"""The endpoints of the workshop's web server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from hustings.answers.workshop.workshop_log import Seat
from hustings.messages import say, speaking
from hustings.problems import InputError
from hustings.workshop.session.commands import act, act_on_admission
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.input.payload import Payload, cast_of, number, seat_of, text
from hustings.workshop.session.input.warm_up import write_words
from hustings.workshop.views.console.console import question_at_hand
from hustings.workshop.views.console.facts_form import facts_view
from hustings.workshop.views.console.what_changes import what_changes_view
from hustings.workshop.views.labels.page_labels import labels
from hustings.workshop.views.prework import prework_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.web.hub import Hub, Stream
from hustings.workshop.web.json_messages import body_of, done, refused
from hustings.workshop.web.qr_code import qr_picture
from hustings.workshop.web.security.authentication import FACES, Authentication
from hustings.workshop.web.security.codes import digest

HEARTBEAT = 15.0
PDF, LARGEST_SHEET = "application/pdf", 20_000_000
Reply = Callable[["Endpoints", Request, Payload], Awaitable[Response]]


def _facilitator_only(endpoint: Callable[[Endpoints, Payload], Awaitable[Response]]) -> Reply:
    """Allow an endpoint for the facilitator only."""

    async def checked(endpoints: Endpoints, request: Request, payload: Payload) -> Response:
        if not endpoints.authentication.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        return await endpoint(endpoints, payload)

    return checked


def _participants_only(endpoint: Callable[[Endpoints, Seat, Payload], Awaitable[Response]]) -> Reply:
    """Allow an endpoint for participants only."""

    async def checked(endpoints: Endpoints, request: Request, payload: Payload) -> Response:
        seat = endpoints.authentication.seat(request)
        if seat is None:
            return refused(403, say("Join first."))
        return await endpoint(endpoints, seat, payload)

    return checked


class Endpoints:
    """The responses to requests."""

    def __init__(self, hub: Hub, authentication: Authentication) -> None:
        self._hub, self.authentication = hub, authentication

    # --- participants ----------------------------------------------------------------------------------------

    @_participants_only
    async def vote(self, seat: Seat, payload: Payload) -> Response:
        """Take a vote from a phone. The response says whether it was new."""
        return JSONResponse({"new": await self._hub.cast(cast_of(seat, payload))})

    @_participants_only
    async def note(self, seat: Seat, payload: Payload) -> Response:
        """Take a note on a question from a phone; 429 if there are too many in a minute."""
        if not self._hub.notes.allowed(str(seat.number)):
            return refused(429, say("These are many notes at once."), say("Wait a minute, then send it again."))
        written_notes.remark(self._hub.session, text(payload, "question"), text(payload, "text"))
        self._hub.notes.add(str(seat.number))
        self._hub.changed("console")
        return done()

    @_participants_only
    async def warm_up(self, seat: Seat, payload: Payload) -> Response:
        """Take what somebody writes in the warm-up; 429 if it comes too often in a minute."""
        if not self._hub.notes.allowed(str(seat.number)):
            return refused(429, say("These are many notes at once."), say("Wait a minute, then send it again."))
        write_words(self._hub.session, seat.number, text(payload, "text"))
        self._hub.notes.add(str(seat.number))
        self._hub.changed("phone", seat=seat.number)
        self._hub.changed("console", "screen")
        return done()

    @_participants_only
    async def me(self, seat: Seat, payload: Payload) -> Response:
        """Change the name, role or language of one's own seat. Only the facilitator makes somebody an observer."""
        changes = {name: value for name, value in payload.items() if name != "observer"}
        self._hub.session.sit(seat_of(self._hub.session, changes, seat))
        self._hub.changed("console", "phone", seat=seat.number)
        return done()

    async def feedback(self, request: Request, payload: Payload) -> Response:
        """Take the form of a phone that took part, once the workshop has ended."""
        token, forms = digest(self.authentication.cookie(request, "seat")), self._hub.forms
        if token not in forms.may_send:
            return refused(403, say("This form was sent already, or this phone took no part."))
        forms.add(token, payload)
        if not forms.may_send:
            forms.store(self._hub.session)
        return done()

    # --- facilitator -----------------------------------------------------------------------------------------

    @_facilitator_only
    async def link(self, payload: Payload) -> Response:
        """A personal link for a seat. Its secret follows the #, so that no log has it."""
        secret = self._hub.access.invite(number(payload, "seat", 999))
        return JSONResponse({"link": f"{self._hub.address}/#link={secret}"})

    @_facilitator_only
    async def act(self, payload: Payload) -> Response:
        """Run a command of the facilitator. Every page is updated, even if it was refused."""
        self._hub.write_votes()
        took_part = tuple(self._hub.session.seats.values())
        try:
            act(self._hub.session, payload)
            if self._hub.session.room.finished and took_part:
                self._hub.admission.waiting.clear()
                self._hub.forms.expect(took_part)
        finally:
            self._hub.changed(*FACES)
        return done()

    @_facilitator_only
    async def admission(self, payload: Payload) -> Response:
        """Run a command of admission: lock, admit, turn away, remove people, issue a new code."""
        self._hub.write_votes()
        try:
            act_on_admission(self._hub.admission, payload)
        finally:
            self._hub.changed(*FACES)
        return done()

    @_facilitator_only
    async def projector(self, _payload: Payload) -> Response:
        """A code for a projector's page on another computer: it works once."""
        return JSONResponse(
            {"address": f"{self._hub.address}/screen", "code": self._hub.access.one_time_links.new("screen")}
        )

    @_facilitator_only
    async def ask(self, _payload: Payload) -> Response:
        """Ask in a rehearsal who has not voted yet; the phones of invented people hear it."""
        if self._hub.rehearsal is None:
            return refused(409, say("This is no rehearsal."))
        self._hub.rehearsal.ask(self._hub.session)
        self._hub.changed(*FACES)
        return done()

    @_facilitator_only
    async def look(self, payload: Payload) -> Response:
        """A question for one console window, which may show another one than the room sees."""
        return JSONResponse({"found": question_at_hand(self._hub.session, text(payload, "question"))})

    @_facilitator_only
    async def what_changes(self, payload: Payload) -> Response:
        """What each answer to a question would change."""
        return JSONResponse(what_changes_view(self._hub.session, text(payload, "question")))

    # --- reading ---------------------------------------------------------------------------------------------

    async def labels(self, request: Request) -> Response:
        """The fixed texts of a page in a language."""
        face, code = request.path_params["face"], request.path_params["code"]
        if face not in FACES:
            return refused(404, say("There is no such page."))
        language = self._hub.language(code)
        others = [{"code": name, "title": other.words.title} for name, other in sorted(self._hub.languages.items())]
        with speaking(language.words):
            words = labels(face)
        roles = [{"id": role.id, "title": role.title} for role in language.pack.questionnaire.roles]
        return JSONResponse({"language": language.words.language, "languages": others, "words": words, "roles": roles})

    async def qr(self, request: Request) -> Response:
        """The join link as a QR code, for the projector."""
        if not self._may_show_code(request):
            return refused(403, say("Only for the screen."))
        return Response(qr_picture(self._join_link()), media_type="image/svg+xml")

    def _may_show_code(self, request: Request) -> bool:
        """Whether the join code may be shown. Once the workshop has ended it is erased, and no new one is made."""
        return self.authentication.may_see_screen(request) and not self._hub.session.room.finished

    def _join_link(self) -> str:
        return f"{self._hub.address}/#{self._hub.access.code()}"

    async def room(self, request: Request) -> Response:
        """The address and the code to join with, for the projector."""
        if not self._may_show_code(request):
            return refused(403, say("Only for the screen."))
        hub = self._hub
        return JSONResponse({"address": hub.address, "code": hub.access.code(), "explains": hub.explains})

    async def prework(self, request: Request) -> Response:
        """A participant's own questions, to answer before the workshop."""
        seat = self.authentication.seat(request)
        if seat is None:
            return refused(403, say("Join first."))
        language = self._hub.language(seat.language)
        with speaking(language.words):
            return JSONResponse(prework_view(self._hub.session, language.pack, seat))

    async def readback(self, request: Request) -> Response:
        """The read-back of the decisions so far, for the console only."""
        if not self.authentication.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        with speaking(self._hub.languages[self._hub.facilitator_language].words):
            return JSONResponse(readback_view(self._hub.session))

    async def facts(self, request: Request) -> Response:
        """The form with the plain facts, for the console only."""
        if not self.authentication.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        with speaking(self._hub.languages[self._hub.facilitator_language].words):
            return JSONResponse(facts_view(self._hub.session))

    async def results(self, request: Request) -> Response:
        """A file with counts and decisions, for the console only. It is written in another thread."""
        if not self.authentication.is_console(request):
            return refused(403, say("Only the facilitator can do this."))
        hub, name = self._hub, request.path_params["name"]
        if hub.results is None:
            return refused(404, say("There is no such file."))
        with speaking(hub.languages[hub.facilitator_language].words):
            try:
                held = (hub.session.pack, hub.session.answers, hub.session.journal.entries())
                content = await asyncio.to_thread(hub.results, name, *held)
            except InputError as wrong:
                return refused(404, wrong.what, wrong.hint)
        return Response(
            content,
            media_type="application/octet-stream",
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )

    async def sheet(self, request: Request) -> Response:
        """Take a filled worksheet from the console, and say what was taken from it."""
        hub = self._hub
        if not self.authentication.is_console(request) or not self.authentication.is_own_page(request, PDF):
            return refused(403, say("Only the facilitator can do this."))
        if hub.read_sheet is None:
            return refused(404, say("No sheets are read here."))
        content = await body_of(request, LARGEST_SHEET)
        with speaking(hub.languages[hub.facilitator_language].words):
            if not content:
                return refused(400, say("This could not be read."))
            try:
                take = await asyncio.to_thread(hub.read_sheet, hub.session, content)
                hub.write_votes()
                return JSONResponse({"lines": take()})
            except InputError as wrong:
                return refused(409, wrong.what, wrong.hint)
            finally:
                hub.changed(*FACES)

    async def live(self, request: Request) -> Response:
        """A stream of events for one window: the whole view, whenever it changes."""
        stream = self._stream(request)
        if stream is None:
            return refused(403, say("Join first."))
        if not self._hub.may_open(stream):
            return refused(503, say("Too many windows are open."), say("Close some, then try again."))
        return StreamingResponse(
            self._event_stream(stream), media_type="text/event-stream", headers={"x-accel-buffering": "no"}
        )

    def _stream(self, request: Request) -> Stream | None:
        authentication, face = self.authentication, request.query_params.get("face", "phone")
        address = authentication.sender(request).address
        if face == "console":
            token = digest(authentication.cookie(request, "console"))
            return Stream("console", token=token, address=address) if authentication.is_console(request) else None
        if face == "screen":
            token = digest(authentication.cookie(request, "screen") or authentication.cookie(request, "console"))
            return Stream("screen", token=token, address=address) if authentication.may_see_screen(request) else None
        return self._phone_stream(request, address)

    def _phone_stream(self, request: Request, address: str) -> Stream | None:
        seat, token = self.authentication.seat(request), digest(self.authentication.cookie(request, "seat"))
        if self._hub.session.room.finished:
            return Stream("phone", token=token, address=address)
        if seat is not None:
            return Stream("phone", seat.number, seat.token, address)
        return Stream("phone", token=token, address=address) if self.authentication.is_waiting(request) else None

    async def _event_stream(self, stream: Stream) -> AsyncIterator[str]:
        self._hub.add_stream(stream)
        last = ""
        try:
            while not stream.ended:
                stream.changed.clear()
                current = self._hub.view_text(stream)
                if current != last:
                    yield f"data: {current}\n\n"
                    last = current
                if stream.face == "phone" and self._hub.session.room.finished:
                    break  # no more events follow
                try:
                    async with asyncio.timeout(HEARTBEAT):
                        await stream.changed.wait()
                except TimeoutError:
                    yield "event: beat\ndata: 1\n\n"
        finally:
            self._hub.remove_stream(stream)
