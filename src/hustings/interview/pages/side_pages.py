"""The pages beside the way: how much is asked, a question that is looked for, and who answered what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hustings.answers.display import campaign_name
from hustings.frozen_records import dataclass
from hustings.interview.navigation import Navigation
from hustings.interview.pages.overview_pages import overview_head
from hustings.interview.pages.page import Option, Page, PageLine
from hustings.interview.pages.page_text import answer_words, time_left
from hustings.messages import say, several
from hustings.pack.questionnaire import Edition


@dataclass(frozen=True, slots=True)
class EditionLeft:
    """An edition, how many of its questions are open, and how many minutes they take."""

    edition: Edition
    questions: int
    minutes: int

    @property
    def words(self) -> str:
        """What is still to do in it."""
        if not self.questions:
            return say("all answered")
        count = several(self.questions, "{n} question", "{n} questions")
        return say("{count}, about {n} min", count=count, n=self.minutes)


def edition_page(navigation: Navigation, editions: Sequence[EditionLeft]) -> Page:
    """How much is asked: each edition with what is still open in it, and what it is for."""
    page = Page(
        "one",
        say("How much do you want to answer?"),
        lines=(PageLine(say("Nothing is asked twice; answers count in each."), "quiet"),),
        options=tuple(_edition_option(one, here=one.edition.id == navigation.pack.edition) for one in editions),
        initial=navigation.pack.edition,
        keys=("back", "quit"),
        closable=True,
        state="editions",
    )
    return replace(page, head=overview_head(navigation, campaign_name(navigation.pack, navigation.answers)))


def _edition_option(left: EditionLeft, *, here: bool) -> Option:
    words = say("{words}, as now", words=left.words) if here else left.words
    title, about = left.edition.title, left.edition.about
    text = f"{title}: {words}. {about}".strip()
    return Option(left.edition.id, text, short=title, beside=words, below=about)


def find_page(navigation: Navigation) -> Page:
    """All questions that apply, to be found by a word of theirs or of their answer."""
    page = Page(
        "one",
        say("Which question?"),
        options=tuple(_findable(navigation, question.id) for question in navigation.applicable),
        keys=("back", "quit"),
        closable=True,
        state="find",
        search=True,
    )
    return replace(page, head=overview_head(navigation, *time_left(navigation)))


def _findable(navigation: Navigation, name: str) -> Option:
    question = navigation.pack.questions[name]
    answer = navigation.answers.get(name)
    given = f" → {answer_words(question, answer)}" if answer is not None else ""
    return Option(name, f"{question.text}{given}")


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
