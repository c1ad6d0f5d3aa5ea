"""When a vote is valid, and when a decision needs a rationale (method.md 2.3, 2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, Answers, Event, State
from hustings.answers.parse import given
from hustings.answers.replay import replay
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.answers.workshop.workshop_log import (
    PREWORK,
    SAID,
    AnswerTo,
    CastVote,
    Decision,
    EntryKind,
    LogEntry,
    Vote,
    VoteKind,
)
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring import implausible_dates
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.workshop.decisions import otherwise
from hustings.scoring.workshop.vote_outcome import votable


def other_vote_kinds(question: Question) -> tuple[VoteKind, ...]:
    """The kinds of vote on a question that are not one of its choices."""
    return tuple(kind for kind in SAID if kind is not VoteKind.NOT_APPLICABLE or question.na)


def odd_date_notes(pack: Pack, answers: Answers, question: str, on: date) -> tuple[str, ...]:
    """Notes on a campaign date that looks mistyped; none if the question does not hold such a date."""
    if question not in (pack.questionnaire.clock, pack.questionnaire.election) or question not in answers:
        return ()
    return implausible_dates.notes(clock(pack, answers, on))


def reason_needed(
    question: Question, topic: QuestionState, answer: Answer, proposed: Answer | None, *, answered: bool
) -> str:
    """Why a decision needs a rationale; empty if it needs none (method.md 2.3). `answered`: answered before."""
    if answer.state is State.UNRESOLVED:
        return ""
    if topic.voted is not None:
        against = otherwise(question, topic.voted, proposed, answer)
        return say("This is not what the votes say.") if against else ""
    return say("Nobody has voted on this.") if votable(question) and not topic.seen and not answered else ""


def check_free(room: WorkshopState) -> None:
    """Raise `InputError` while votes are not shown yet, and after the end."""
    if room.finished:
        raise InputError(say("The workshop has ended."))
    if room.topic(room.current).phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED):
        raise InputError(say("A vote is still open."), say("Close it and show it, or cancel it."))


def check_time(cast: CastVote, topic: QuestionState, *, finished: bool) -> None:
    """Raise `InputError` if this vote is too early or too late."""
    if cast.round == PREWORK:
        if topic.phase is not QuestionPhase.DRAFT or finished:
            raise InputError(say("The room has already begun with this question."))
    elif (cast.opening or topic.openings) in topic.cancelled:
        raise InputError(
            say("This vote was cancelled. Nothing of it counts."), say("You can vote again once it is opened again.")
        )
    elif topic.phase is not QuestionPhase.OPEN or topic.round != cast.round:
        raise InputError(say("This vote is closed."), say("Your earlier vote counts, if you gave one."))


def check_pick(pack: Pack, question: Question, vote: Vote) -> None:
    """Raise `InputError` if the question has no such choice."""
    if vote.said is not VoteKind.OPTION:
        return
    pick = list(vote.pick) if isinstance(vote.pick, tuple) else vote.pick
    answer = given(pack, question.id, {"value": pick})
    if isinstance(answer, Refusal) or not votable(question) or answer.value != vote.pick:
        raise InputError(str(answer) if isinstance(answer, Refusal) else say("One choice is needed."))


def answer_before(decision: Decision | None, events: Sequence[Event], question: str) -> tuple[AnswerTo, ...]:
    """The answer to record when a decision is undone: the one before it, unless a later one was recorded."""
    if decision is None:
        return ()
    latest = max((event.number for event in events if event.question == question), default=0)
    before = replay(events[: decision.event - 1]).get(question)
    return ((question, before),) if latest == decision.event else ()


def last_decided(room: WorkshopState, entries: Sequence[LogEntry]) -> str:
    """The id of the question of the last decision that stands. Raises `InputError` if there is none."""
    for entry in reversed(entries):
        decided = room.topic(entry.question).decision
        if entry.kind is EntryKind.DECIDED and decided is not None and decided == entry.decision:
            return entry.question
    raise InputError(say("Nothing has been decided yet."))
