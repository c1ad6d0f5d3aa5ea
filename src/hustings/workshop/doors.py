"""Who may come in: the join code for the room, a secret for the facilitator, a cookie for each seat.

Only hashes of secrets are kept, but for the join code, which is shown on the wall. Nothing here is ever logged. Codes
can be guessed only slowly: failures are counted for each address, and for all of them together.
"""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from hustings.answers.room import Phase
from hustings.answers.workshop import Cast, Seat
from hustings.problems import InputError
from hustings.wording import say
from hustings.workshop.session import Session

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6
SECRETS = 8
"""So many consoles, or projectors, stay signed in: one that was lost does not shut out the next."""
MINUTE, TRIES, TRIES_OF_ALL = 60.0, 10, 60
SEATS = 500


@dataclass(slots=True)
class Tries:
    """What somebody did too often within the last minute: failed to come in, wrote notes. By whom, and by all."""

    now: Callable[[], float]
    made: dict[str, deque[float]] = field(default_factory=dict)

    def allowed(self, address: str) -> bool:
        recent = {name: self._recent(name) for name in list(self.made)}
        return recent.get(address, 0) < TRIES and sum(recent.values()) < TRIES_OF_ALL

    def add(self, address: str) -> None:
        self.made.setdefault(address, deque(maxlen=TRIES_OF_ALL)).append(self.now())

    def _recent(self, address: str) -> int:
        times = self.made[address]
        while times and times[0] < self.now() - MINUTE:
            times.popleft()
        if not times:
            del self.made[address]
        return len(times)


@dataclass(slots=True)
class Doors:
    """The keys of one workshop."""

    session: Session
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def code(self) -> str:
        """The code with which people join. The same one after a restart."""
        code = self.session.journal.key("code")
        if not code:
            code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
            self.session.journal.keep_key("code", code)
        return code

    def new_key(self, kind: str) -> str:
        """A new secret for a `console` or a `screen`; those from before stay good."""
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
        typed = "".join(letter for letter in code.upper() if letter.isalnum())
        code = self.session.journal.key("code")
        return bool(code) and hmac.compare_digest(typed.encode(), code.encode())

    def join(self, seat: Seat) -> tuple[Seat, str]:
        """A new seat, and the secret of its cookie."""
        if len(self.session.seats) >= SEATS:
            raise InputError(say("The room is full."), say("Tell the facilitator."))
        secret = secrets.token_urlsafe(24)
        return self.session.sit(replace(seat, token=digest(secret))), secret

    def seat_of(self, secret: str) -> Seat | None:
        """Whose cookie this is."""
        found = digest(secret)
        seats = self.session.seats.values()
        return next((seat for seat in seats if secret and hmac.compare_digest(found, seat.token)), None)

    def invite(self, number: int) -> str:
        """A personal link's secret for somebody on the roster; one from before no longer opens."""
        secret = secrets.token_urlsafe(18)
        self.session.sit(replace(self.session.seat(number), link=digest(secret)))
        return secret

    def enter_by_link(self, secret: str) -> tuple[Seat, str] | None:
        """Take the seat of a personal link. Windows that are open on it stay, should the link be used twice."""
        found = digest(secret)
        seats = self.session.seats.values()
        seat = next((seat for seat in seats if seat.link and hmac.compare_digest(found, seat.link)), None)
        if seat is None:
            return None
        own = sha256(f"seat {secret}".encode()).hexdigest()
        return self.session.sit(replace(seat, token=digest(own))), own

    def move(self, old: Seat, new: Seat) -> None:
        """The same browser came in by the code first: one person has one seat. A vote in the open round goes along."""
        topic = self.session.topic(self.session.room.current)
        votes = self.session.votes(topic)
        if topic.phase is Phase.OPEN and old.number in votes and new.number not in votes and not new.observer:
            self.session.cast(Cast(new.number, topic.question, topic.round, votes[old.number]))
        self.session.rise(old.number)


def digest(secret: str) -> str:
    """SHA-256 of a secret: random and long, so that it needs no salt."""
    return sha256(secret.encode()).hexdigest()
