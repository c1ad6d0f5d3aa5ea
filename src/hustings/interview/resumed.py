"""Coming back: when the last answer was given and by whom, and what others answered after one's own last answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from hustings.answers.events import Event
from hustings.interview.navigation import Navigation
from hustings.interview.pages.page import Page
from hustings.interview.pages.start_and_end_pages import resume_page
from hustings.messages import listed, say, several, spelled_date


def resumed_page(navigation: Navigation, events: Sequence[Event], by: str = "") -> Page:
    """The page for somebody who comes back. `by`: their name; without one, nothing is shown about others."""
    given = [event for event in events if event.question in navigation.pack.questions and event.answer is not None]
    return resume_page(navigation, _last(given), tuple(_news(navigation, given, by)))


def _last(given: Sequence[Event]) -> str:
    """When the last answer was given, and by whom."""
    if not given:
        return ""
    at = _here(given[-1].at)
    when = say("{day}, {time}", day=spelled_date(at.date()), time=f"{at:%H:%M}")
    if given[-1].by:
        return say("Last time: {when}, by {who}.", when=when, who=given[-1].by)
    return say("Last time: {when}.", when=when)


def _here(at: datetime) -> datetime:
    """A time as the clock here shows it."""
    return at.astimezone()


def _news(navigation: Navigation, given: Sequence[Event], by: str) -> Iterator[str]:
    """What others answered after the last answer of this person: how many questions, under which sections."""
    own = max((number for number, event in enumerate(given) if event.by == by), default=None) if by else None
    if own is None:
        return
    titles = {section.id: section.title for section in navigation.pack.questionnaire.sections}
    later = given[own + 1 :]
    for who in dict.fromkeys(event.by for event in later):
        names = list(dict.fromkeys(event.question for event in later if event.by == who))
        where = listed(list(dict.fromkeys(titles[navigation.pack.questions[name].section] for name in names)))
        yield several(
            len(names),
            "{who} answered {n} question since, under {where}.",
            "{who} answered {n} questions since, under {where}.",
            who=who or say("Somebody"),
            where=where,
        )
