"""A page of the interview, as every face shows it, and the replies to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import field
from datetime import date
from typing import Literal, Protocol

from hustings.answers.accept import LONGEST
from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.interview.keys import Key
from hustings.interview.navigation import Draft
from hustings.interview.screen.section_bars import Meter
from hustings.interview.typed_day import DayReading
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.styled_text.bars import Strip

Style = Literal["plain", "strong", "quiet", "notice", "heading"]
PageKind = Literal["one", "several", "words", "go"]
PageState = Literal[
    "other",
    "question",
    "welcome",
    "section_end",
    "stop",
    "sections",
    "review",
    "resume",
    "finish",
    "leave",
    "help",
    "editions",
    "find",
    "people",
    "waiting",
    "role_done",
]
WordsKind = Literal["text", "number", "date"]
Sign = Literal["", "done", "find_out", "step", "stop", "open", "news", "below"]
"""What a line or an option is about, by the sign before it; its text says the same.

`below`: it belongs to the line above."""
LONGEST_LIST = 24
"""The longest list without a search; in a longer one, typing finds a choice."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a list. `alone`: it clears all others; `key`: choosing it is the same as pressing that key.

    A `heading` cannot be chosen. `letter` chooses it, instead of a number. On a screen, `short` stands for `text`, with
    `beside` after it, quietly or, in the review, in a column of its own (`changed`: in this sitting); `below` is shown
    under the one that is selected.
    """

    id: str
    text: str
    alone: bool = False
    key: Key | None = None
    heading: bool = False
    letter: str = ""
    short: str = ""
    beside: str = ""
    below: str = ""
    sign: Sign = ""
    changed: bool = False
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page with its style; the style alone never carries a meaning.

    `label` stands before it, once for the lines that follow with the same one, `sign` between both. `meter`: a bar
    after it; `strip`: the line of bands instead of a text. `place`: it names a place in the interview;
    `answer`: it is the answer given before, which a screen marks among the choices; `aside`: a
    screen shows it in its line of keys. `brief` is shown instead of the text in a low window.
    """

    text: str
    style: Style = "plain"
    label: str = ""
    sign: Sign = ""
    meter: Meter | None = None
    strip: Strip | None = None
    place: bool = False
    answer: bool = False
    aside: bool = False
    brief: str = ""

    @property
    def words(self) -> str:
        """The line as a sentence, for a face that has no columns."""
        label = " ".join(self.label.split("\n"))
        if self.meter is not None:
            return say("{number}. {section}, {n} min", number=label, section=self.text, n=self.meter.minutes)
        return f"{label}: {self.text}" if label and self.text and self.sign != "below" else self.text


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands at the top: the section and the number of its question, or the program and what `right` says.

    `right`: texts from long to short. `meters`: one for each section.
    """

    title: str = ""
    count: str = ""
    right: tuple[str, ...] = ()
    stops: str = ""
    meters: tuple[Meter, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one `kind`: choose one, tick several, type words, or just go on.

    `position` is the position in the interview, longest text first; `head` the same for a screen. `title` is the
    question; `lines` follow it; `hint` says how to answer. `initial` is what is typed, ticked or selected at first,
    `answered` the options that were chosen before, `saved` the answer before. `explained` is the help of a question.
    `closable`: Esc closes it and returns to the page before, which is `above`, if this one is a part of it.
    `max_length` of typed text. `words`: what is typed; `day_of` reads a date. `passing`: a face that `passes` prints
    it and goes on. `refused`: the notices say why something was not accepted.
    """

    kind: PageKind
    title: str
    position: tuple[str, ...] = ()
    intro: str = ""
    lines: tuple[PageLine, ...] = ()
    hint: str = ""
    notices: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    initial: Draft | None = None
    keys: tuple[Key, ...] = ()
    closable: bool = False
    max_length: int = LONGEST
    state: PageState = "other"
    head: PageHead = PageHead()
    answered: tuple[str, ...] = ()
    saved: str = ""
    explained: tuple[PageLine, ...] = ()
    above: Page | None = None
    words: WordsKind = "text"
    unit: str = ""
    today: date | None = None
    day_of: Callable[[str], DayReading] | None = field(default=None, compare=False)
    passing: bool = False
    refused: bool = False
    search: bool = False

    @property
    def searchable(self) -> bool:
        """Whether typing searches the list because it is long, or made for it (`search`); letters are no keys then."""
        return self.search or (
            self.kind == "one" and len(self.options) > LONGEST_LIST and not any(o.heading for o in self.options)
        )


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """An answer as typed or chosen: text, the id of an option, or the ids of ticked ones."""

    raw: Draft


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key instead of an answer, with what was typed, ticked or selected so far."""

    key: Key
    draft: Draft | None = None


Reply = TypedAnswer | KeyPressed
Summary = Callable[[Pack, Answers, str], Sequence[PageLine]]
"""A function that returns the lines of a section's summary, from the pack, the answers and the section's id."""


class Face(Protocol):
    """A face shows pages to a user. Ctrl-C raises `KeyboardInterrupt`, the end of the input `EOFError`."""

    passes: bool
    """Whether it prints a page that is only to be known (`Page.passing`), and goes on by itself."""

    def open(self) -> AbstractContextManager[None]:
        """A context in which pages are shown."""
        ...

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply; that to a page without a question is `TypedAnswer("")`."""
        ...

    def say(self, *lines: str) -> None:
        """Print lines outside any page, at the end."""
        ...
