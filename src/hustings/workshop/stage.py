"""Everything that one running workshop shares between its requests: session, doors, languages, open streams.

There is one event loop and nothing waits inside a step, so that no two steps can overlap; a step that returned is on
disk. Votes that arrive within a few milliseconds of each other are written together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hustings.answers.workshop import Cast, Seat
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.wording import Words, speaking
from hustings.workshop.console import console_view
from hustings.workshop.doors import Doors, Tries
from hustings.workshop.session import Session
from hustings.workshop.views import View, own_view, phone_view, screen_view, timer_view

WINDOWS = 8
"""Of one seat, open at once."""
TOGETHER = 0.004
"""Seconds for which a vote waits for others to be written with."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the room: our words, and the pack told in it."""

    words: Words
    pack: Pack


@dataclass(slots=True, eq=False)
class Stream:
    """One open window. `changed` is set when there may be something new to show.

    A phone's is for the seat as it was entered, by its `token`: whoever has to come in anew sees nothing of it.
    """

    face: str
    seat: int = 0
    token: str = ""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


@dataclass(slots=True)
class Stage:
    """One running workshop. `home` is the facilitator's language."""

    session: Session
    doors: Doors
    tongues: Mapping[str, Tongue]
    home: str
    tries: Tries
    address: str = ""
    notes: Tries = field(init=False)
    streams: list[Stream] = field(default_factory=list)
    waiting: list[tuple[Cast, asyncio.Future[bool]]] = field(default_factory=list)
    told: dict[tuple[str, str], View] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.notes = Tries(self.tries.now)

    def enter(self, stream: Stream) -> None:
        """Another window opens. Of one seat's so many stay, the newest: a phone that lost its network leaves some."""
        mine = [one for one in self.streams if one.seat == stream.seat and one.face == "phone" and not one.ended]
        for old in mine[: max(0, len(mine) + 1 - WINDOWS)] if stream.seat else ():
            old.ended = True
            old.changed.set()
        self.streams.append(stream)

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
                    return console_view(self.session)
            case "screen":
                return {**self._shared("screen", self.home, screen_view), "timer": timer_view(self.session)}
            case _ if self.session.room.finished:
                return {"face": "phone", "finished": True}
            case _:
                seat = self.session.seats.get(stream.seat)
                if seat is None or seat.token != stream.token:
                    return {"face": "phone", "gone": True}
                return self._phone(seat)

    def _phone(self, seat: Seat) -> View:
        tongue = self.tongue(seat.language)
        shared = self._shared("phone", tongue.words.language, phone_view)
        with speaking(tongue.words):
            return {**shared, **own_view(self.session, seat), "timer": timer_view(self.session)}

    def _shared(self, face: str, code: str, told: Callable[[Session, Pack], View]) -> View:
        """What all windows of a face and a language show alike, made once for each change."""
        if (face, code) not in self.told:
            tongue = self.tongues[code]
            with speaking(tongue.words):
                self.told[face, code] = told(self.session, tongue.pack)
        return self.told[face, code]

    def tongue(self, code: str) -> Tongue:
        """A language of the room; the facilitator's where there is no such."""
        return self.tongues.get(code) or self.tongues[self.home]

    # --- taking ------------------------------------------------------------------------------------------------

    async def cast(self, vote: Cast) -> bool:
        """Take a vote. When this returns it is on disk. `InputError` if it cannot be taken."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bool] = loop.create_future()
        self.waiting.append((vote, answer))
        if len(self.waiting) == 1:
            loop.call_later(TOGETHER, self.write)
        return await answer

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

    def _checked(self, vote: Cast, answer: asyncio.Future[bool]) -> bool:
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
