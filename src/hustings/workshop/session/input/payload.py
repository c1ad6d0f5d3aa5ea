"""Reading a payload: texts, numbers and dates, and the votes, seats and decisions made of them.

A value that is not valid raises `InputError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hustings.answers.accept import Refusal, day_of
from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Pick
from hustings.answers.workshop.workshop_log import ROUNDS, CastVote, Decision, DecisionKind, Seat, Vote, VoteKind
from hustings.messages import say
from hustings.pack.rules import DateOrder
from hustings.problems import InputError
from hustings.workshop.session.input.free_text import note, short
from hustings.workshop.session.session import COUNT, Session

Payload = Mapping[str, object]
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,4})?")


def text(payload: Payload, name: str) -> str:
    """A text; empty if it is missing. Raises `InputError` if it is not text."""
    value = payload.get(name, "")
    if not isinstance(value, str):
        raise InputError(say("`{name}` must be text.", name=name))
    return value


def number(payload: Payload, name: str, most: int) -> int:
    """A whole number from 0 to `most`; 0 if it is missing."""
    value = payload.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise InputError(say("`{name}` must be a number from 0 to {most}.", name=name, most=most))
    return value


def texts(payload: Payload, name: str) -> tuple[str, ...]:
    """A list of texts; empty if it is missing."""
    value = payload.get(name, [])
    if not isinstance(value, list) or len(value) > COUNT or not all(isinstance(one, str) for one in value):
        raise InputError(say("`{name}` must be a list of texts.", name=name))
    return tuple(value)


def day(payload: Payload, name: str, order: DateOrder | None = None) -> date | None:
    """A date; None if it is missing."""
    if not (typed := text(payload, name)):
        return None
    answered = day_of(typed, order)
    if isinstance(answered, Refusal):
        raise InputError(answered.why, answered.hint)
    return answered


def decision_of(payload: Payload) -> Decision:
    """The details of a decision: rationale, dissent, owner and due date."""
    return Decision(
        DecisionKind.RECORDED,
        Answer(State.BLANK),
        rationale=note(text(payload, "rationale")),
        dissent=number(payload, "dissent", COUNT),
        dissent_text=note(text(payload, "dissent_text")),
        owner=short(text(payload, "owner")),
        due=day(payload, "due"),
    )


def cast_of(seat: Seat, payload: Payload) -> CastVote:
    """A vote as a phone sends it."""
    question, round_ = text(payload, "question"), number(payload, "round", ROUNDS)
    tap, opening = text(payload, "tap")[:64], number(payload, "opening", COUNT)
    return CastVote(seat.number, question, round_, vote_of(payload), tap, opening)


def vote_of(payload: Payload) -> Vote:
    """A vote: `said` is its kind, `pick` the option if it is one, `note` its note."""
    kind = text(payload, "said") or VoteKind.OPTION.value
    if kind not in [known.value for known in VoteKind]:
        raise InputError(say("That is no vote."))
    pick = _pick(payload.get("pick")) if kind == VoteKind.OPTION.value else None
    return Vote(VoteKind(kind), pick, note(text(payload, "note")))


def _pick(raw: object) -> Pick:
    match raw:
        case str():
            return raw
        case list() if all(isinstance(part, str) for part in raw):
            return tuple(raw)
        case _:
            raise InputError(say("One choice is needed."))


def seat_of(session: Session, payload: Payload, before: Seat | None = None) -> Seat:
    """A seat with the name, role and language of the payload. Its number, token and link are those of `before`."""
    role = text(payload, "role")
    if role and role not in [one.id for one in session.pack.questionnaire.roles]:
        raise InputError(say("There is no role `{role}`.", role=role[:40]))
    seat = before or Seat(0)
    return Seat(
        seat.number,
        short(text(payload, "name")) or seat.name,
        role or seat.role,
        _language(payload) or seat.language,
        payload.get("observer") is True if "observer" in payload else seat.observer,
        seat.token,
        seat.link,
    )


def _language(payload: Payload) -> str:
    """The code of a language; empty if it is not valid, because it is stored with the counts of votes."""
    code = text(payload, "language")
    return code if LANGUAGE.fullmatch(code) else ""
