"""Who gets a seat at once, who waits until the facilitator admits them, and who is removed.

The code is on the wall, so one guest could take as many seats as they like. A device gets one, an address so many as a
team has that comes through one hotspot; whoever comes beyond that waits, as everybody does while the room is locked.
Who came from where is in memory only: it is nobody's business once the workshop has ended.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hustings.answers.workshop.records import Seat
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.seats import off_roster
from hustings.workshop.session.session import Session
from hustings.workshop.web.access import Access
from hustings.workshop.web.codes import digest
from hustings.workshop.web.rate_limits import Sender

SEATS = 500
SEATS_OF_ADDRESS = 30
"""A team that comes through one hotspot fits; from there on the facilitator admits."""
WAITING, WAITING_OF_ADDRESS = 200, 30
LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody at the door. `seat` is theirs once they are admitted; its `token` is of the cookie that they have."""

    number: int
    seat: Seat
    sender: Sender


@dataclass(slots=True)
class Admission:
    """The door of one workshop, with those who wait at it. `changes` counts new codes, so that pages ask again."""

    session: Session
    doors: Access
    waiting: dict[int, WaitingPerson] = field(default_factory=dict)
    senders: dict[int, Sender] = field(default_factory=dict)
    last: int = 0
    changes: int = 0
    known: bool | None = None

    @property
    def locked(self) -> bool:
        """Whether everybody waits who comes by the code. It stays so after a restart."""
        if self.known is None:
            self.known = bool(self.session.journal.key(LOCKED))
        return self.known

    # --- coming ------------------------------------------------------------------------------------------------

    def join(self, seat: Seat, sender: Sender) -> tuple[Seat | None, str]:
        """A new seat, or None where one has to wait; and the secret of its cookie. `InputError` if there is no room."""
        secret = secrets.token_urlsafe(24)
        mine = replace(seat, token=digest(secret))
        if self.locked or self._crowded(sender):
            self._wait(mine, sender)
            return None, secret
        return self._sit(mine, sender), secret

    def _crowded(self, sender: Sender) -> bool:
        """Whether enough came from there already. Who was removed does not count."""
        here = [came for number, came in self.senders.items() if number in self.session.seats]
        again = bool(sender.device) and any(came.device == sender.device for came in here)
        return again or sum(came.address == sender.address for came in here) >= SEATS_OF_ADDRESS

    def _wait(self, seat: Seat, sender: Sender) -> None:
        for one in [one for one in self.waiting.values() if sender.device and one.sender == sender]:
            del self.waiting[one.number]  # the same phone knocked again
        near = sum(one.sender.address == sender.address for one in self.waiting.values())
        if len(self.waiting) >= WAITING or near >= WAITING_OF_ADDRESS:
            raise InputError(say("Too many people wait to be let in."), say("Tell the facilitator."))
        self.last += 1
        self.waiting[self.last] = WaitingPerson(self.last, seat, sender)

    def _sit(self, seat: Seat, sender: Sender) -> Seat:
        if len(self.session.seats) >= SEATS:
            raise InputError(say("The room is full."), say("Tell the facilitator."))
        kept = self.session.sit(seat)
        self.senders[kept.number] = sender
        return kept

    def waits(self, token: str) -> bool:
        """Whether somebody with this hash of a cookie waits."""
        return any(one.seat.token == token for one in self.waiting.values())

    def leave(self, token: str) -> None:
        """Whoever has this hash of a cookie waits no longer."""
        self.waiting = {number: one for number, one in self.waiting.items() if one.seat.token != token}

    # --- what the facilitator does -----------------------------------------------------------------------------

    def lock(self, *, locked: bool) -> None:
        """Lock the room, or open it again. Who waits goes on waiting; personal links open a locked room."""
        self.session.journal.keep_key(LOCKED, "yes" if locked else "")
        self.known = locked

    def admit(self, number: int) -> None:
        """Let somebody in who waits; everybody with 0. `InputError` if nobody is there."""
        for one in self._at_the_door(number):
            self._sit(one.seat, one.sender)
            del self.waiting[one.number]

    def turn_away(self, number: int) -> None:
        """Let somebody who waits wait no longer; everybody with 0."""
        for one in self._at_the_door(number):
            del self.waiting[one.number]

    def _at_the_door(self, number: int) -> Iterable[WaitingPerson]:
        found = [one for one in self.waiting.values() if number in (0, one.number)]
        if not found:
            raise InputError(say("They do not wait any more."))
        return found

    def clear(self) -> None:
        """Remove all who are not on the roster, with their votes in rounds that are not closed."""
        for seat in off_roster(self.session.seats.values()):
            self.session.rise(seat.number)

    def renew(self) -> None:
        """Another code, at once. Who has a seat keeps it."""
        self.doors.new_code()
        self.changes += 1
