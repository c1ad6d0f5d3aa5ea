"""The commands of the facilitator, as the web and the terminal send them.

A payload that is not valid raises `InputError` and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import TypeVar

from hustings.answers.workshop.ballots import Ballots, ballots, together
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import ROUNDS, VoteKind
from hustings.messages import say
from hustings.problems import InputError, did_you_mean
from hustings.scoring.workshop.time_budget import BREAK
from hustings.workshop.session.agenda import agenda_changes
from hustings.workshop.session.agenda.agenda_changes import LONGEST_PART
from hustings.workshop.session.agenda.facts import record_facts
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.input.payload import Payload, day, decision_of, number, seat_of, text, texts, vote_of
from hustings.workshop.session.input.warm_up import end_warm_up, remove_words, show_warm_up, start_warm_up
from hustings.workshop.session.people.admission import Admission
from hustings.workshop.session.practice_vote import PRACTICE, end_practice, practise, running_practice
from hustings.workshop.session.projection import Projection
from hustings.workshop.session.session import COUNT, Session
from hustings.workshop.session.vote_rules import check_free

Act = TypeVar("Act")
SOURCES = ("cards", "paper")
OF_A_VOTE = ("open", "count", "count_again", "close", "reveal")
LONGEST_BREAK, MOST_PAGES = 60, 999
TALK_SECONDS = 120
"""The time to talk about the two ends; it starts by itself."""
MOST_WAITING = 1_000_000
"""The highest number of a waiting person."""


def act(session: Session, payload: Payload) -> None:
    """Run the command of `ACTS` that `act` names. The practice vote takes only the steps of a vote."""
    command, name = _act_named(ACTS, payload), text(payload, "act")
    if text(payload, "question") != PRACTICE or command is practise:
        command(session, payload)
    elif name in OF_A_VOTE:
        command(running_practice(session), payload)
    else:
        raise InputError(say("This is only practice: nothing is decided or written down."))


def act_on_admission(admission: Admission, payload: Payload) -> None:
    """Run the command of `ADMISSION_ACTS` that `act` names. Raises `InputError` once the workshop has ended."""
    if admission.session.room.finished:
        raise InputError(say("The workshop has ended."))
    _act_named(ADMISSION_ACTS, payload)(admission, payload)


def _act_named(acts: Mapping[str, Act], payload: Payload) -> Act:
    name = text(payload, "act")
    if name not in acts:
        raise InputError(say("There is no step `{name}`.", name=name[:40]), did_you_mean(name[:40], acts))
    return acts[name]


def _open(session: Session, payload: Payload) -> None:
    name = text(payload, "question")
    talked = session.topic(name).phase is QuestionPhase.DISCUSSING
    over = session.room.timer is not None and (talked or session.projection.until is not None)
    session.open(name)
    if over:
        session.start_timer(0)


def _close(session: Session, payload: Payload) -> None:
    _check_same_vote(session, payload)
    session.close()


def _reveal(session: Session, payload: Payload) -> None:
    _check_same_vote(session, payload)
    session.reveal()


def _cancel(session: Session, payload: Payload) -> None:
    _check_same_vote(session, payload)
    session.cancel(text(payload, "question"))


def _hide(session: Session, payload: Payload) -> None:
    written_notes.hide(session, text(payload, "question"), text(payload, "text"))


def _unhide(session: Session, payload: Payload) -> None:
    written_notes.hide(session, text(payload, "question"), text(payload, "text"), hidden=False)


def _check_same_vote(session: Session, payload: Payload) -> None:
    """Raise `InputError` if the console shows another vote: it must not end one that it does not show."""
    name = session.room.current
    shown = (text(payload, "question") or name, number(payload, "round", ROUNDS) or session.topic(name).round)
    if shown != (name, session.topic(name).round):
        raise InputError(say("The room has gone on meanwhile."), say("Look where it is now."))


def _discuss(session: Session, payload: Payload) -> None:
    session.discuss(text(payload, "question"))
    session.start_timer(TALK_SECONDS)


def _count(session: Session, payload: Payload) -> None:
    """`ballots`: a list of {said, pick, count}."""
    question, parts = text(payload, "question"), payload.get("ballots")
    source = text(payload, "source") or SOURCES[0]
    if not isinstance(parts, list) or len(parts) > COUNT or source not in SOURCES:
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    session.count(question, together(*(_cards(session, question, part) for part in parts)), source)


def _count_again(session: Session, payload: Payload) -> None:
    session.count_again(text(payload, "question"))


def _cards(session: Session, question: str, part: object) -> Ballots:
    if not isinstance(part, Mapping):
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    vote, count = vote_of(part), number(part, "count", COUNT)
    session.check_pick(question, vote)
    if vote.pick is not None:
        return ballots([vote.pick] * count)
    kind = vote.said
    return ballots(
        (),
        dont_know=count * (kind is VoteKind.DONT_KNOW),
        not_applicable=count * (kind is VoteKind.NOT_APPLICABLE),
        abstained=count * (kind is VoteKind.ABSTAIN),
    )


def _decide(session: Session, payload: Payload) -> None:
    """`answer`: {value} or {state, reason}, with grade and reference, as in an answers file."""
    answer = payload.get("answer")
    if not isinstance(answer, Mapping):
        raise InputError(say("Choose the answer that is to be recorded."))
    session.decide(text(payload, "question"), answer, decision_of(payload))


def _facts(session: Session, payload: Payload) -> None:
    """`answers`: what was typed, by question."""
    typed = payload.get("answers")
    if not isinstance(typed, Mapping) or len(typed) > COUNT:
        raise InputError(say("`{name}` must be a list of texts.", name="answers"))
    record_facts(session, {str(name): text(typed, name) for name in typed})


def _leave_open(session: Session, payload: Payload) -> None:
    session.leave_open(text(payload, "question"), decision_of(payload))


def _undo(session: Session, payload: Payload) -> None:
    """Undo the decision on `question`, so that two consoles do not undo two decisions; the last one if it is empty."""
    question = text(payload, "question")
    if question and session.topic(question).decision is None:
        raise InputError(say("The room has gone on meanwhile."), say("Look where it is now."))
    session.undo(question)


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


def _project(session: Session, payload: Payload) -> None:
    """`what`: `room`, `question` with its id, `break` with its minutes, or `read_back` with its page."""
    check_free(session.room)
    projected = _projection(session, payload)
    if session.room.timer is not None:
        session.start_timer(0)
    agenda_changes.present(session, projected.question or projected.back)
    session.practice, session.projection = None, projected
    if projected.until is not None:
        session.start_timer(round((projected.until - session.clock()).total_seconds()))


def _projection(session: Session, payload: Payload) -> Projection:
    back = session.projection.question or session.projection.back
    match text(payload, "what"):
        case "question":
            return Projection("question", session.question(text(payload, "question")).id)
        case "break":
            length = number(payload, "minutes", LONGEST_BREAK) or BREAK
            return Projection("break", until=session.clock() + timedelta(minutes=length), back=back)
        case "read_back":
            return Projection("read_back", page=max(1, number(payload, "page", MOST_PAGES)), back=back)
        case _ if session.projection.back:
            return Projection("question", session.projection.back)
        case _:
            return Projection()


def _skip(session: Session, payload: Payload) -> None:
    agenda_changes.skip(session, text(payload, "question"))


def _unskip(session: Session, payload: Payload) -> None:
    agenda_changes.unskip(session, text(payload, "question"))


def _arrange(session: Session, payload: Payload) -> None:
    """`order`: the ids of a `section`, or those of the sections if there is none."""
    agenda_changes.arrange(session, text(payload, "section"), texts(payload, "order"))


def _budget(session: Session, payload: Payload) -> None:
    """`minutes` of a `section`, or of one `question`."""
    minutes = number(payload, "minutes", LONGEST_PART)
    if name := text(payload, "question"):
        agenda_changes.budget_question(session, name, minutes)
    else:
        agenda_changes.budget(session, text(payload, "section"), minutes)


def _leave_by(session: Session, payload: Payload) -> None:
    """`time`: a time of day, such as 17:00."""
    agenda_changes.leave_by(session, text(payload, "time"))


def _timer(session: Session, payload: Payload) -> None:
    session.start_timer(number(payload, "seconds", 60 * 60))


def _sit(session: Session, payload: Payload) -> None:
    """Add somebody to the roster or, with a `seat`, change that seat."""
    number_of_seat = number(payload, "seat", COUNT)
    session.sit(seat_of(session, payload, session.seat(number_of_seat) if number_of_seat else None))


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
        "facts": _facts,
        "leave_open": _leave_open,
        "undo": _undo,
        "reopen": _reopen,
        "park": _park,
        "note": _note,
        "hide": _hide,
        "unhide": _unhide,
        "fetch": _fetch,
        "project": _project,
        "skip": _skip,
        "unskip": _unskip,
        "arrange": _arrange,
        "weightiest": lambda session, _: agenda_changes.weightiest_first(session),
        "as_planned": lambda session, _: agenda_changes.as_planned(session),
        "budget": _budget,
        "leave_by": _leave_by,
        "timer": _timer,
        "sit": _sit,
        "rise": _rise,
        "finish": _finish,
        "warm_up": start_warm_up,
        "show_warm_up": show_warm_up,
        "end_warm_up": end_warm_up,
        "remove_words": remove_words,
        "practise": practise,
        "practice_over": end_practice,
    }
)

ADMISSION_ACTS: Mapping[str, Callable[[Admission, Payload], None]] = MappingProxyType(
    {
        "lock": lambda admission, _: admission.lock(locked=True),
        "unlock": lambda admission, _: admission.lock(locked=False),
        "admit": lambda admission, payload: admission.admit(number(payload, "number", MOST_WAITING)),
        "turn_away": lambda admission, payload: admission.turn_away(number(payload, "number", MOST_WAITING)),
        "clear": lambda admission, _: admission.remove_unlisted(),
        "renew": lambda admission, _: admission.new_code(),
    }
)
"""The commands of admission. `number` is that of a waiting person; 0 stands for all."""
