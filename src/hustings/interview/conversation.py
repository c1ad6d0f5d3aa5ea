"""The interview: one page after another, each answer on disk before the next page appears.

It is the same for every face. A face shows pages, `navigation` finds the next page, and this module writes to the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hustings.answers.accept import Refusal, accept, too_long
from hustings.answers.events import Answer, Log, State
from hustings.answers.parse import state_answer
from hustings.answers.typed_dates import date_order
from hustings.interview import navigation, overview_pages, page_builders
from hustings.interview.navigation import Draft, Move, Navigation
from hustings.interview.page import Face, KeyPressed, Page, Reply, Summary, TypedAnswer
from hustings.messages import say, several, spelled_date
from hustings.scoring import implausible_dates
from hustings.text import clean

TextPage = Callable[[Navigation, Sequence[str], str | None], Page]
"""A function that builds a page for a short text, from notices and a draft."""


class QuitError(Exception):
    """The user saves and quits. `interrupted`: by Ctrl-C."""

    def __init__(self, *, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


@dataclass(frozen=True, slots=True)
class Conversation:
    """The parts of an interview: the face that shows pages, the log for answers, and the summary after a section.

    `why_stop`: in an adaptive interview, why asking may stop now; nothing while it should go on.
    """

    face: Face
    log: Log
    summary: Summary
    today: Callable[[], date] = date.today
    why_stop: Callable[[Navigation], str] | None = None

    def ask(self, page: Page) -> Reply:
        """Show a page. Raises `QuitError` if the reply is to quit, in whatever form."""
        try:
            reply = self.face.ask(page)
        except KeyboardInterrupt:
            raise QuitError(interrupted=True) from None
        except EOFError:
            raise QuitError from None
        if isinstance(reply, KeyPressed) and reply.key == "quit":
            raise QuitError
        return reply


def run_interview(conversation: Conversation, position: Navigation, *, new: bool) -> None:
    """Run the interview until it is finished. Raises `QuitError` if the user quits before."""
    if new:
        conversation.ask(overview_pages.welcome_page(position))
    current: Navigation | None = position
    while current is not None and not current.finished:
        current = review(conversation, current) if current.current is None else question(conversation, current)


def question(conversation: Conversation, position: Navigation) -> Navigation:
    """Ask one question; the position after the reply."""
    match conversation.ask(page_builders.question_page(position)):
        case TypedAnswer(raw):
            return _take_typed(conversation, position, raw)
        case KeyPressed("dont_know"):
            return _dont_know(conversation, position)
        case KeyPressed("na"):
            return _na(conversation, position)
        case KeyPressed("skip"):
            return _skipped(conversation, position)
        case KeyPressed(key, draft):
            return KEY_ACTIONS[key](conversation, replace(position, draft=draft))


def _take_typed(conversation: Conversation, position: Navigation, raw: Draft) -> Navigation:
    order = date_order(position.pack, position.answers) if position.question.type == "date" else None
    value = accept(position.question, raw, order)
    if isinstance(value, Refusal):
        return navigation.stay(position, str(value), draft=raw)
    answer = Answer(State.ANSWERED, value)
    if doubts := _doubts(conversation, position, answer):
        return navigation.stay(position, *doubts, draft=raw)
    return _take(conversation, position, answer)


def _doubts(conversation: Conversation, position: Navigation, answer: Answer) -> tuple[str, ...]:
    """Ask once about a value that looks mistyped; typed again, it is accepted."""
    if position.answer is not None and position.answer.value == answer.value:
        return ()
    doubts = implausible_dates.doubts(
        position.pack, position.answers, position.question.id, answer, conversation.today()
    )
    notices = (*doubts, say("If it is right, press Enter once more; otherwise type it anew.")) if doubts else ()
    return () if notices == position.notices else notices


def _dont_know(conversation: Conversation, position: Navigation) -> Navigation:
    if position.question.na and not position.question.choices:
        reply = conversation.ask(page_builders.other_page(position))
        if isinstance(reply, KeyPressed) and reply.key == "na":
            return _na(conversation, position)
        if isinstance(reply, KeyPressed) and reply.key == "back":
            return navigation.stay(position)
    return _take_state(conversation, position, State.DONT_KNOW)


def _na(conversation: Conversation, position: Navigation) -> Navigation:
    reason = _ask_for_text(conversation, position, page_builders.reason_page)
    while reason == "":
        missing = say("A reason is needed: without one, the question counts as open.")
        reason = _ask_for_text(conversation, position, page_builders.reason_page, missing)
    return _take_state(conversation, position, State.NA, reason) if reason else navigation.stay(position)


def _ask_for_text(conversation: Conversation, position: Navigation, page: TextPage, *notices: str) -> str | None:
    """Ask for a short text; None if the user left the page. A text that is too long stays in the input."""
    draft: str | None = None
    while True:
        match conversation.ask(page(position, notices, draft)):
            case TypedAnswer(str(typed)):
                if (refusal := too_long(clean(typed))) is None:
                    return clean(typed)
                notices, draft = (str(refusal),), typed
            case _:
                return None


def _skipped(conversation: Conversation, position: Navigation) -> Navigation:
    if position.answer is not None and position.answer.state is not State.BLANK:
        return navigation.go_to_next_open(position)
    return _take_state(conversation, position, State.BLANK)


def _take_state(conversation: Conversation, position: Navigation, state: State, reason: str = "") -> Navigation:
    answer = state_answer(position.question, state, reason)
    return (
        navigation.stay(position, str(answer)) if isinstance(answer, Refusal) else _take(conversation, position, answer)
    )


def _take(conversation: Conversation, position: Navigation, answer: Answer) -> Navigation:
    """Save an answer, unless it is the same as before, and go on."""
    answer = _with_notes(position, answer)
    if answer != position.answer:
        conversation.log.append(position.question.id, answer)
    return _after_answer(conversation, navigation.take_answer(position, answer), position)


def _with_notes(position: Navigation, answer: Answer) -> Answer:
    """The new answer with the note of the old one, and with its evidence unless the new state needs none."""
    earlier = position.answer
    if earlier is None:
        return answer
    keeps_evidence = answer.state in (State.ANSWERED, State.BLANK)
    return replace(
        answer,
        note=earlier.note,
        grade=earlier.grade if keeps_evidence else 0,
        reference=earlier.reference if keeps_evidence else "",
    )


def _after_answer(conversation: Conversation, move: Move, before: Navigation) -> Navigation:
    position = replace(move.navigation, notices=tuple(_changes(move, before)))
    if before.open_at_review is not None:
        return position
    if move.finished_section is None:
        return _offer_stop(conversation, position)
    summary = conversation.summary(position.pack, position.answers, move.finished_section.id)
    reply = conversation.ask(overview_pages.closing_page(position, move.finished_section, summary))
    position = replace(position, notices=())
    if isinstance(reply, KeyPressed) and reply.key == "review":
        return navigation.go_to(position, None)
    return _offer_stop(conversation, position)


def _offer_stop(conversation: Conversation, position: Navigation) -> Navigation:
    """Offer once to stop, in an adaptive interview where more answers no longer matter."""
    if conversation.why_stop is None or position.stop_offered or position.current is None:
        return position
    if not (why := conversation.why_stop(position)):
        return position
    reply = conversation.ask(overview_pages.stop_page(position, why))
    position = replace(position, stop_offered=True, notices=())
    match reply:
        case TypedAnswer(overview_pages.STOP_HERE.id):
            return replace(position, finished=True)
        case KeyPressed("review"):
            return navigation.go_to(position, None)
        case _:
            return position


def _changes(move: Move, before: Navigation) -> list[str]:
    """Notices on what a changed answer did to other answers."""
    notices = list[str]()
    if move.hidden:
        notices.append(
            several(
                len(move.hidden),
                "{n} answer no longer counts; it stays in the history.",
                "{n} answers no longer count; they stay in the history.",
            )
        )
    if move.returned:
        note = several(len(move.returned), "{n} earlier answer counts again.", "{n} earlier answers count again.")
        notices.append(note)
    if isinstance(day := move.navigation.answers[before.question.id].value, date):
        notices.append(say("Saved: {date}.", date=spelled_date(day)))
    had_evidence = before.answer is not None and before.answer.reference and before.answer.state is State.ANSWERED
    answer = move.navigation.answers[before.question.id]
    if had_evidence and before.answer is not None and answer.reference and answer.value != before.answer.value:
        notices.append(say("The proof you gave before still stands with the new answer."))
    return notices


# --- keys --------------------------------------------------------------------------------------------------


def _back(_conversation: Conversation, position: Navigation) -> Navigation:
    return navigation.back(position)


def _forward(_conversation: Conversation, position: Navigation) -> Navigation:
    return navigation.forward(position)


def _help(conversation: Conversation, position: Navigation) -> Navigation:
    conversation.ask(page_builders.help_page(position))
    return navigation.stay(position, draft=position.draft)


def _note(conversation: Conversation, position: Navigation) -> Navigation:
    note = _ask_for_text(conversation, position, page_builders.note_page)
    return (
        navigation.stay(position, draft=position.draft)
        if note is None
        else _save_note(conversation, position, replace(_answer_or_blank(position), note=note))
    )


def _proof(conversation: Conversation, position: Navigation) -> Navigation:
    match conversation.ask(page_builders.grade_page(position)):
        case TypedAnswer(str(chosen)):
            grade = int(chosen.removeprefix("E"))
        case _:
            return navigation.stay(position, draft=position.draft)
    reference = _ask_for_text(conversation, position, page_builders.reference_page) if grade else ""
    if reference is None:
        return navigation.stay(position, draft=position.draft)
    return _save_note(conversation, position, replace(_answer_or_blank(position), grade=grade, reference=reference))


def _answer_or_blank(position: Navigation) -> Answer:
    return position.answer or Answer(State.BLANK)


def _save_note(conversation: Conversation, position: Navigation, answer: Answer) -> Navigation:
    """Save a note or evidence at once, and stay at the question."""
    if answer != _answer_or_blank(position):
        conversation.log.append(position.question.id, answer)
        position = navigation.with_note(position, answer)
    return navigation.stay(position, draft=position.draft)


def _sections(conversation: Conversation, position: Navigation) -> Navigation:
    match conversation.ask(overview_pages.sections_page(position)):
        case TypedAnswer(str(section)):
            return navigation.go_to_section(position, section)
        case _:
            return navigation.stay(position, draft=position.draft)


def _review(_conversation: Conversation, position: Navigation) -> Navigation:
    return navigation.go_to(position, None)


KEY_ACTIONS: dict[str, Callable[[Conversation, Navigation], Navigation]] = {
    "back": _back,
    "forward": _forward,
    "help": _help,
    "note": _note,
    "proof": _proof,
    "sections": _sections,
    "review": _review,
}


def review(conversation: Conversation, position: Navigation) -> Navigation | None:
    """Show the review of all answers; None if the interview is finished."""
    match conversation.ask(overview_pages.review_page(position)):
        case TypedAnswer(overview_pages.FINISH.id):
            return None
        case TypedAnswer(overview_pages.TO_OPEN):
            return navigation.go_to(position, navigation.first_open(position))
        case TypedAnswer(overview_pages.TO_SKIPPED):
            return navigation.change_answer(position, navigation.skipped(position)[0].id)
        case TypedAnswer(str(chosen)):
            return navigation.change_answer(position, chosen)
        case _:
            return navigation.go_to(position, position.return_to) if position.return_to else navigation.back(position)
