"""The state that the requests of one running workshop share: session, access, languages, open streams.

There is one event loop, and no step awaits anything, so steps never overlap; a step that has returned is on disk. Votes
that arrive within a few milliseconds of each other are written together.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from hustings.answers.events import Answers
from hustings.answers.workshop.workshop_log import CastVote, LogEntry, Seat
from hustings.frozen_records import dataclass
from hustings.messages import Words, speaking
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.workshop.session.input.feedback import PhoneForms
from hustings.workshop.session.people.admission import Admission
from hustings.workshop.session.practice_vote import PRACTICE, front_session, practice_pack, running_practice
from hustings.workshop.session.rehearsal_state import Rehearsal
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from hustings.workshop.views.page_state import admission_view, lock_view, own_view, timer_view
from hustings.workshop.views.phone import count_view, phone_view
from hustings.workshop.views.rehearsal_view import guide_view, rehearsal_label
from hustings.workshop.views.view import View
from hustings.workshop.views.wall.wall import screen_view
from hustings.workshop.views.warm_up_view import own_words, warm_up_view
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.rate_limits import DeviceCookies, RateLimit, WrongCodes

WINDOWS = 8
"""Open windows of one seat, console or projector."""
STREAMS, STREAMS_OF_ADDRESS = 2000, 600
"""Open windows in all, and of one address: three hundred phones behind it with two each."""
ResultWriter = Callable[[str, Pack, Answers, Sequence[LogEntry]], bytes]
"""Writes a file of results by its name; the web itself knows neither spreadsheets nor documents."""
SheetReader = Callable[[Session, bytes], Callable[[], list[str]]]
"""Reads a filled worksheet; what it returns imports it, and says what was taken."""
BATCH_SECONDS = 0.004
"""Seconds for which votes are collected before they are written together."""


@dataclass(frozen=True, slots=True)
class RoomLanguage:
    """A language of the workshop: our own texts, and the pack translated into it."""

    words: Words
    pack: Pack


@dataclass(slots=True, eq=False)
class Stream:
    """One open window. `changed` is set when there may be something new to show.

    `token` is the hash of its cookie. A phone shows a seat only while the seat has the same token. Without a seat it
    belongs to somebody who waits to be admitted.
    """

    face: str
    seat: int = 0
    token: str = ""
    address: str = ""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


@dataclass(slots=True)
class Hub:
    """One running workshop. `facilitator_language` is the code of a language of `languages`.

    `results` writes the files that the console offers, and `read_sheet` reads a worksheet; None if there are none.
    `explains` is the address of the page on the browser's warning; empty if no browser warns. `rehearsal` is None in a
    real workshop.
    """

    session: Session
    access: Access
    languages: Mapping[str, RoomLanguage]
    facilitator_language: str
    address: str = ""
    results: ResultWriter | None = None
    read_sheet: SheetReader | None = None
    explains: str = ""
    rehearsal: Rehearsal | None = None
    admission: Admission = field(init=False)
    devices: DeviceCookies = field(init=False)
    wrong_codes: WrongCodes = field(init=False)
    notes: RateLimit = field(init=False)
    streams: list[Stream] = field(default_factory=list)
    forms: PhoneForms = field(default_factory=PhoneForms)
    waiting_votes: list[tuple[CastVote, asyncio.Future[bool]]] = field(default_factory=list)
    shared_views: dict[tuple[str, str], View] = field(default_factory=dict)
    shared_texts: dict[str, str] = field(default_factory=dict)
    all_in: bool = False

    def __post_init__(self) -> None:
        now = self.access.now
        self.admission = Admission(self.session, self.access)
        self.devices, self.wrong_codes, self.notes = DeviceCookies(now), WrongCodes(now), RateLimit(now)

    def add_stream(self, stream: Stream) -> None:
        """Add an open window. Of one cookie only the newest are kept: a phone that lost its network leaves old ones."""
        who = (stream.face, stream.token)
        same_cookie = [other for other in self.streams if (other.face, other.token) == who and not other.ended]
        for old in same_cookie[: max(0, len(same_cookie) + 1 - WINDOWS)] if stream.token else ():
            old.ended = True
            old.changed.set()
        self.streams.append(stream)
        if stream.face == "screen":
            self.changed("console")

    def remove_stream(self, stream: Stream) -> None:
        """Forget a window that was closed; the console knows whether a wall is open."""
        self.streams.remove(stream)
        if stream.face == "screen":
            self.changed("console")

    def may_open(self, stream: Stream) -> bool:
        """Whether another window may open from this address. A console always may."""
        if stream.face == "console":
            return True
        from_address = sum(other.address == stream.address for other in self.streams)
        return len(self.streams) < STREAMS and from_address < STREAMS_OF_ADDRESS

    # --- views -------------------------------------------------------------------------------------------------

    def changed(self, *faces: str, seat: int = 0) -> None:
        """Notify the windows of these faces of a change; with `seat`, only the phones of that seat."""
        self.shared_views.clear()
        self.shared_texts.clear()
        for stream in self.streams:
            if stream.face in faces and (stream.face != "phone" or seat in (0, stream.seat)):
                stream.changed.set()

    def view(self, stream: Stream) -> View:
        """The current view of a window; in a rehearsal it says so."""
        view = self._view(stream)
        if self.rehearsal is None:
            return view
        seat = self.session.seats.get(stream.seat)
        code = seat.language if stream.face == "phone" and seat else self.facilitator_language
        added = guide_view if stream.face == "console" else rehearsal_label
        with speaking(self.language(code).words):
            return {**view, "rehearsal": added(self.session, self.rehearsal)}

    def view_text(self, stream: Stream) -> str:
        """The view as JSON. What all phones of a language share is written once for each change."""
        view, seat = self.view(stream), self.session.seats.get(stream.seat)
        if stream.face != "phone" or seat is None or "seat" not in view:
            return json.dumps(view, ensure_ascii=False)
        code = self.language(seat.language).words.language
        shared = self._shared_view("phone", code, phone_view)
        if code not in self.shared_texts:
            self.shared_texts[code] = json.dumps(shared, ensure_ascii=False)
        own = {name: value for name, value in view.items() if name not in shared or value is not shared[name]}
        return f"{self.shared_texts[code][:-1]}, {json.dumps(own, ensure_ascii=False)[1:]}"

    def _view(self, stream: Stream) -> View:
        match stream.face:
            case "console":
                with speaking(self.languages[self.facilitator_language].words):
                    door = admission_view(self.admission)
                    return {
                        **console_view(self.session),
                        "door": door,
                        "results": self.results is not None,
                        "sheets": self.read_sheet is not None,
                        "walls": sum(other.face == "screen" for other in self.streams),
                    }
            case "screen":
                shared = self._shared_view("screen", self.facilitator_language, screen_view)
                return {**shared, "timer": timer_view(self.session), "door": lock_view(self.admission)}
            case _ if self.session.room.finished:
                return {"face": "phone", "finished": True, "form": stream.token in self.forms.may_send}
            case _:
                return self._own_phone_view(stream)

    def _own_phone_view(self, stream: Stream) -> View:
        """The view of a phone that has a seat, waits for one, or lost it."""
        if not stream.seat:
            own_seats = (seat.number for seat in self.session.seats.values() if seat.token == stream.token)
            stream.seat = next(own_seats, 0)
        seat = self.session.seats.get(stream.seat)
        if seat is not None and seat.token == stream.token:
            return self._phone_view(seat)
        if self.admission.is_waiting(stream.token):
            return {"face": "phone", "waits": True}
        return {"face": "phone", "gone" if stream.seat else "turned_away": True}

    def _phone_view(self, seat: Seat) -> View:
        language = self.language(seat.language)
        shared = self._shared_view("phone", language.words.language, phone_view)
        with speaking(language.words):
            own = {**own_view(front_session(self.session), seat), "own_words": own_words(self.session, seat)}
            return {**shared, **own, "timer": timer_view(self.session)}

    def _shared_view(self, face: str, code: str, view: Callable[[Session, Pack], View]) -> View:
        """The view that all windows of a face and language share, made once for each change."""
        if (face, code) not in self.shared_views:
            language = self.languages[code]
            with speaking(language.words):
                pack = practice_pack(language.pack) if self.session.practice else language.pack
                self.shared_views[face, code] = {
                    **view(front_session(self.session), pack),
                    **self._warm_up(),
                    "practice": bool(self.session.practice),
                }
        return self.shared_views[face, code]

    def _warm_up(self) -> View:
        """The warm-up takes the place of the question; nothing if there is none, or something else is projected."""
        found = warm_up_view(self.session)
        return {"warm_up": found, "question": None} if found else {"warm_up": None}

    def language(self, code: str) -> RoomLanguage:
        """A language of the workshop; the facilitator's if there is none with this code."""
        return self.languages.get(code) or self.languages[self.facilitator_language]

    # --- votes -------------------------------------------------------------------------------------------------

    async def cast(self, vote: CastVote) -> bool:
        """Save a vote; whether it was new. It is on disk on return. Raises `InputError` if it is not valid now."""
        if vote.question == PRACTICE:
            return self._cast_practice_vote(vote)
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bool] = loop.create_future()
        self.waiting_votes.append((vote, answer))
        if len(self.waiting_votes) == 1:
            loop.call_later(BATCH_SECONDS, self.write_votes)
        return await answer

    def _cast_practice_vote(self, vote: CastVote) -> bool:
        with speaking(self._words_of(vote.seat)):
            (new,) = running_practice(self.session).cast(vote)
        self.changed("phone", seat=vote.seat)
        self.count_changed()
        return new

    def write_votes(self) -> None:
        """Write the votes that wait. Steps that must come after them, such as closing, call this first."""
        waiting, self.waiting_votes = self.waiting_votes, []
        valid = [(vote, answer) for vote, answer in waiting if self._is_valid(vote, answer)]
        if not valid:
            return
        try:
            results = self.session.cast(*(vote for vote, _ in valid))
        except Exception as error:
            for _, answer in valid:
                _set_outcome(answer, error)
            if not isinstance(error, InputError):
                raise
            return
        for (vote, answer), new in zip(valid, results, strict=True):
            _set_outcome(answer, new)
            self.changed("phone", seat=vote.seat)
        self.count_changed()

    def count_changed(self) -> None:
        """Show how many have voted; on phones only where the count is shown, and once all are in."""
        session, before = front_session(self.session), self.all_in
        count = count_view(session, session.topic(session.room.current))
        self.all_in = bool(count and count["full"])
        self.changed("console", "screen", *(["phone"] if count and not (before and self.all_in) else []))

    def _is_valid(self, vote: CastVote, answer: asyncio.Future[bool]) -> bool:
        try:
            with speaking(self._words_of(vote.seat)):
                self.session.check(vote)
        except InputError as wrong:
            _set_outcome(answer, wrong)
            return False
        return True

    def _words_of(self, seat: int) -> Words:
        person = self.session.seats.get(seat)
        return self.language(person.language if person else self.facilitator_language).words


def _set_outcome(answer: asyncio.Future[bool], outcome: bool | Exception) -> None:
    """Set the result of a vote, unless its request is gone."""
    if answer.done():
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
