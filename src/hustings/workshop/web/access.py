"""Who may come in: the join code for the room, links that work once, a cookie for each seat, console and projector.

Only hashes of secrets are kept, but for the join code, which is shown on the wall. Nothing here is ever logged.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hustings.answers.workshop.records import CastVote, Seat
from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.web.codes import code_of, digest, letters
from hustings.workshop.web.one_time_links import OneTimeLinks

CODE_LENGTH = 6
SECRETS = 8
"""So many consoles, or projectors, stay signed in: one that was lost does not shut out the next."""
USED = "used "
"""Stands before the hash of a personal link once somebody took its seat: whoever has it is still on the roster."""


@dataclass(slots=True)
class Access:
    """The keys of one workshop. `once` are the links that wait to be opened."""

    session: Session
    now: Callable[[], float] = time.monotonic
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    once: OneTimeLinks = field(init=False)

    def __post_init__(self) -> None:
        self.once = OneTimeLinks(self.now)

    def code(self) -> str:
        """The code with which people join. The same one after a restart."""
        return self.session.journal.key("code") or self.new_code()

    def new_code(self) -> str:
        """Another code; the one from before no longer opens. `InputError` once the workshop has ended."""
        if self.session.room.finished:
            raise InputError(say("The workshop has ended."))
        code = letters(CODE_LENGTH)
        self.session.journal.keep_key("code", code)
        return code

    def new_key(self, kind: str) -> str:
        """A new secret for the cookie of a `console` or a `screen`; those from before stay good."""
        secret = secrets.token_urlsafe(24)
        kept = (*self._kept(kind), digest(secret))[-SECRETS:]
        self.session.journal.keep_key(kind, " ".join(kept))
        self.kept[kind] = kept
        return secret

    def _kept(self, kind: str) -> tuple[str, ...]:
        """The hashes of a kind. They are remembered, so that the facilitator stays signed in when keys are erased."""
        if kind not in self.kept:
            self.kept[kind] = tuple(self.session.journal.key(kind).split())
        return self.kept[kind]

    def opens(self, kind: str, secret: str) -> bool:
        """Whether a secret belongs to a console or a screen."""
        found = digest(secret)
        return bool(secret) and any(hmac.compare_digest(found, kept) for kept in self._kept(kind))

    def fits(self, code: str) -> bool:
        """Whether this is the join code, however it was typed."""
        kept = self.session.journal.key("code")
        return bool(kept) and hmac.compare_digest(code_of(code).encode(), kept.encode())

    def seat_of(self, secret: str) -> Seat | None:
        """Whose cookie this is."""
        found = digest(secret)
        seats = self.session.seats.values()
        return next((seat for seat in seats if secret and hmac.compare_digest(found, seat.token)), None)

    # --- personal links ----------------------------------------------------------------------------------------

    def invite(self, number: int) -> str:
        """A personal link's secret for somebody on the roster; one from before no longer opens."""
        secret = secrets.token_urlsafe(18)
        self.session.sit(replace(self.session.seat(number), link=digest(secret)))
        return secret

    def enter_by_link(self, secret: str) -> tuple[Seat, str] | None:
        """Take the seat of a personal link, once, and shut what was open on it. `InputError` if it was used already."""
        found = digest(secret)
        seats = self.session.seats.values()
        if any(hmac.compare_digest(USED + found, seat.link) for seat in seats):
            raise InputError(
                say("This link was used already: it works once."), say("Ask the facilitator for a new one.")
            )
        seat = next((seat for seat in seats if hmac.compare_digest(found, seat.link)), None)
        if seat is None:
            return None
        own = secrets.token_urlsafe(24)
        return self.session.sit(replace(seat, token=digest(own), link=USED + found)), own

    def move(self, old: Seat, new: Seat) -> None:
        """The same browser came in by the code first: one person has one seat. A vote in the open round goes along."""
        topic = self.session.topic(self.session.room.current)
        votes = self.session.votes(topic)
        if topic.phase is QuestionPhase.OPEN and old.number in votes and new.number not in votes and not new.observer:
            self.session.cast(CastVote(new.number, topic.question, topic.round, votes[old.number]))
        self.session.rise(old.number)
