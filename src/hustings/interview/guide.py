"""The conversation: one page after another, each answer on disk before the next page appears.

The same for every face. A face shows pages; the walk says where a step leads; here they meet the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hustings.answers.accept import Refusal, accept, too_long
from hustings.answers.dates import date_order
from hustings.answers.events import Answer, State
from hustings.answers.given import state_answer
from hustings.answers.log import Log
from hustings.interview import pages, walk
from hustings.interview.page import Face, Given, Page, Pressed, Reply, Summary
from hustings.interview.walk import Draft, Step, Walk
from hustings.messages import say, several, spelled_date
from hustings.scoring import odd_dates
from hustings.text import clean

Writing = Callable[[Walk, Sequence[str], str | None], Page]
"""A page for a few words: with notices, and what was typed there before."""


class LeftError(Exception):
    """Somebody saves and quits. `interrupted`: by Ctrl-C."""

    def __init__(self, *, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


@dataclass(frozen=True, slots=True)
class Talk:
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
        if isinstance(reply, Pressed) and reply.key == "quit":
            raise LeftError
        return reply


def guide(talk: Talk, here: Walk, *, new: bool) -> None:
    """Hold the conversation until it is finished. Raises `LeftError` if it is left before."""
    if new:
        talk.ask(pages.welcome_page(here))
    turn: Walk | None = here
    while turn is not None:
        turn = review(talk, turn) if turn.at is None else question(talk, turn)


def question(talk: Talk, here: Walk) -> Walk:
    """One question: what came back leads on."""
    match talk.ask(pages.question_page(here)):
        case Given(raw):
            return _given(talk, here, raw)
        case Pressed("dont_know"):
            return _dont_know(talk, here)
        case Pressed("na"):
            return _na(talk, here)
        case Pressed("skip"):
            return _skipped(talk, here)
        case Pressed(key, draft):
            return ELSEWHERE[key](talk, replace(here, draft=draft))


def _given(talk: Talk, here: Walk, raw: Draft) -> Walk:
    order = date_order(here.pack, here.answers) if here.question.type == "date" else None
    value = accept(here.question, raw, order)
    if isinstance(value, Refusal):
        return walk.staying(here, str(value), draft=raw)
    answer = Answer(State.ANSWERED, value)
    if doubts := _doubts(talk, here, answer):
        return walk.staying(here, *doubts, draft=raw)
    return _take(talk, here, answer)


def _doubts(talk: Talk, here: Walk, answer: Answer) -> tuple[str, ...]:
    """What looks mistyped is asked about once; the same again is meant."""
    if here.answer is not None and here.answer.value == answer.value:
        return ()
    said = odd_dates.doubts(here.pack, here.answers, here.question.id, answer, talk.today())
    asked = (*said, say("If it is right, press Enter once more; otherwise type it anew.")) if said else ()
    return () if asked == here.notices else asked


def _dont_know(talk: Talk, here: Walk) -> Walk:
    if here.question.na and not here.question.choices:
        reply = talk.ask(pages.other_page(here))
        if isinstance(reply, Pressed) and reply.key == "na":
            return _na(talk, here)
        if isinstance(reply, Pressed) and reply.key == "back":
            return walk.staying(here)
    return _state(talk, here, State.DONT_KNOW)


def _na(talk: Talk, here: Walk) -> Walk:
    reason = _written(talk, here, pages.reason_page)
    while reason == "":
        missing = say("A reason is needed: without one, the question counts as open.")
        reason = _written(talk, here, pages.reason_page, missing)
    return _state(talk, here, State.NA, reason) if reason else walk.staying(here)


def _written(talk: Talk, here: Walk, page: Writing, *notices: str) -> str | None:
    """A few words beside an answer; None if somebody left the page. What is too long stays in the line."""
    draft: str | None = None
    while True:
        match talk.ask(page(here, notices, draft)):
            case Given(str(words)):
                if (long := too_long(clean(words))) is None:
                    return clean(words)
                notices, draft = (str(long),), words
            case _:
                return None


def _skipped(talk: Talk, here: Walk) -> Walk:
    if here.answer is not None and here.answer.state is not State.BLANK:
        return walk.onward(here)
    return _state(talk, here, State.BLANK)


def _state(talk: Talk, here: Walk, state: State, reason: str = "") -> Walk:
    answer = state_answer(here.question, state, reason)
    return walk.staying(here, str(answer)) if isinstance(answer, Refusal) else _take(talk, here, answer)


def _take(talk: Talk, here: Walk, answer: Answer) -> Walk:
    """Put an answer on disk, unless it is what was said already, and go on."""
    answer = _with_notes(here, answer)
    if answer != here.answer:
        talk.log.append(here.question.id, answer)
    return _after(talk, walk.answered(here, answer), here)


def _with_notes(here: Walk, answer: Answer) -> Answer:
    """A new answer keeps the note; proof stays only with something to prove."""
    old = here.answer
    if old is None:
        return answer
    proof = answer.state in (State.ANSWERED, State.BLANK)
    return replace(answer, note=old.note, grade=old.grade if proof else 0, reference=old.reference if proof else "")


def _after(talk: Talk, step: Step, before: Walk) -> Walk:
    here = replace(step.walk, notices=tuple(_changes(step, before)))
    if step.closed is None or before.mending is not None:
        return here
    said = talk.summary(here.pack, here.answers, step.closed.id)
    reply = talk.ask(pages.closing_page(here, step.closed, said))
    here = replace(here, notices=())
    return walk.to(here, None) if isinstance(reply, Pressed) and reply.key == "review" else here


def _changes(step: Step, before: Walk) -> list[str]:
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


def _back(_talk: Talk, here: Walk) -> Walk:
    return walk.back(here)


def _forward(_talk: Talk, here: Walk) -> Walk:
    return walk.forward(here)


def _help(talk: Talk, here: Walk) -> Walk:
    talk.ask(pages.help_page(here))
    return walk.staying(here, draft=here.draft)


def _note(talk: Talk, here: Walk) -> Walk:
    note = _written(talk, here, pages.note_page)
    return (
        walk.staying(here, draft=here.draft) if note is None else _kept(talk, here, replace(_so_far(here), note=note))
    )


def _proof(talk: Talk, here: Walk) -> Walk:
    match talk.ask(pages.grade_page(here)):
        case Given(str(chosen)):
            grade = int(chosen.removeprefix("E"))
        case _:
            return walk.staying(here, draft=here.draft)
    reference = _written(talk, here, pages.reference_page) if grade else ""
    if reference is None:
        return walk.staying(here, draft=here.draft)
    return _kept(talk, here, replace(_so_far(here), grade=grade, reference=reference))


def _so_far(here: Walk) -> Answer:
    return here.answer or Answer(State.BLANK)


def _kept(talk: Talk, here: Walk, answer: Answer) -> Walk:
    """A note or proof goes on disk at once; what was being answered is still being answered."""
    if answer != _so_far(here):
        talk.log.append(here.question.id, answer)
        here = walk.noted(here, answer)
    return walk.staying(here, draft=here.draft)


def _sections(talk: Talk, here: Walk) -> Walk:
    match talk.ask(pages.sections_page(here)):
        case Given(str(section)):
            return walk.to_section(here, section)
        case _:
            return walk.staying(here, draft=here.draft)


def _review(_talk: Talk, here: Walk) -> Walk:
    return walk.to(here, None)


ELSEWHERE: dict[str, Callable[[Talk, Walk], Walk]] = {
    "back": _back,
    "forward": _forward,
    "help": _help,
    "note": _note,
    "proof": _proof,
    "sections": _sections,
    "review": _review,
}


def review(talk: Talk, here: Walk) -> Walk | None:
    """All answers; None when it is finished."""
    match talk.ask(pages.review_page(here)):
        case Given(pages.FINISH.id):
            return None
        case Given(pages.TO_OPEN):
            return walk.to(here, walk.open_questions(here)[0].id)
        case Given(pages.TO_SKIPPED):
            return walk.mend(here, walk.skipped(here)[0].id)
        case Given(str(chosen)):
            return walk.mend(here, chosen)
        case _:
            return walk.to(here, here.back_to) if here.back_to else walk.back(here)
