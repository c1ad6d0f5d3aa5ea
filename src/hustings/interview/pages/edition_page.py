"""The page on which an edition is chosen: how much is asked, and what is still open in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hustings.answers.display import campaign_name
from hustings.frozen_records import dataclass
from hustings.interview.navigation import Navigation
from hustings.interview.pages.overview_pages import overview_head
from hustings.interview.pages.page import Option, Page, PageLine
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
