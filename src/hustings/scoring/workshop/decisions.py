"""What a room decided, when, on which votes, and what kind of decision that makes it (method.md 2.3).

The kind is never taken on trust: it follows from the counts and the decision, and is worked out from them wherever it
is told. Case files of an older Hustings called a decision agreed whose votes had said something else.

In the log a decision that was taken back at once was a slip and is left out; one that was reopened later stays, with
the reason, above the one that came after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.fold import after
from hustings.answers.workshop.records import Decision, DecisionKind, EntryKind, LogEntry
from hustings.answers.workshop.state import WorkshopState, last_voted
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
    found, log = WorkshopState(), list[DecisionRecord]()
    for entry in entries:
        found = after(found, entry)
        question = pack.questions.get(entry.question)
        if entry.kind is EntryKind.DECIDED and entry.decision is not None and question is not None:
            seen = found.topic(entry.question).seen
            log.append(DecisionRecord(entry.at, entry.question, by_counts(pack, question, seen, entry.decision), seen))
        elif entry.kind in (EntryKind.UNDONE, EntryKind.REOPENED):
            log = _ended(log, entry)
    return tuple(log)


def _ended(log: list[DecisionRecord], entry: LogEntry) -> list[DecisionRecord]:
    """The log once the last decision on a question no longer stands."""
    places = [number for number, line in enumerate(log) if line.question == entry.question]
    if not places:
        return log
    last = places[-1]
    kept = [replace(log[last], reopened=True, why=entry.text)] if entry.kind is EntryKind.REOPENED else []
    return [*log[:last], *kept, *log[last + 1 :]]


# --- what kind of decision it is ---------------------------------------------------------------------------


def by_counts(pack: Pack, question: Question, seen: Sequence[Ballots], made: Decision) -> Decision:
    """A decision with what the votes amounted to, and its kind, as they follow from the rounds the room had seen."""
    said = last_voted(seen)
    votes_say = _amount(pack, question, said, made)
    return replace(made, proposed=votes_say, settled=_kind(question, said, votes_say, made))


def _amount(pack: Pack, question: Question, said: Ballots | None, made: Decision) -> Answer | None:
    """What the votes amounted to; where the pack has lost their choices, what was told then."""
    if said is None:
        return None
    return proposed(group(pack, question, said)) if named_now(question, said) else made.proposed


def _kind(question: Question, said: Ballots | None, votes_say: Answer | None, made: Decision) -> DecisionKind:
    if made.answer.state is State.UNRESOLVED:
        return DecisionKind.UNRESOLVED
    if said is None:
        return DecisionKind.RECORDED
    if otherwise(question, said, votes_say, made.answer):
        return DecisionKind.OTHERWISE
    if made.dissent or made.dissent_text:
        return DecisionKind.CONSENT
    return DecisionKind.UNANIMOUS if _unanimous(said, made.answer) else DecisionKind.AGREED


def otherwise(question: Question, said: Ballots, votes_say: Answer | None, answer: Answer) -> bool:
    """Whether an answer goes against the votes. In a tie it does unless it is one of those that most voted for."""
    if votes_say is not None:
        return (votes_say.state, votes_say.value) != (answer.state, answer.value)
    most = max((said.count(choice.id) for choice in question.choices), default=0)
    match answer.state, answer.value:
        case State.ANSWERED, str(one):
            return said.count(one) < most
        case State.ANSWERED, tuple(several) if several:
            return not all(said.count(one) for one in several)
        case _:
            return True


def _unanimous(said: Ballots, answer: Answer) -> bool:
    if said.votes:
        return said.heard == len(said.votes) and set(said.votes) == {answer.value}
    other = said.dont_know if answer.state is State.DONT_KNOW else said.not_applicable
    return 0 < other == said.heard
