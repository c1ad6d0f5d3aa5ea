"""Access to a workshop: the join code, links that work once, and a cookie for each seat, console and projector.

Only hashes of secrets are kept, except for the join code, which everybody in the room can see. Nothing is logged.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import CastVote, Seat
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.web.security.codes import code_of, digest, letters
from hustings.workshop.web.security.one_time_links import OneTimeLinks

CODE_LENGTH = 6
SECRETS = 8
"""How many consoles, or projectors, stay signed in."""
USED = "used "
"""The prefix of the hash of a personal link that was used; its owner stays on the roster."""


@dataclass(slots=True)
class Access:
    """The keys of one workshop. `one_time_links` are those not used yet."""

    session: Session
    now: Callable[[], float] = time.monotonic
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    one_time_links: OneTimeLinks = field(init=False)

    def __post_init__(self) -> None:
        self.one_time_links = OneTimeLinks(self.now)

    def code(self) -> str:
        """The join code. It stays the same after a restart."""
        return self.session.journal.key("code") or self.new_code()

    def new_code(self) -> str:
        """A new code; the old one is no longer valid. Raises `InputError` once the workshop has ended."""
        if self.session.room.finished:
            raise InputError(say("The workshop has ended."))
        code = letters(CODE_LENGTH)
        self.session.journal.keep_key("code", code)
        return code

    def new_key(self, kind: str) -> str:
        """A new secret for the cookie of a `console` or a `screen`; earlier ones stay valid."""
        secret = secrets.token_urlsafe(24)
        hashes = (*self._kept(kind), digest(secret))[-SECRETS:]
        self.session.journal.keep_key(kind, " ".join(hashes))
        self.kept[kind] = hashes
        return secret

    def _kept(self, kind: str) -> tuple[str, ...]:
        """The hashes of a kind. They are cached, so that the facilitator stays signed in after keys are erased."""
        if kind not in self.kept:
            self.kept[kind] = tuple(self.session.journal.key(kind).split())
        return self.kept[kind]

    def is_key(self, kind: str, secret: str) -> bool:
        """Whether a secret is that of a `console` or a `screen`."""
        given = digest(secret)
        return bool(secret) and any(hmac.compare_digest(given, known) for known in self._kept(kind))

    def is_code(self, code: str) -> bool:
        """Whether this is the join code, however typed."""
        join_code = self.session.journal.key("code")
        return bool(join_code) and hmac.compare_digest(code_of(code).encode(), join_code.encode())

    def seat_of(self, secret: str) -> Seat | None:
        """The seat whose cookie has this secret; None if there is none."""
        given = digest(secret)
        seats = self.session.seats.values()
        return next((seat for seat in seats if secret and hmac.compare_digest(given, seat.token)), None)

    # --- personal links ----------------------------------------------------------------------------------------

    def invite(self, number: int) -> str:
        """A new secret of a personal link for a seat; an earlier one is no longer valid."""
        secret = secrets.token_urlsafe(18)
        self.session.sit(replace(self.session.seat(number), link=digest(secret)))
        return secret

    def use_link(self, secret: str) -> tuple[Seat, str] | None:
        """Take the seat of a personal link; None if invalid. Raises `InputError` if it was used."""
        given = digest(secret)
        seats = self.session.seats.values()
        if any(hmac.compare_digest(USED + given, seat.link) for seat in seats):
            raise InputError(
                say("This link was used already: it works once."), say("Ask the facilitator for a new one.")
            )
        seat = next((seat for seat in seats if hmac.compare_digest(given, seat.link)), None)
        if seat is None:
            return None
        cookie = secrets.token_urlsafe(24)
        return self.session.sit(replace(seat, token=digest(cookie), link=USED + given)), cookie

    def replace_seat(self, old: Seat, new: Seat) -> None:
        """Replace a seat that the same browser got by the code. A vote in the open round is kept."""
        topic = self.session.topic(self.session.room.current)
        votes = self.session.votes(topic)
        if topic.phase is QuestionPhase.OPEN and old.number in votes and new.number not in votes and not new.observer:
            self.session.cast(CastVote(new.number, topic.question, topic.round, votes[old.number]))
        self.session.rise(old.number)
