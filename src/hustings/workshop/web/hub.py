"""Everything that one running workshop shares between its requests: session, doors, languages, open streams.

There is one event loop and nothing waits inside a step, so that no two steps can overlap; a step that returned is on
disk. Votes that arrive within a few milliseconds of each other are written together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hustings.answers.workshop.records import CastVote, Seat
from hustings.messages import Words, speaking
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.workshop.session.admission import Admission
from hustings.workshop.session.practice_vote import PRACTICE, in_front, practice_pack, practising
from hustings.workshop.session.session import Session
from hustings.workshop.views.console import console_view
from hustings.workshop.views.page_state import View, door_view, own_view, phone_view, screen_view, timer_view, way_view
from hustings.workshop.web.access import Access
from hustings.workshop.web.rate_limits import DeviceCookies, RateLimit, WrongCodes

WINDOWS = 8
"""Of one seat, console or projector, open at once."""
STREAMS, STREAMS_OF_ADDRESS = 2000, 600
"""Open windows of all, and of one address: three hundred phones behind it with two each."""
TOGETHER = 0.004
"""Seconds for which a vote waits for others to be written with."""


@dataclass(frozen=True, slots=True)
class RoomLanguage:
    """A language of the room: our words, and the pack told in it."""

    words: Words
    pack: Pack


@dataclass(slots=True, eq=False)
class Stream:
    """One open window. `changed` is set when there may be something new to show.

    `token` is the hash of its cookie. A phone's is for the seat as it was entered with it: whoever has to come in anew
    sees nothing of it. Without a seat it is somebody who waits to be let in.
    """

    face: str
    seat: int = 0
    token: str = ""
    address: str = ""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


@dataclass(slots=True)
class Hub:
    """One running workshop. `home` is the facilitator's language."""

    session: Session
    doors: Access
    tongues: Mapping[str, RoomLanguage]
    home: str
    address: str = ""
    admission: Admission = field(init=False)
    devices: DeviceCookies = field(init=False)
    wrong_codes: WrongCodes = field(init=False)
    notes: RateLimit = field(init=False)
    streams: list[Stream] = field(default_factory=list)
    waiting: list[tuple[CastVote, asyncio.Future[bool]]] = field(default_factory=list)
    told: dict[tuple[str, str], View] = field(default_factory=dict)

    def __post_init__(self) -> None:
        now = self.doors.now
        self.admission = Admission(self.session, self.doors)
        self.devices, self.wrong_codes, self.notes = DeviceCookies(now), WrongCodes(now), RateLimit(now)

    def enter(self, stream: Stream) -> None:
        """Another window opens. Of one cookie's so many stay, the newest: a phone that lost its network leaves some."""
        who = (stream.face, stream.token)
        mine = [one for one in self.streams if (one.face, one.token) == who and not one.ended]
        for old in mine[: max(0, len(mine) + 1 - WINDOWS)] if stream.token else ():
            old.ended = True
            old.changed.set()
        self.streams.append(stream)

    def has_room_for(self, stream: Stream) -> bool:
        """Whether another window may open from there. A console always may: who leads is not to be crowded out."""
        if stream.face == "console":
            return True
        near = sum(one.address == stream.address for one in self.streams)
        return len(self.streams) < STREAMS and near < STREAMS_OF_ADDRESS

    # --- telling -----------------------------------------------------------------------------------------------

    def changed(self, *faces: str, seat: int = 0) -> None:
        """Something happened that these faces show; with `seat`, only that seat's phones."""
        self.told.clear()
        for stream in self.streams:
            if stream.face in faces and (stream.face != "phone" or seat in (0, stream.seat)):
                stream.changed.set()

    def view(self, stream: Stream) -> View:
        """What a window shows now."""
        match stream.face:
            case "console":
                with speaking(self.tongues[self.home].words):
                    return {**console_view(self.session), "door": door_view(self.admission)}
            case "screen":
                shared = self._shared("screen", self.home, screen_view)
                return {**shared, "timer": timer_view(self.session), "door": way_view(self.admission)}
            case _ if self.session.room.finished:
                return {"face": "phone", "finished": True}
            case _:
                return self._of_seat(stream)

    def _of_seat(self, stream: Stream) -> View:
        """What somebody sees who has a seat, waits for one, or lost it."""
        if not stream.seat:
            mine = (seat.number for seat in self.session.seats.values() if seat.token == stream.token)
            stream.seat = next(mine, 0)
        seat = self.session.seats.get(stream.seat)
        if seat is not None and seat.token == stream.token:
            return self._phone(seat)
        if self.admission.waits(stream.token):
            return {"face": "phone", "waits": True}
        return {"face": "phone", "gone" if stream.seat else "turned_away": True}

    def _phone(self, seat: Seat) -> View:
        tongue = self.tongue(seat.language)
        shared = self._shared("phone", tongue.words.language, phone_view)
        with speaking(tongue.words):
            return {**shared, **own_view(in_front(self.session), seat), "timer": timer_view(self.session)}

    def _shared(self, face: str, code: str, told: Callable[[Session, Pack], View]) -> View:
        """What all windows of a face and a language show alike, made once for each change."""
        if (face, code) not in self.told:
            tongue = self.tongues[code]
            with speaking(tongue.words):
                pack = practice_pack(tongue.pack) if self.session.practice else tongue.pack
                self.told[face, code] = {**told(in_front(self.session), pack), "practice": bool(self.session.practice)}
        return self.told[face, code]

    def tongue(self, code: str) -> RoomLanguage:
        """A language of the room; the facilitator's where there is no such."""
        return self.tongues.get(code) or self.tongues[self.home]

    # --- taking ------------------------------------------------------------------------------------------------

    async def cast(self, vote: CastVote) -> bool:
        """Take a vote. When this returns it is on disk. `InputError` if it cannot be taken."""
        if vote.question == PRACTICE:
            return self._practised(vote)
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bool] = loop.create_future()
        self.waiting.append((vote, answer))
        if len(self.waiting) == 1:
            loop.call_later(TOGETHER, self.write)
        return await answer

    def _practised(self, vote: CastVote) -> bool:
        with speaking(self._words_of(vote.seat)):
            (new,) = practising(self.session).cast(vote)
        self.changed("phone", seat=vote.seat)
        self.changed("console", "screen")
        return new

    def write(self) -> None:
        """Write the votes that wait. Whatever must come after them, such as closing, calls this first."""
        waiting, self.waiting = self.waiting, []
        good = [(vote, answer) for vote, answer in waiting if self._checked(vote, answer)]
        if not good:
            return
        try:
            kept = self.session.cast(*(vote for vote, _ in good))
        except Exception as wrong:
            for _, answer in good:
                _settle(answer, wrong)
            if not isinstance(wrong, InputError):
                raise
            return
        for (vote, answer), new in zip(good, kept, strict=True):
            _settle(answer, new)
            self.changed("phone", seat=vote.seat)
        self.changed("console", "screen")

    def _checked(self, vote: CastVote, answer: asyncio.Future[bool]) -> bool:
        try:
            with speaking(self._words_of(vote.seat)):
                self.session.check(vote)
        except InputError as wrong:
            _settle(answer, wrong)
            return False
        return True

    def _words_of(self, seat: int) -> Words:
        sitting = self.session.seats.get(seat)
        return self.tongue(sitting.language if sitting else self.home).words


def _settle(answer: asyncio.Future[bool], outcome: bool | Exception) -> None:
    """Tell whoever waits, unless they have gone."""
    if answer.done():
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)
