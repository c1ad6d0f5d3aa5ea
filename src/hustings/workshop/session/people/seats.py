"""The people on the roster: who is present, and whose worksheet counts.

A returned worksheet counts in the first vote even if its writer stays away. Somebody who joins by the code under a name
of the roster is taken for that person, so that the worksheet does not count as well. It is not shown to them, because
a name is no secret; a personal link is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from hustings.answers.workshop.workshop_log import CastVote, Seat, Vote
from hustings.messages import say
from hustings.problems import InputError
from hustings.text import folded_name


def present(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """The seats that joined and may vote."""
    return tuple(seat for seat in seats if seat.token and not seat.observer)


def counted_seats(seats: Iterable[Seat]) -> frozenset[int]:
    """The numbers of the seats whose prepared votes count."""
    listed = tuple(seats)
    joined_names = {_folded_name(seat) for seat in listed if seat.token} - {""}
    return frozenset(
        seat.number for seat in listed if not seat.observer and (seat.token or _folded_name(seat) not in joined_names)
    )


def namesakes(seats: Iterable[Seat]) -> tuple[tuple[Seat, ...], ...]:
    """Groups of two or more seats with the same name, however typed: perhaps one person."""
    groups = dict[str, list[Seat]]()
    for seat in seats:
        groups.setdefault(_folded_name(seat), []).append(seat)
    return tuple(tuple(group) for name, group in groups.items() if name and len(group) > 1)


def same_names(seats: Iterable[Seat], voted: Container[int]) -> tuple[str, ...]:
    """A sentence for each name under which more than one person can vote, or has. `voted`: numbers of seats."""
    counting = [seat for seat in seats if seat.number in voted or (seat.token and not seat.observer)]
    return tuple(
        say("“{name}” can vote {n} times here.", name=group[0].name, n=len(group)) for group in namesakes(counting)
    )


def off_roster(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """The seats that joined by the code and are not on the roster. Raises `InputError` if the roster is empty.

    On the roster are the people whom the facilitator entered or gave a personal link. The first seat that joined by the
    code under such a name counts as that person, unless the person joined by the link.
    """
    everybody = tuple(seats)
    listed = [seat for seat in everybody if seat.link or not seat.token]
    if not listed:
        raise InputError(
            say("Nobody is on the roster, so this would empty the room."),
            say("Remove people one by one, or lock the room and issue a new code."),
        )
    missing = {_folded_name(seat) for seat in listed if not seat.token} - {""}
    unlisted = []
    for seat in everybody:
        if seat not in listed and _folded_name(seat) not in missing:
            unlisted.append(seat)
        elif seat not in listed:
            missing.discard(_folded_name(seat))
    return tuple(unlisted)


def prepared(seats: Iterable[Seat], question: str, votes: Mapping[int, Vote]) -> tuple[CastVote, ...]:
    """Prepared votes as votes of the first round."""
    counts = counted_seats(seats)
    return tuple(CastVote(seat, question, 1, vote) for seat, vote in votes.items() if seat in counts)


def languages(seats: Iterable[Seat], voted: Container[int]) -> tuple[tuple[str, int], ...]:
    """How many voters there are of each language. `voted`: numbers of seats."""
    return tuple(sorted(Counter(seat.language for seat in seats if seat.number in voted).items()))


def votes_with_roles(seats: Mapping[int, Seat], votes: Mapping[int, Vote]) -> Iterator[tuple[str, Vote]]:
    """Each vote with the role of the voter, and not with the seat."""
    return ((seats[number].role, vote) for number, vote in votes.items() if number in seats)


def check_seat(seat: Seat | None) -> None:
    """Raise `InputError` if there is no such seat, or it is an observer's."""
    if seat is None:
        raise InputError(say("This seat was taken away."), say("Join again with the code."))
    if seat.observer:
        raise InputError(say("Observers do not vote."))


def _folded_name(seat: Seat) -> str:
    return folded_name(seat.name)
