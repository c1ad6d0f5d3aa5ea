"""What a request holds: texts, numbers and dates, and the votes, seats and decisions that are made of them.

Read strictly: whatever is not as it should be is an `InputError`, whoever sent it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from hustings.answers.accept import Refusal, day_of
from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Pick
from hustings.answers.workshop.records import ROUNDS, CastVote, Decision, DecisionKind, Seat, Vote, VoteKind
from hustings.messages import say
from hustings.pack.rules import DateOrder
from hustings.problems import InputError
from hustings.workshop.session.free_text import note, short
from hustings.workshop.session.session import COUNT, Session

Payload = Mapping[str, object]
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,4})?")


def text(payload: Payload, name: str) -> str:
    """A text, empty if it is not there. `InputError` if it is anything else."""
    found = payload.get(name, "")
    if not isinstance(found, str):
        raise InputError(say("`{name}` must be text.", name=name))
    return found


def number(payload: Payload, name: str, most: int) -> int:
    """A whole number from 0 to `most`, 0 if it is not there."""
    found = payload.get(name, 0)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
        raise InputError(say("`{name}` must be a number from 0 to {most}.", name=name, most=most))
    return found


def day(payload: Payload, name: str, order: DateOrder | None = None) -> date | None:
    """A date; None if it is not there."""
    if not (given := text(payload, name)):
        return None
    found = day_of(given, order)
    if isinstance(found, Refusal):
        raise InputError(found.why, found.hint)
    return found


def made_of(payload: Payload) -> Decision:
    """What goes with a decision: rationale, dissent, owner, due date."""
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
    about, round_ = text(payload, "question"), number(payload, "round", ROUNDS)
    tap, opening = text(payload, "tap")[:64], number(payload, "opening", COUNT)
    return CastVote(seat.number, about, round_, vote_of(payload), tap, opening)


def vote_of(payload: Payload) -> Vote:
    """What was voted: `said`, with `pick` for an option, and a `note`."""
    said = text(payload, "said") or VoteKind.OPTION.value
    if said not in [known.value for known in VoteKind]:
        raise InputError(say("That is no vote."))
    pick = _pick(payload.get("pick")) if said == VoteKind.OPTION.value else None
    return Vote(VoteKind(said), pick, note(text(payload, "note")))


def _pick(raw: object) -> Pick:
    match raw:
        case str():
            return raw
        case list() if all(isinstance(part, str) for part in raw):
            return tuple(raw)
        case _:
            raise InputError(say("One choice is needed."))


def seat_of(session: Session, payload: Payload, known: Seat | None = None) -> Seat:
    """Who somebody says they are. Nobody can make themselves the owner of another seat with it."""
    role = text(payload, "role")
    if role and role not in [one.id for one in session.pack.questionnaire.roles]:
        raise InputError(say("There is no role `{role}`.", role=role[:40]))
    now = known or Seat(0)
    return Seat(
        now.number,
        short(text(payload, "name")) or now.name,
        role or now.role,
        _language(payload) or now.language,
        payload.get("observer") is True if "observer" in payload else now.observer,
        now.token,
        now.link,
    )


def _language(payload: Payload) -> str:
    """The code of a language; empty if it is none, for it is counted with the votes and stays."""
    code = text(payload, "language")
    return code if LANGUAGE.fullmatch(code) else ""
