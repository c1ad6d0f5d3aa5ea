"""The interview: one page after another, each answer on disk before the next page appears.

It is the same for every face. A face shows pages, `navigation` finds the next page, and this module writes to the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hustings.answers.accept import Refusal, accept, too_long
from hustings.answers.events import Answer, State
from hustings.answers.parse import state_answer
from hustings.answers.typed_dates import date_order
from hustings.interview import editions, navigation
from hustings.interview.conversation import Conversation
from hustings.interview.navigation import Draft, Navigation
from hustings.interview.pages import overview_pages, page_builders, start_and_end_pages
from hustings.interview.pages.after_answer import after_answer
from hustings.interview.pages.page import KeyPressed, Page, TypedAnswer
from hustings.interview.pages.page_text import answer_words
from hustings.interview.roles import people
from hustings.messages import say
from hustings.scoring import implausible_dates
from hustings.text import clean, one_line

TextPage = Callable[[Navigation, Sequence[str], str | None], Page]
"""A function that builds a page for a short text, from notices and a draft."""


def run_interview(conversation: Conversation, position: Navigation, *, new: bool) -> str:
    """Run the interview until it is finished: what is to be done next. Raises `QuitError` if the user quits before."""
    if new:
        position = _welcomed(conversation, position)
    current: Navigation | None = position if new else _resumed(conversation, position)
    while current is not None and (not current.finished or not conversation.face.passes):
        if current.finished or (current.ended and not navigation.open_questions(current)):
            ended = _ended(conversation, replace(current, finished=False))
            if isinstance(ended, str):
                return ended
            current = ended
            continue
        current = review(conversation, current) if current.current is None else question(conversation, current)
    return ""


def _welcomed(conversation: Conversation, position: Navigation) -> Navigation:
    """Begin, with as much as is wanted."""
    while isinstance(
        reply := conversation.ask(start_and_end_pages.welcome_page(position, conversation.file), position), KeyPressed
    ):
        position = KEY_ACTIONS[reply.key](conversation, position)
    return position


def _ended(conversation: Conversation, position: Navigation) -> Navigation | str:
    """What to do after the last question, or where to go on; a face without screen always looks over the answers."""
    more = editions.larger(conversation, position)
    match conversation.show(start_and_end_pages.finish_page(position, conversation.today(), more)):
        case TypedAnswer(start_and_end_pages.ANSWERS) | TypedAnswer(""):
            return replace(position, ended=False, current=None)
        case TypedAnswer(start_and_end_pages.LARGER) if more is not None:
            return editions.in_edition(conversation, position, more.edition.id)
        case KeyPressed("team"):
            return start_and_end_pages.WORKSHOP
        case TypedAnswer(str(then)):
            return then
        case _:
            return ""


def _resumed(conversation: Conversation, position: Navigation) -> Navigation:
    """Where to go on: where it was left, unless something else is chosen."""
    if conversation.resumed is None or position.current is None:
        return position
    match conversation.ask(conversation.resumed(position), position):
        case KeyPressed(key) if key in KEY_ACTIONS:
            moved = KEY_ACTIONS[key](conversation, position)
            return _resumed(conversation, moved) if moved.role == position.role else moved
        case TypedAnswer(start_and_end_pages.BEFORE_IT):
            return navigation.go_to(position, start_and_end_pages.open_before(position)[0].id)
        case TypedAnswer(start_and_end_pages.ALL_SECTIONS):
            return _sections(conversation, position)
        case TypedAnswer(start_and_end_pages.ALL_ANSWERS):
            return navigation.go_to(position, None)
        case _:
            return position


def question(conversation: Conversation, position: Navigation) -> Navigation:
    """Ask one question; the position after the reply."""
    match conversation.ask(page_builders.question_page(position, conversation.today()), position):
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
    notices = (*doubts, say("If it is right, press Enter once more; otherwise type it again.")) if doubts else ()
    return () if notices == position.notices else notices


def _dont_know(conversation: Conversation, position: Navigation) -> Navigation:
    if position.question.na and not position.question.choices:
        reply = conversation.ask(page_builders.other_page(position), position)
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
        match conversation.ask(page(position, notices, draft), position):
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
    move = navigation.take_answer(position, answer)
    saved = "" if answer.state is State.BLANK else one_line(answer_words(position.question, answer))
    return after_answer(conversation, replace(move, navigation=replace(move.navigation, saved=saved)), position)


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


# --- keys --------------------------------------------------------------------------------------------------


def _back(_conversation: Conversation, position: Navigation) -> Navigation:
    return navigation.back(position)


def _forward(_conversation: Conversation, position: Navigation) -> Navigation:
    return navigation.forward(position)


def _help(conversation: Conversation, position: Navigation) -> Navigation:
    conversation.ask(page_builders.help_page(position), position)
    return navigation.stay(position, draft=position.draft)


def _note(conversation: Conversation, position: Navigation) -> Navigation:
    note = _ask_for_text(conversation, position, page_builders.note_page)
    return (
        navigation.stay(position, draft=position.draft)
        if note is None
        else _save_note(conversation, position, replace(_answer_or_blank(position), note=note))
    )


def _proof(conversation: Conversation, position: Navigation) -> Navigation:
    match conversation.ask(page_builders.grade_page(position), position):
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


def _find(conversation: Conversation, position: Navigation) -> Navigation:
    """Look for a question, and go there; from the review, to change its answer."""
    match conversation.ask(overview_pages.find_page(position), position):
        case TypedAnswer(str(name)) if position.current is None:
            return navigation.change_answer(position, name)
        case TypedAnswer(str(name)):
            return navigation.go_to(position, name)
        case _:
            return navigation.stay(position, draft=position.draft)


def _sections(conversation: Conversation, position: Navigation) -> Navigation:
    match conversation.ask(overview_pages.sections_page(position), position):
        case TypedAnswer(str(section)):
            return navigation.go_to_section(position, section)
        case KeyPressed(key) if key in KEY_ACTIONS and key != "back":
            return KEY_ACTIONS[key](conversation, position)
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
    "edition": editions.edition,
    "find": _find,
    "people": people,
}


def review(conversation: Conversation, position: Navigation) -> Navigation | None:
    """Show the review of all answers; None if the interview is finished. On a screen, the page at its end follows."""
    ended = None if conversation.face.passes else replace(position, ended=True)
    match conversation.ask(overview_pages.review_page(position), position):
        case TypedAnswer(overview_pages.FINISH.id):
            return ended
        case TypedAnswer(overview_pages.TO_OPEN):
            return navigation.go_to(position, navigation.first_open(position))
        case TypedAnswer(overview_pages.TO_SKIPPED):
            return navigation.change_answer(position, navigation.skipped(position)[0].id)
        case TypedAnswer(str(chosen)):
            return navigation.change_answer(position, chosen)
        case KeyPressed("edition" | "find" | "people" as key):
            return KEY_ACTIONS[key](conversation, position)
        case _ if position.return_to:
            return navigation.go_to(position, position.return_to)
        case _:
            at_the_end = ended is not None and not navigation.open_questions(position)
            return ended if at_the_end else navigation.back(position)
