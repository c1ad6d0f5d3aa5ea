"""What waits for whom: a role's questions to choose, the page when all of them are answered, and who answered what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from hustings.answers.display import campaign_name
from hustings.answers.events import State
from hustings.interview.navigation import Navigation, open_questions
from hustings.interview.pages.overview_pages import overview_head
from hustings.interview.pages.page import Option, Page, PageLine
from hustings.interview.pages.page_builders import GO_ON
from hustings.interview.pages.page_text import here, time_left
from hustings.interview.pages.start_and_end_pages import LEAVE
from hustings.messages import say, several
from hustings.pack.questionnaire import Question

WHO = ":who"


def waiting_page(navigation: Navigation) -> Page:
    """The roles for which questions wait: choosing one asks only those."""
    return Page(
        "one",
        say("What waits for whom?"),
        lines=(PageLine(say("Choose who is here: only those questions are asked then."), "quiet"),),
        options=(*_roles(navigation), Option(WHO, say("Who answered what"), letter="w")),
        keys=("back", "quit"),
        closable=True,
        state="waiting",
        head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)),
    )


def _roles(navigation: Navigation) -> Iterator[Option]:
    for role in navigation.pack.questionnaire.roles:
        open_ = [question for question in open_questions(navigation) if question.role == role.id]
        unknown = [question for question in to_find_out(navigation) if question.role == role.id]
        if open_ or unknown:
            counts = _counts(open_, unknown)
            yield Option(role.id, f"{role.title}: {counts}", short=role.title, beside=counts)


def to_find_out(navigation: Navigation) -> tuple[Question, ...]:
    """The questions that apply whose answer nobody knew yet."""
    given = navigation.answers
    return tuple(q for q in navigation.applicable if q.id in given and given[q.id].state is State.DONT_KNOW)


def _counts(open_: Sequence[Question], unknown: Sequence[Question]) -> str:
    parts = (
        several(len(open_), "{n} question", "{n} questions") if open_ else "",
        several(len(unknown), "{n} to find out", "{n} to find out") if unknown else "",
    )
    minutes = ceil(sum((question.minutes for question in (*open_, *unknown)), Fraction()))
    return say("{what}, {n} min", what=", ".join(part for part in parts if part), n=minutes)


def role_done_page(navigation: Navigation) -> Page:
    """The page after the last question of a role: leave, or go on with those of the others."""
    others = several(len(open_questions(navigation)), "{n} question", "{n} questions")
    left = time_left(replace(navigation, role=""))
    return Page(
        "one",
        say("{role}: all answered", role=here(navigation)),
        lines=(PageLine(say("Everything is saved."), "quiet"),),
        notices=navigation.notices,
        options=(
            Option(LEAVE, say("Leave for now")),
            Option(GO_ON.id, say("Go on with what others know"), beside=", ".join([others, *left[:1]])),
        ),
        initial=LEAVE,
        keys=("review", "people", "quit"),
        state="role_done",
        saved=navigation.saved,
        head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)),
    )


def people_page(navigation: Navigation, parts: Iterable[Iterable[str]]) -> Page:
    """Who answered what, and what changed since somebody was here: paragraphs of lines."""
    page = Page(
        "go",
        say("Who answered what"),
        lines=tuple(_paragraphs(parts)),
        options=(Option("go_on", say("Go on")),),
        keys=("quit",),
        closable=True,
        state="people",
    )
    return replace(page, head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)))


def _paragraphs(parts: Iterable[Iterable[str]]) -> Iterator[PageLine]:
    for part in parts:
        yield PageLine("")
        yield from map(_line, part)


def _line(words: str) -> PageLine:
    """A line of a paragraph: one that begins with blanks belongs to that above, one that ends with a colon leads."""
    if words.startswith(" "):
        return PageLine(words.strip(), "quiet", sign="below")
    return PageLine(words, "strong" if words.endswith(":") else "plain")
