"""What a room decided, when, on which votes, and which kind of decision it is (method.md 2.3).

The kind is always derived from the counts and the decision, never read from the file: older versions of Hustings stored
“agreed” for decisions that went against the votes.

A decision that was undone is left out of the log. One that was reopened later stays, with the reason, before the
decision that followed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.fold import after
from hustings.answers.workshop.state import WorkshopState, last_voted
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import group, named_now, proposed


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One decision. `seen`: the rounds that the room had seen by then. `reopened`: another one followed, for `why`."""

    at: datetime
    question: str
    decision: Decision
    seen: tuple[Ballots, ...]
    reopened: bool = False
    why: str = ""


def decisions(pack: Pack, entries: Iterable[LogEntry]) -> tuple[DecisionRecord, ...]:
    """Every decision on the pack's questions that was not taken back, in the order in which they were made."""
    state, log = WorkshopState(), list[DecisionRecord]()
    for entry in entries:
        state = after(state, entry)
        question = pack.questions.get(entry.question)
        if entry.kind is EntryKind.DECIDED and entry.decision is not None and question is not None:
            seen = state.topic(entry.question).seen
            log.append(DecisionRecord(entry.at, entry.question, by_counts(pack, question, seen, entry.decision), seen))
        elif entry.kind in (EntryKind.UNDONE, EntryKind.REOPENED):
            log = _ended(log, entry)
    return tuple(log)


def _ended(log: list[DecisionRecord], entry: LogEntry) -> list[DecisionRecord]:
    """The log after the last decision on a question was undone or reopened."""
    places = [number for number, line in enumerate(log) if line.question == entry.question]
    if not places:
        return log
    last = places[-1]
    kept = [replace(log[last], reopened=True, why=entry.text)] if entry.kind is EntryKind.REOPENED else []
    return [*log[:last], *kept, *log[last + 1 :]]


# --- what kind of decision it is ---------------------------------------------------------------------------


def by_counts(pack: Pack, question: Question, seen: Sequence[Ballots], decision: Decision) -> Decision:
    """A decision with the answer that the votes proposed, and its kind, derived from the rounds the room had seen."""
    votes = last_voted(seen)
    votes_say = _amount(pack, question, votes, decision)
    return replace(decision, proposed=votes_say, settled=_kind(question, votes, votes_say, decision))


def _amount(pack: Pack, question: Question, votes: Ballots | None, decision: Decision) -> Answer | None:
    """The answer that the votes proposed; if the pack no longer has their choices, the one recorded then."""
    if votes is None:
        return None
    return proposed(group(pack, question, votes)) if named_now(question, votes) else decision.proposed


def _kind(question: Question, votes: Ballots | None, votes_say: Answer | None, decision: Decision) -> DecisionKind:
    if decision.answer.state is State.UNRESOLVED:
        return DecisionKind.UNRESOLVED
    if votes is None:
        return DecisionKind.RECORDED
    if otherwise(question, votes, votes_say, decision.answer):
        return DecisionKind.OTHERWISE
    if decision.dissent or decision.dissent_text:
        return DecisionKind.CONSENT
    return DecisionKind.UNANIMOUS if _unanimous(votes, decision.answer) else DecisionKind.AGREED


def otherwise(question: Question, votes: Ballots, votes_say: Answer | None, answer: Answer) -> bool:
    """Whether an answer goes against the votes. In a tie it does unless it is one of those that most voted for."""
    if votes_say is not None:
        return (votes_say.state, votes_say.value) != (answer.state, answer.value)
    most = max((votes.count(choice.id) for choice in question.choices), default=0)
    match answer.state, answer.value:
        case State.ANSWERED, str(one):
            return votes.count(one) < most
        case State.ANSWERED, tuple(several) if several:
            return not all(votes.count(one) for one in several)
        case _:
            return True


def _unanimous(votes: Ballots, answer: Answer) -> bool:
    if votes.votes:
        return votes.heard == len(votes.votes) and set(votes.votes) == {answer.value}
    other = votes.dont_know if answer.state is State.DONT_KNOW else votes.not_applicable
    return 0 < other == votes.heard
