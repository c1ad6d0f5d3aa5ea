"""The warm-up: one question to answer in a few words, before the first vote. It is never scored.

The words are stored like votes, apart from the log, and erased with them: the log only says that there was a warm-up,
and which question the facilitator asked if it was not the usual one.
Nobody sees them before the facilitator shows them, without names and in alphabetical order.
"""

from __future__ import annotations

from hustings.answers.workshop.state import WarmUp
from hustings.answers.workshop.workshop_log import CastVote, EntryKind, Vote, VoteKind
from hustings.messages import english, say
from hustings.problems import InputError
from hustings.workshop.session.input.free_text import note, required_note
from hustings.workshop.session.input.payload import Payload, text
from hustings.workshop.session.people.seats import check_seat
from hustings.workshop.session.session import Session
from hustings.workshop.session.vote_rules import check_free

WARM_UP = "warm-up"
"""Not a valid id of a question, so that no pack has it."""
QUESTION = english("When you think of AI and this campaign: what worries you most?")
LONGEST = 200


def start_warm_up(session: Session, payload: Payload) -> None:
    """Ask the warm-up, with the question `text` if there is one. What was written in an earlier one is deleted."""
    check_free(session.room)
    asked = own_question(text(payload, "text"))
    for number in words_by_seat(session):
        _keep(session, number, "")
    _step(session, WarmUp.OPEN, asked)


def own_question(typed: str) -> str:
    """A question of the facilitator's own, on one line; empty for the usual one."""
    asked = " ".join(note(typed).split()) if typed.strip() else ""
    if len(asked) > LONGEST:
        raise InputError(say("At most {most} letters.", most=LONGEST))
    return "" if asked == say(QUESTION) else asked


def asked_question(session: Session) -> str:
    """The question of this warm-up."""
    return session.room.warm_up_question or say(QUESTION)


def show_warm_up(session: Session, _payload: Payload) -> None:
    """Show the words to the room."""
    if session.room.warm_up is not WarmUp.OPEN:
        raise InputError(say("No warm-up is open."))
    _step(session, WarmUp.SHOWN, session.room.warm_up_question)


def end_warm_up(session: Session, _payload: object = None) -> None:
    """End the warm-up, if there is one."""
    if session.room.warm_up is not WarmUp.OVER:
        _step(session, WarmUp.OVER)


def remove_words(session: Session, payload: Payload) -> None:
    """Delete one text for good, such as one with a name in it; whose it was is not shown."""
    unwanted = text(payload, "text")
    for number, words in words_by_seat(session).items():
        if words == unwanted:
            _keep(session, number, "")


def write_words(session: Session, seat: int, typed: str) -> None:
    """Store what somebody wrote; it replaces what they wrote before."""
    if session.room.warm_up is not WarmUp.OPEN:
        raise InputError(say("The warm-up is over."))
    check_seat(session.seats.get(seat))
    words = required_note(typed)
    if len(words) > LONGEST:
        raise InputError(say("At most {most} letters.", most=LONGEST))
    _keep(session, seat, note(words))


def words_by_seat(session: Session) -> dict[int, str]:
    """What was written, by the number of the seat."""
    votes = session.journal.votes(WARM_UP, 1)
    return {number: vote.note for number, vote in votes.items() if vote.note}


def words(session: Session) -> tuple[str, ...]:
    """What was written, each text once and in alphabetical order, so that the order does not tell who wrote it."""
    return tuple(sorted(set(words_by_seat(session).values()), key=str.casefold))


def _keep(session: Session, seat: int, words: str) -> None:
    session.journal.cast(CastVote(seat, WARM_UP, 1, Vote(VoteKind.ABSTAIN, None, words)))


def _step(session: Session, now: WarmUp, asked: str = "") -> None:
    session.step(EntryKind.WARM_UP, "", text=now.value, notes=(asked,) if asked else ())
