"""Who of the people on the roster is in the room, and whose sheet speaks for them.

A worksheet that came back counts in the first vote although its writer stays away. Whoever comes in by the code and
under the name of somebody on the roster is taken for them: the sheet must not count beside them. It is not shown to
them either; names are no secret, a personal link is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from hustings.answers.workshop.records import CastVote, Seat, Vote
from hustings.messages import say
from hustings.problems import InputError
from hustings.text import folded_name


def present(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Those who joined and may vote."""
    return tuple(seat for seat in seats if seat.token and not seat.observer)


def heard_from(seats: Iterable[Seat]) -> frozenset[int]:
    """The numbers of those whose prepared votes count."""
    all_ = tuple(seats)
    here = {_called(seat) for seat in all_ if seat.token} - {""}
    return frozenset(seat.number for seat in all_ if not seat.observer and (seat.token or _called(seat) not in here))


def namesakes(seats: Iterable[Seat]) -> tuple[tuple[Seat, ...], ...]:
    """Seats whose names are the same however they are typed, two or more together: perhaps one person."""
    called = dict[str, list[Seat]]()
    for seat in seats:
        called.setdefault(_called(seat), []).append(seat)
    return tuple(tuple(group) for name, group in called.items() if name and len(group) > 1)


def same_names(seats: Iterable[Seat], voted: Container[int]) -> tuple[str, ...]:
    """One sentence for each name under which more than one can vote, or has; `voted` are numbers of seats."""
    counting = [seat for seat in seats if seat.number in voted or (seat.token and not seat.observer)]
    return tuple(
        say("“{name}” can vote {n} times here.", name=group[0].name, n=len(group)) for group in namesakes(counting)
    )


def off_roster(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Who came by the code and is not on the roster. `InputError` if nobody is on it: that would empty the room.

    On the roster is whom the facilitator wrote down, or gave a personal link. Of those who came by the code under such
    a name the first counts as that person, unless the person came by the link.
    """
    all_ = tuple(seats)
    listed = [seat for seat in all_ if seat.link or not seat.token]
    if not listed:
        raise InputError(
            say("Nobody is on the roster, so this would empty the room."),
            say("Remove people one by one, or lock the room and issue a new code."),
        )
    missing = {_called(seat) for seat in listed if not seat.token} - {""}
    gone = []
    for seat in all_:
        if seat not in listed and _called(seat) not in missing:
            gone.append(seat)
        elif seat not in listed:
            missing.discard(_called(seat))
    return tuple(gone)


def prepared(seats: Iterable[Seat], question: str, votes: Mapping[int, Vote]) -> tuple[CastVote, ...]:
    """What people prepared, as votes of the first round."""
    counts = heard_from(seats)
    return tuple(CastVote(seat, question, 1, vote) for seat, vote in votes.items() if seat in counts)


def languages(seats: Iterable[Seat], voted: Container[int]) -> tuple[tuple[str, int], ...]:
    """How many of those who voted, by number of seat, speak each language."""
    return tuple(sorted(Counter(seat.language for seat in seats if seat.number in voted).items()))


def check_seat(seat: Seat | None) -> None:
    """`InputError` if nobody sits there, or somebody who does not vote."""
    if seat is None:
        raise InputError(say("This seat was taken away."), say("Join again with the code."))
    if seat.observer:
        raise InputError(say("Observers do not vote."))


def _called(seat: Seat) -> str:
    return folded_name(seat.name)
