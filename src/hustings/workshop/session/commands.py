"""What the facilitator asks for, as it comes over the wire: read strictly, then done by the session.

One table for the web and the terminal. Whatever is not as it should be is an `InputError`, and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from hustings.answers.workshop.ballots import Ballots, ballots, together
from hustings.answers.workshop.records import ROUNDS, VoteKind
from hustings.messages import say
from hustings.problems import InputError, did_you_mean
from hustings.workshop.session import written_notes
from hustings.workshop.session.admission import Admission
from hustings.workshop.session.payload import Payload, day, made_of, number, seat_of, text, vote_of
from hustings.workshop.session.practice_vote import PRACTICE, end_practice, practise, practising
from hustings.workshop.session.session import COUNT, Session

Asked = TypeVar("Asked")
SOURCES = ("cards", "paper")
OF_A_VOTE = ("open", "count", "count_again", "close", "reveal")
KNOCKS = 1_000_000
"""So many may wait at the door in all, one after the other."""


def act(session: Session, payload: Payload) -> None:
    """Do one of `ACTS`, named by `act`; on the practice vote only what a vote is made of."""
    step, name = _known(ACTS, payload), text(payload, "act")
    if text(payload, "question") != PRACTICE or step is practise:
        step(session, payload)
    elif name in OF_A_VOTE:
        step(practising(session), payload)
    else:
        raise InputError(say("This is only practice: nothing is decided or written down."))


def act_at_door(admission: Admission, payload: Payload) -> None:
    """Do one of `DOOR`, named by `act`. `InputError` once the workshop has ended: there is no door any more."""
    if admission.session.room.finished:
        raise InputError(say("The workshop has ended."))
    _known(DOOR, payload)(admission, payload)


def _known(steps: Mapping[str, Asked], payload: Payload) -> Asked:
    name = text(payload, "act")
    if name not in steps:
        raise InputError(say("There is no step `{name}`.", name=name[:40]), did_you_mean(name[:40], steps))
    return steps[name]


def _open(session: Session, payload: Payload) -> None:
    session.open(text(payload, "question"))


def _close(session: Session, payload: Payload) -> None:
    _same_moment(session, payload)
    session.close()


def _reveal(session: Session, payload: Payload) -> None:
    _same_moment(session, payload)
    session.reveal()


def _cancel(session: Session, payload: Payload) -> None:
    _same_moment(session, payload)
    session.cancel(text(payload, "question"))


def _hide(session: Session, payload: Payload) -> None:
    written_notes.hide(session, text(payload, "question"), text(payload, "text"))


def _unhide(session: Session, payload: Payload) -> None:
    written_notes.hide(session, text(payload, "question"), text(payload, "text"), hidden=False)


def _same_moment(session: Session, payload: Payload) -> None:
    """A console that is behind another one must not end a vote that it does not show yet."""
    name = session.room.current
    asked = (text(payload, "question") or name, number(payload, "round", ROUNDS) or session.topic(name).round)
    if asked != (name, session.topic(name).round):
        raise InputError(say("The room has gone on meanwhile."), say("Look where it is now."))


def _discuss(session: Session, payload: Payload) -> None:
    session.discuss(text(payload, "question"))


def _count(session: Session, payload: Payload) -> None:
    """`ballots`: a list of {said, pick, count}."""
    name, given = text(payload, "question"), payload.get("ballots")
    source = text(payload, "source") or SOURCES[0]
    if not isinstance(given, list) or len(given) > COUNT or source not in SOURCES:
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    session.count(name, together(*(_cards(session, name, part) for part in given)), source)


def _count_again(session: Session, payload: Payload) -> None:
    session.count_again(text(payload, "question"))


def _cards(session: Session, name: str, part: object) -> Ballots:
    if not isinstance(part, Mapping):
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    vote, count = vote_of(part), number(part, "count", COUNT)
    session.check_pick(name, vote)
    if vote.pick is not None:
        return ballots([vote.pick] * count)
    said = vote.said
    return ballots(
        (),
        dont_know=count * (said is VoteKind.DONT_KNOW),
        not_applicable=count * (said is VoteKind.NOT_APPLICABLE),
        abstained=count * (said is VoteKind.ABSTAIN),
    )


def _decide(session: Session, payload: Payload) -> None:
    """`answer`: {value} or {state, reason}, with grade and reference, as in an answers file."""
    answer = payload.get("answer")
    if not isinstance(answer, Mapping):
        raise InputError(say("Choose the answer that is to be recorded."))
    session.decide(text(payload, "question"), answer, made_of(payload))


def _leave_open(session: Session, payload: Payload) -> None:
    session.leave_open(text(payload, "question"), made_of(payload))


def _undo(session: Session, payload: Payload) -> None:
    """`question`: whose decision is meant, so that two consoles do not take back two."""
    asked = text(payload, "question")
    if asked and asked != session.last_decided():
        raise InputError(say("The room has gone on meanwhile."), say("Look where it is now."))
    session.undo()


def _reopen(session: Session, payload: Payload) -> None:
    session.reopen(text(payload, "question"), text(payload, "text"))


def _park(session: Session, payload: Payload) -> None:
    written_notes.park(session, text(payload, "question"), text(payload, "text"))


def _note(session: Session, payload: Payload) -> None:
    written_notes.write(session, text(payload, "text"), text(payload, "question"))


def _fetch(session: Session, payload: Payload) -> None:
    written_notes.fetch(
        session, text(payload, "question"), text(payload, "text"), text(payload, "owner"), day(payload, "due")
    )


def _timer(session: Session, payload: Payload) -> None:
    session.time(number(payload, "seconds", 60 * 60))


def _sit(session: Session, payload: Payload) -> None:
    """Somebody new on the roster, or with a `seat` a change of who sits there."""
    at = number(payload, "seat", COUNT)
    session.sit(seat_of(session, payload, session.seat(at) if at else None))


def _rise(session: Session, payload: Payload) -> None:
    session.rise(session.seat(number(payload, "seat", COUNT)).number)


def _finish(session: Session, _payload: Payload) -> None:
    session.finish()


ACTS: Mapping[str, Callable[[Session, Payload], None]] = MappingProxyType(
    {
        "open": _open,
        "count": _count,
        "count_again": _count_again,
        "close": _close,
        "cancel": _cancel,
        "reveal": _reveal,
        "discuss": _discuss,
        "decide": _decide,
        "leave_open": _leave_open,
        "undo": _undo,
        "reopen": _reopen,
        "park": _park,
        "note": _note,
        "hide": _hide,
        "unhide": _unhide,
        "fetch": _fetch,
        "timer": _timer,
        "sit": _sit,
        "rise": _rise,
        "finish": _finish,
        "practise": practise,
        "practice_over": end_practice,
    }
)

DOOR: Mapping[str, Callable[[Admission, Payload], None]] = MappingProxyType(
    {
        "lock": lambda admission, _: admission.lock(locked=True),
        "unlock": lambda admission, _: admission.lock(locked=False),
        "admit": lambda admission, payload: admission.admit(number(payload, "number", KNOCKS)),
        "turn_away": lambda admission, payload: admission.turn_away(number(payload, "number", KNOCKS)),
        "clear": lambda admission, _: admission.clear(),
        "renew": lambda admission, _: admission.renew(),
    }
)
"""What the facilitator does at the door. `number` is of somebody who waits, 0 for all."""
