"""The conversation: one page after another, each answer on disk before the next page appears.

The same for every face. A face shows pages; the walk says where a step leads; here they meet the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hustings.answers.accept import Refusal, accept, too_long
from hustings.answers.events import Answer, Log, State
from hustings.answers.parse import state_answer
from hustings.answers.typed_dates import date_order
from hustings.interview import navigation, page_builders
from hustings.interview.navigation import Draft, Move, Navigation
from hustings.interview.page import Face, KeyPressed, Page, Reply, Summary, TypedAnswer
from hustings.messages import say, several, spelled_date
from hustings.scoring import implausible_dates
from hustings.text import clean

Writing = Callable[[Navigation, Sequence[str], str | None], Page]
"""A page for a few words: with notices, and what was typed there before."""


class LeftError(Exception):
    """Somebody saves and quits. `interrupted`: by Ctrl-C."""

    def __init__(self, *, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a conversation is held with: who shows the pages, where answers go, what is said after a section."""

    face: Face
    log: Log
    summary: Summary
    today: Callable[[], date] = date.today

    def ask(self, page: Page) -> Reply:
        """Show a page. Raises `LeftError` when the reply is to stop, in any of the ways there are to say so."""
        try:
            reply = self.face.ask(page)
        except KeyboardInterrupt:
            raise LeftError(interrupted=True) from None
        except EOFError:
            raise LeftError from None
        if isinstance(reply, KeyPressed) and reply.key == "quit":
            raise LeftError
        return reply


def guide(talk: Conversation, here: Navigation, *, new: bool) -> None:
    """Hold the conversation until it is finished. Raises `LeftError` if it is left before."""
    if new:
        talk.ask(page_builders.welcome_page(here))
    turn: Navigation | None = here
    while turn is not None:
        turn = review(talk, turn) if turn.at is None else question(talk, turn)


def question(talk: Conversation, here: Navigation) -> Navigation:
    """One question: what came back leads on."""
    match talk.ask(page_builders.question_page(here)):
        case TypedAnswer(raw):
            return _given(talk, here, raw)
        case KeyPressed("dont_know"):
            return _dont_know(talk, here)
        case KeyPressed("na"):
            return _na(talk, here)
        case KeyPressed("skip"):
            return _skipped(talk, here)
        case KeyPressed(key, draft):
            return ELSEWHERE[key](talk, replace(here, draft=draft))


def _given(talk: Conversation, here: Navigation, raw: Draft) -> Navigation:
    order = date_order(here.pack, here.answers) if here.question.type == "date" else None
    value = accept(here.question, raw, order)
    if isinstance(value, Refusal):
        return navigation.staying(here, str(value), draft=raw)
    answer = Answer(State.ANSWERED, value)
    if doubts := _doubts(talk, here, answer):
        return navigation.staying(here, *doubts, draft=raw)
    return _take(talk, here, answer)


def _doubts(talk: Conversation, here: Navigation, answer: Answer) -> tuple[str, ...]:
    """What looks mistyped is asked about once; the same again is meant."""
    if here.answer is not None and here.answer.value == answer.value:
        return ()
    said = implausible_dates.doubts(here.pack, here.answers, here.question.id, answer, talk.today())
    asked = (*said, say("If it is right, press Enter once more; otherwise type it anew.")) if said else ()
    return () if asked == here.notices else asked


def _dont_know(talk: Conversation, here: Navigation) -> Navigation:
    if here.question.na and not here.question.choices:
        reply = talk.ask(page_builders.other_page(here))
        if isinstance(reply, KeyPressed) and reply.key == "na":
            return _na(talk, here)
        if isinstance(reply, KeyPressed) and reply.key == "back":
            return navigation.staying(here)
    return _state(talk, here, State.DONT_KNOW)


def _na(talk: Conversation, here: Navigation) -> Navigation:
    reason = _written(talk, here, page_builders.reason_page)
    while reason == "":
        missing = say("A reason is needed: without one, the question counts as open.")
        reason = _written(talk, here, page_builders.reason_page, missing)
    return _state(talk, here, State.NA, reason) if reason else navigation.staying(here)


def _written(talk: Conversation, here: Navigation, page: Writing, *notices: str) -> str | None:
    """A few words beside an answer; None if somebody left the page. What is too long stays in the line."""
    draft: str | None = None
    while True:
        match talk.ask(page(here, notices, draft)):
            case TypedAnswer(str(words)):
                if (long := too_long(clean(words))) is None:
                    return clean(words)
                notices, draft = (str(long),), words
            case _:
                return None


def _skipped(talk: Conversation, here: Navigation) -> Navigation:
    if here.answer is not None and here.answer.state is not State.BLANK:
        return navigation.onward(here)
    return _state(talk, here, State.BLANK)


def _state(talk: Conversation, here: Navigation, state: State, reason: str = "") -> Navigation:
    answer = state_answer(here.question, state, reason)
    return navigation.staying(here, str(answer)) if isinstance(answer, Refusal) else _take(talk, here, answer)


