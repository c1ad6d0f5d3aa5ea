"""The fold over a workshop's log, entry by entry, to its state (method.md 2.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from hustings.answers.events import State
from hustings.answers.workshop.agenda_plan import BESIDE_AGENDA, AgendaPlan, planned, spent
from hustings.answers.workshop.ballots import Ballots, together
from hustings.answers.workshop.feedback import IN_REPORT
from hustings.answers.workshop.state import QuestionPhase, QuestionState, Timer, WarmUp, WorkshopState
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry


def room(entries: Iterable[LogEntry]) -> WorkshopState:
    """Fold the log, in its order, into the state of the workshop."""
    state = WorkshopState()
    for entry in entries:
        state = after(state, entry)
    return state


def after(before: WorkshopState, entry: LogEntry) -> WorkshopState:
    """The state after one more entry."""
    cancelled = before.cancelled if entry.kind in BESIDE else ""
    state = replace(_whole(before, entry), last=entry.at, count=before.count + 1)
    state = replace(state, plan=_plan(before, entry), warm_up=_warm_up(before, entry))
    if entry.kind is EntryKind.WARM_UP:
        state = replace(state, warm_up_question="".join(entry.notes))
    state = replace(state, cancelled=entry.question if entry.kind is EntryKind.CANCELLED else cancelled)
    if not entry.question:
        return state
    topic = _topic(before.topic(entry.question), entry)
    return replace(state, topics=MappingProxyType({**before.topics, entry.question: topic}))


ON_SCREEN = (EntryKind.OPENED, EntryKind.CLOSED, EntryKind.REVEALED, EntryKind.DISCUSSING)


WRITTEN = (EntryKind.NOTED, EntryKind.PARKED, EntryKind.FETCH)


BESIDE = (
    EntryKind.RESUMED,
    EntryKind.TIMER,
    EntryKind.NOTED,
    EntryKind.HIDDEN,
    EntryKind.UNHIDDEN,
    EntryKind.FETCH,
    EntryKind.FEEDBACK,
    *BESIDE_AGENDA,
)
"""These do not change which question is before the room."""


STAGES = {stage.value: stage for stage in WarmUp}


def _warm_up(before: WorkshopState, entry: LogEntry) -> WarmUp:
    """A warm-up ends with the next question that is read or voted on, and with the workshop."""
    if entry.kind is EntryKind.WARM_UP:
        return STAGES.get(entry.text, WarmUp.OVER)
    ends = entry.question if entry.kind is EntryKind.PRESENTED else entry.kind not in BESIDE
    return WarmUp.OVER if ends else before.warm_up


def _plan(before: WorkshopState, entry: LogEntry) -> AgendaPlan:
    """The agenda after an entry. A question that was shown to be read first gives way to the next step of another."""
    plan = planned(spent(before.plan, before.at_hand, before.last, entry), entry)
    own = entry.question == plan.presented and entry.kind in (EntryKind.DECIDED, EntryKind.UNDONE)
    return plan if own or entry.kind in BESIDE else replace(plan, presented="")


def _whole(before: WorkshopState, entry: LogEntry) -> WorkshopState:
    """The effect of an entry on the workshop as a whole."""
    match entry.kind:
        case EntryKind.BEGAN:
            return replace(before, edition=entry.text, began=entry.at)
        case EntryKind.RESUMED:
            return replace(before, timer=_paused(before))
        case EntryKind.TIMER:
            return replace(before, timer=Timer(entry.seconds, entry.at) if entry.seconds else None)
        case EntryKind.FINISHED:
            return replace(before, finished=True, current="", timer=None)
        case kind if kind in ON_SCREEN:
            return replace(before, current=entry.question)
        case EntryKind.FEEDBACK:
            return replace(before, feedback=entry.groups, feedback_in_report=entry.text == IN_REPORT)
        case EntryKind.CANCELLED:
            seen = before.topic(entry.question).before in (QuestionPhase.REVEALED, QuestionPhase.DISCUSSING)
            return replace(before, timer=None, current=entry.question if seen else "")
        case EntryKind.DECIDED | EntryKind.UNDONE:
            return replace(before, timer=None, current=_on_screen(before, entry.question))
        case kind if kind in WRITTEN:
            current = "" if kind is EntryKind.PARKED and entry.question == before.current else before.current
            return replace(before, log=(*before.log, entry), current=current)
        case _:
            return before


def _on_screen(before: WorkshopState, question: str) -> str:
    """A decided question leaves the screen when another question is decided or undone."""
    done = before.topic(before.current).phase in (QuestionPhase.DECIDED, QuestionPhase.UNRESOLVED)
    return "" if done and question != before.current else before.current


def _paused(before: WorkshopState) -> Timer | None:
    """A timer stops with the program, with the seconds left at the last entry."""
    if before.timer is None or before.last is None:
        return None
    return Timer(before.timer.at(before.last))


def _topic(topic: QuestionState, entry: LogEntry) -> QuestionState:
    """The effect of an entry on its question."""
    match entry.kind:
        case kind if kind in VOTES:
            return _vote(topic, entry)
        case kind if kind in NOTES:
            return _notes(topic, entry)
        case EntryKind.DISCUSSING:
            return replace(topic, phase=QuestionPhase.DISCUSSING)
        case EntryKind.DECIDED if entry.decision is not None:
            open_ = entry.decision.answer.state is State.UNRESOLVED
            return replace(
                topic, phase=QuestionPhase.UNRESOLVED if open_ else QuestionPhase.DECIDED, decision=entry.decision
            )
        case EntryKind.UNDONE | EntryKind.REOPENED:
            return _taken_back(topic, kept=entry.kind is EntryKind.REOPENED)
        case EntryKind.PARKED:
            return replace(topic, phase=QuestionPhase.PARKED)
        case _:
            return topic


VOTES = (EntryKind.OPENED, EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.CANCELLED, EntryKind.REVEALED)


NOTES = (EntryKind.NOTED, EntryKind.HIDDEN, EntryKind.UNHIDDEN)


def _vote(topic: QuestionState, entry: LogEntry) -> QuestionState:
    match entry.kind:
        case EntryKind.OPENED:
            return replace(
                topic, phase=QuestionPhase.OPEN, entered=Ballots(), openings=topic.openings + 1, before=topic.phase
            )
        case EntryKind.COUNTED if entry.ballots is not None:
            return replace(topic, entered=together(topic.entered, entry.ballots) if entry.ballots.cast else Ballots())
        case EntryKind.CLOSED if entry.ballots is not None:
            rounds = (*topic.rounds, entry.ballots)
            return replace(topic, phase=QuestionPhase.CLOSED, rounds=rounds, held_back=entry.notes, entered=Ballots())
        case EntryKind.CANCELLED:
            return _never_opened(topic)
        case EntryKind.REVEALED:
            written = (*topic.written, *topic.held_back)
            return replace(
                topic,
                phase=QuestionPhase.REVEALED,
                revealed=len(topic.rounds),
                written=written,
                held_back=(),
                roles=topic.roles or entry.groups,
            )
        case _:
            return topic


def _notes(topic: QuestionState, entry: LogEntry) -> QuestionState:
    match entry.kind:
        case EntryKind.HIDDEN:
            return replace(topic, hidden=(*topic.hidden, *entry.notes))
        case EntryKind.UNHIDDEN:
            return replace(topic, hidden=tuple(note for note in topic.hidden if note not in entry.notes))
        case _:
            return replace(topic, written=(*topic.written, *entry.notes))


def _never_opened(topic: QuestionState) -> QuestionState:
    """The question as it was before its vote was opened, without the counts and notes since."""
    return replace(
        topic,
        phase=topic.before,
        rounds=topic.seen,
        entered=Ballots(),
        held_back=(),
        cancelled=(*topic.cancelled, topic.openings),
    )


def _taken_back(topic: QuestionState, *, kept: bool) -> QuestionState:
    former = (*topic.former, topic.decision) if kept and topic.decision else topic.former
    return replace(topic, phase=_resting(topic), decision=None, former=former)


def _resting(topic: QuestionState) -> QuestionPhase:
    """The phase of a question without a decision: draft, or revealed if there were votes."""
    return QuestionPhase.REVEALED if topic.rounds else QuestionPhase.DRAFT
