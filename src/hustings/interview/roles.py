"""Who answers what: choosing a role to answer only its questions, and who answered what so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hustings.answers.events import Event
from hustings.answers.history.answer_history import changes
from hustings.answers.history.history_lines import overview_lines, since_lines
from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.pages import start_and_end_pages, waiting_pages
from hustings.interview.pages.page import KeyPressed, Page, TypedAnswer
from hustings.interview.pages.waiting_pages import WHO, people_page, waiting_page
from hustings.messages import say


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
        case TypedAnswer(start_and_end_pages.LEAVE):
            raise QuitError
        case KeyPressed("review"):
            return navigation.go_to(anyone, None)
        case KeyPressed("people"):
            return people(conversation, anyone)
        case _:
            return replace(anyone, notices=(), saved="")


def answered_by_whom(position: Navigation, events: Sequence[Event], by: str, sheet: Callable[[str], str]) -> Page:
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
