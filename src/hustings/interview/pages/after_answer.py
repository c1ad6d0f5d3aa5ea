"""What follows an answer: a stop that it brings, notices on other answers, the end of a section, an offer to stop."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import State
from hustings.interview import navigation
from hustings.interview.conversation import Conversation
from hustings.interview.navigation import Move, Navigation
from hustings.interview.pages import overview_pages
from hustings.interview.pages.hard_stop_page import StopNews, hard_stop_page
from hustings.interview.pages.page import KeyPressed, TypedAnswer
from hustings.interview.roles import role_done
from hustings.messages import say, several


def after_answer(conversation: Conversation, move: Move, before: Navigation) -> Navigation:
    """What follows an answer that is saved: the stops that it brings, the end of its section, an offer to stop."""
    position = replace(move.navigation, notices=tuple(_changes(move, before)))
    news = conversation.stops.after(before, position.answers)
    position = replace(position, stops=before.stops if news is None else news.standing)
    if news is not None and _taken_back(conversation, position, before, news):
        return navigation.go_to(replace(position, notices=()), before.current)
    if before.open_at_review is not None:
        return position
    if move.finished_section is None:
        return _offer_stop(conversation, position)
    summary = conversation.summary(position.pack, position.answers, move.finished_section.id)
    reply = conversation.ask(overview_pages.closing_page(position, move.finished_section, summary), position)
    position = replace(position, notices=(), saved="")
    match reply:
        case KeyPressed("review"):
            return navigation.go_to(position, None)
        case KeyPressed("back"):
            return navigation.go_to(position, before.current)
        case _:
            return _offer_stop(conversation, position)


def _taken_back(conversation: Conversation, position: Navigation, before: Navigation, news: StopNews) -> bool:
    """Show the stops that an answer brings; whether the user goes back to that answer instead of on."""
    for stop in news.new:
        reply = conversation.ask(hard_stop_page(before, position, stop), position)
        if isinstance(reply, KeyPressed) and reply.key == "back":
            return True
    return False


def _offer_stop(conversation: Conversation, position: Navigation) -> Navigation:
    """Offer once to stop, in an adaptive interview where more answers no longer matter; or when a role is done."""
    if position.role and position.current is not None and not navigation.of_role(position):
        return role_done(conversation, position)
    if conversation.why_stop is None or position.stop_offered or position.current is None:
        return position
    if not (why := conversation.why_stop(position)):
        return position
    reply = conversation.ask(overview_pages.stop_page(position, why), position)
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
    had_evidence = before.answer is not None and before.answer.reference and before.answer.state is State.ANSWERED
    answer = move.navigation.answers[before.question.id]
    if had_evidence and before.answer is not None and answer.reference and answer.value != before.answer.value:
        notices.append(say("The proof you gave before still stands with the new answer."))
    return notices
