"""Admission: who gets a seat at once, who waits for the facilitator, and who is removed.

Everybody in the room can read the code, so one guest could take any number of seats. Therefore a device gets one seat,
and an address as many as a team behind one hotspot needs. Others wait, as everybody does while the room is locked.
Addresses are kept in memory only.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import field, replace

from hustings.answers.workshop.workshop_log import Seat
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.people.seats import off_roster
from hustings.workshop.session.session import Session
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.codes import digest
from hustings.workshop.web.security.rate_limits import Sender

SEATS = 1000
"""Measured with so many phones: `python -m benchmarks.room`."""
SEATS_OF_ADDRESS = 30
"""Seats that one address gets without being admitted: enough for a team behind one hotspot."""
WAITING, WAITING_OF_ADDRESS = 200, 30
LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody who waits for a seat. When admitted they get `seat`; its `token` is the hash of their cookie."""

    number: int
    seat: Seat
    sender: Sender


@dataclass(slots=True)
class Admission:
    """The admission to one workshop. `changes` counts new codes, so that pages fetch the code again."""

    session: Session
    access: Access
    waiting: dict[int, WaitingPerson] = field(default_factory=dict)
    senders: dict[int, Sender] = field(default_factory=dict)
    last_number: int = 0
    changes: int = 0
    lock_state: bool | None = None

    @property
    def locked(self) -> bool:
        """Whether everybody who joins by the code has to wait. It is kept over a restart."""
        if self.lock_state is None:
            self.lock_state = bool(self.session.journal.key(LOCKED))
        return self.lock_state

    # --- joining -----------------------------------------------------------------------------------------------

    def join(self, seat: Seat, sender: Sender) -> tuple[Seat | None, str]:
        """A new seat, or None if one has to wait, and its cookie's secret. Raises `InputError` if there is no room."""
        secret = secrets.token_urlsafe(24)
        new_seat = replace(seat, token=digest(secret))
        if self.locked or self._has_enough_seats(sender):
            self._wait(new_seat, sender)
            return None, secret
        return self._sit(new_seat, sender), secret

    def _has_enough_seats(self, sender: Sender) -> bool:
        """Whether the sender's device has a seat, or its address as many as it gets. Removed seats do not count."""
        seated = [came for number, came in self.senders.items() if number in self.session.seats]
        same_device = bool(sender.device) and any(came.device == sender.device for came in seated)
        return same_device or sum(came.address == sender.address for came in seated) >= SEATS_OF_ADDRESS

    def _wait(self, seat: Seat, sender: Sender) -> None:
        for person in [person for person in self.waiting.values() if sender.device and person.sender == sender]:
            del self.waiting[person.number]  # the same phone asked again
        from_address = sum(person.sender.address == sender.address for person in self.waiting.values())
        if len(self.waiting) >= WAITING or from_address >= WAITING_OF_ADDRESS:
            raise InputError(say("Too many people wait to be let in."), say("Tell the facilitator."))
        self.last_number += 1
        self.waiting[self.last_number] = WaitingPerson(self.last_number, seat, sender)

    def _sit(self, seat: Seat, sender: Sender) -> Seat:
        if len(self.session.seats) >= SEATS:
            raise InputError(say("The room is full."), say("Tell the facilitator."))
        seated = self.session.sit(seat)
        self.senders[seated.number] = sender
        return seated

    def is_waiting(self, token: str) -> bool:
        """Whether somebody whose cookie has this hash waits."""
        return any(person.seat.token == token for person in self.waiting.values())

    def stop_waiting(self, token: str) -> None:
        """Remove the person whose cookie has this hash from those who wait."""
        self.waiting = {number: person for number, person in self.waiting.items() if person.seat.token != token}

    # --- commands of the facilitator ---------------------------------------------------------------------------

    def lock(self, *, locked: bool) -> None:
        """Lock or unlock the room. People who wait go on waiting; personal links work in a locked room too."""
        self.session.journal.keep_key(LOCKED, "yes" if locked else "")
        self.lock_state = locked

    def admit(self, number: int) -> None:
        """Admit the waiting person of this number, or everybody with 0. Raises `InputError` if nobody waits."""
        for person in self._waiting_people(number):
            self._sit(person.seat, person.sender)
            del self.waiting[person.number]

    def turn_away(self, number: int) -> None:
        """Turn away the waiting person of this number, or everybody with 0."""
        for person in self._waiting_people(number):
            del self.waiting[person.number]

    def _waiting_people(self, number: int) -> Iterable[WaitingPerson]:
        people = [person for person in self.waiting.values() if number in (0, person.number)]
        if not people:
            raise InputError(say("They do not wait any more."))
        return people

    def remove_unlisted(self) -> None:
        """Remove everybody who is not on the roster, with their votes in rounds that are not closed."""
        for seat in off_roster(self.session.seats.values()):
            self.session.rise(seat.number)

    def new_code(self) -> None:
        """Issue a new code. Seats stay."""
        self.access.new_code()
        self.changes += 1
