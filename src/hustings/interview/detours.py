"""Away from the question and back: another edition, a question that is looked for, and what waits for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from hustings.answers.events import EDITION, Answer, Event, State
from hustings.answers.flow import progress
from hustings.answers.history.answer_history import changes
from hustings.answers.history.history_lines import overview_lines, since_lines
from hustings.answers.replay import replay
from hustings.answers.versions.compatibility import fitting
from hustings.interview import navigation
from hustings.interview.asking import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.pages import sitting_pages, waiting_pages
from hustings.interview.pages.page import KeyPressed, Page, TypedAnswer
from hustings.interview.pages.side_pages import EditionLeft, edition_page, find_page, people_page
from hustings.interview.pages.waiting_pages import WHO, waiting_page
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack


def find(conversation: Conversation, position: Navigation) -> Navigation:
    """Look for a question, and go there; from the review, to change its answer."""
    match conversation.ask(find_page(position), position):
        case TypedAnswer(str(name)) if position.current is None:
            return navigation.change_answer(position, name)
        case TypedAnswer(str(name)):
            return navigation.go_to(position, name)
        case _:
            return navigation.stay(position, draft=position.draft)


def people(conversation: Conversation, position: Navigation) -> Navigation:
    """What waits for whom: choose a role to answer its questions, or see who answered what."""
    page, stayed = waiting_page(position), navigation.stay(position, draft=position.draft)
    reply = conversation.ask(page, position) if len(page.options) > 1 else TypedAnswer(WHO)
    match reply:
        case TypedAnswer(waiting_pages.WHO) if conversation.people is not None:
            conversation.ask(conversation.people(position), position)
            return stayed
        case TypedAnswer(str(role)) if role != WHO:
            return _of(position, role)
        case _:
            return stayed


def _of(position: Navigation, role: str) -> Navigation:
    """The first question of a role: an open one, or else one to find out."""
    asked = replace(position, role=role, order=None)
    open_ = navigation.of_role(asked)
    unknown = tuple(question for question in waiting_pages.to_find_out(asked) if question.role == role)
    return navigation.go_to(asked, (*open_, *unknown)[0].id)


def role_done(conversation: Conversation, position: Navigation) -> Navigation:
    """After the last question of a role: leave, or go on with those of the others."""
    anyone = replace(position, role="")
    match conversation.ask(waiting_pages.role_done_page(position), position):
        case TypedAnswer(sitting_pages.LEAVE):
            raise QuitError
        case KeyPressed("review"):
            return navigation.go_to(anyone, None)
        case KeyPressed("people"):
            return people(conversation, anyone)
        case _:
            return replace(anyone, notices=(), saved="")


def told_of_people(position: Navigation, events: Sequence[Event], by: str, sheet: Callable[[str], str]) -> Page:
    """Who answered what, and since when. `by`: who is here; `sheet`: the command that prints a role's questions."""
    pack = position.pack
    made = tuple(changes(_here(event) for event in events))
    since = (tuple(since_lines(pack.questions, made, by)),) if by else ()
    printed = say("What waits for one of you, to print: {command}", command=sheet(_a_role(position)))
    waits = ((printed,),) if navigation.open_questions(position) and pack.questionnaire.roles else ()
    return people_page(position, (*since, tuple(overview_lines(pack.questions, made, all_=False)), *waits))


def _a_role(position: Navigation) -> str:
    """A role for which a question waits, or else the first."""
    roles = [role.id for role in position.pack.questionnaire.roles]
    waiting = [question.role for question in navigation.open_questions(position) if question.role in roles]
    return (waiting or roles or [""])[0]


def _here(event: Event) -> Event:
    """An event at the time that the clock here shows."""
    return replace(event, at=event.at.astimezone())


# --- editions ----------------------------------------------------------------------------------------------


def edition(conversation: Conversation, position: Navigation) -> Navigation:
    """Choose how much is asked, and go on with that."""
    if conversation.complete is None:
        return position
    left = tuple(editions_left(conversation, conversation.complete))
    match conversation.ask(edition_page(position, left), position):
        case TypedAnswer(str(name)) if name != position.pack.edition:
            return in_edition(conversation, position, name)
        case _:
            return navigation.stay(position, draft=position.draft)


def in_edition(conversation: Conversation, position: Navigation, name: str) -> Navigation:
    """The same place in another edition, which is kept with the answers."""
    assert conversation.complete is not None
    conversation.log.append(EDITION, Answer(State.ANSWERED, name))
    pack = scoped(conversation.complete, name)
    answers, _ = fitting(pack, replay(conversation.log.events()))
    return navigation.in_pack(position, pack, answers)


def editions_left(conversation: Conversation, complete: Pack) -> Iterator[EditionLeft]:
    """Each edition with what is open in it."""
    given = replay(conversation.log.events())
    for one in complete.questionnaire.editions:
        pack = scoped(complete, one.id)
        answers, _ = fitting(pack, given)
        ahead = progress(pack, answers)
        yield EditionLeft(one, ahead.left, ceil(ahead.minutes_left))


def larger(conversation: Conversation, position: Navigation) -> EditionLeft | None:
    """The next larger edition, if it asks more than was answered."""
    if conversation.complete is None:
        return None
    left = list(editions_left(conversation, conversation.complete))
    here = next((at for at, one in enumerate(left) if one.edition.id == position.pack.edition), len(left))
    return next((one for one in left[here + 1 :] if one.questions), None)