def _take(talk: Conversation, here: Navigation, answer: Answer) -> Navigation:
    """Put an answer on disk, unless it is what was said already, and go on."""
    answer = _with_notes(here, answer)
    if answer != here.answer:
        talk.log.append(here.question.id, answer)
    return _after(talk, navigation.answered(here, answer), here)


def _with_notes(here: Navigation, answer: Answer) -> Answer:
    """A new answer keeps the note; proof stays only with something to prove."""
    old = here.answer
    if old is None:
        return answer
    proof = answer.state in (State.ANSWERED, State.BLANK)
    return replace(answer, note=old.note, grade=old.grade if proof else 0, reference=old.reference if proof else "")


def _after(talk: Conversation, step: Move, before: Navigation) -> Navigation:
    here = replace(step.walk, notices=tuple(_changes(step, before)))
    if step.closed is None or before.mending is not None:
        return here
    said = talk.summary(here.pack, here.answers, step.closed.id)
    reply = talk.ask(page_builders.closing_page(here, step.closed, said))
    here = replace(here, notices=())
    return navigation.to(here, None) if isinstance(reply, KeyPressed) and reply.key == "review" else here


def _changes(step: Move, before: Navigation) -> list[str]:
    """What a changed answer did to others, in words."""
    said = list[str]()
    if step.hidden:
        said.append(
            several(
                len(step.hidden),
                "{n} answer no longer counts; it stays in the history.",
                "{n} answers no longer count; they stay in the history.",
            )
        )
    if step.returned:
        again = several(len(step.returned), "{n} earlier answer counts again.", "{n} earlier answers count again.")
        said.append(again)
    if isinstance(day := step.walk.answers[before.question.id].value, date):
        said.append(say("Saved: {date}.", date=spelled_date(day)))
    proven = before.answer is not None and before.answer.reference and before.answer.state is State.ANSWERED
    now = step.walk.answers[before.question.id]
    if proven and before.answer is not None and now.reference and now.value != before.answer.value:
        said.append(say("The proof you gave before still stands with the new answer."))
    return said


# --- elsewhere ---------------------------------------------------------------------------------------------


def _back(_talk: Conversation, here: Navigation) -> Navigation:
    return navigation.back(here)


def _forward(_talk: Conversation, here: Navigation) -> Navigation:
    return navigation.forward(here)


def _help(talk: Conversation, here: Navigation) -> Navigation:
    talk.ask(page_builders.help_page(here))
    return navigation.staying(here, draft=here.draft)


def _note(talk: Conversation, here: Navigation) -> Navigation:
    note = _written(talk, here, page_builders.note_page)
    return (
        navigation.staying(here, draft=here.draft)
        if note is None
        else _kept(talk, here, replace(_so_far(here), note=note))
    )


def _proof(talk: Conversation, here: Navigation) -> Navigation:
    match talk.ask(page_builders.grade_page(here)):
        case TypedAnswer(str(chosen)):
            grade = int(chosen.removeprefix("E"))
        case _:
            return navigation.staying(here, draft=here.draft)
    reference = _written(talk, here, page_builders.reference_page) if grade else ""
    if reference is None:
        return navigation.staying(here, draft=here.draft)
    return _kept(talk, here, replace(_so_far(here), grade=grade, reference=reference))


def _so_far(here: Navigation) -> Answer:
    return here.answer or Answer(State.BLANK)


def _kept(talk: Conversation, here: Navigation, answer: Answer) -> Navigation:
    """A note or proof goes on disk at once; what was being answered is still being answered."""
    if answer != _so_far(here):
        talk.log.append(here.question.id, answer)
        here = navigation.noted(here, answer)
    return navigation.staying(here, draft=here.draft)


def _sections(talk: Conversation, here: Navigation) -> Navigation:
    match talk.ask(page_builders.sections_page(here)):
        case TypedAnswer(str(section)):
            return navigation.to_section(here, section)
        case _:
            return navigation.staying(here, draft=here.draft)


def _review(_talk: Conversation, here: Navigation) -> Navigation:
    return navigation.to(here, None)


ELSEWHERE: dict[str, Callable[[Conversation, Navigation], Navigation]] = {
    "back": _back,
    "forward": _forward,
    "help": _help,
    "note": _note,
    "proof": _proof,
    "sections": _sections,
    "review": _review,
}


def review(talk: Conversation, here: Navigation) -> Navigation | None:
    """All answers; None when it is finished."""
    match talk.ask(page_builders.review_page(here)):
        case TypedAnswer(page_builders.FINISH.id):
            return None
        case TypedAnswer(page_builders.TO_OPEN):
            return navigation.to(here, navigation.open_questions(here)[0].id)
        case TypedAnswer(page_builders.TO_SKIPPED):
            return navigation.mend(here, navigation.skipped(here)[0].id)
        case TypedAnswer(str(chosen)):
            return navigation.mend(here, chosen)
        case _:
            return navigation.to(here, here.back_to) if here.back_to else navigation.back(here)
