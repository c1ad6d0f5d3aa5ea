"""The edition of an interview: how much is asked, changed before, during or after it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from hustings.answers.events import EDITION, Answer, State
from hustings.answers.minutes_left import progress
from hustings.answers.replay import replay
from hustings.answers.versions.compatibility import fitting
from hustings.interview import navigation
from hustings.interview.conversation import Conversation
from hustings.interview.navigation import Navigation
from hustings.interview.pages.edition_page import EditionLeft, edition_page
from hustings.interview.pages.page import TypedAnswer
from hustings.pack.editions import scoped
from hustings.pack.model import Pack


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
