"""A page: one thing that is asked, as every face shows it, and what can come back from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from hustings.answers.accept import LONGEST
from hustings.answers.events import Answers
from hustings.interview.keys import Key
from hustings.interview.navigation import Draft
from hustings.pack.model import Pack

Look = Literal["plain", "strong", "quiet", "notice", "heading"]
Way = Literal["one", "several", "words", "go"]
Summary = Callable[[Pack, Answers, str], Sequence[str]]
"""What to say when a section is done: lines from the pack, the answers and the section's id."""


MOST_SEEN = 24
"""Choices that can be looked over; among more, one types what one looks for."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `alone` clears what else is ticked; `key`: choosing it is pressing that key.

    An option that is a `heading` only stands between others.
    """

    id: str
    text: str
    alone: bool = False
    key: Key | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PageLine:
    """Some words of a page and how they look; no meaning is carried by the look alone."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Page:
    """`way`: choose one, tick several, type words, or just go on.

    `place` says where we are, longest form first. `title` is the question; `lines` follow it; `hint` says how to
    answer. `before` is what is typed, ticked or pointed at to begin with; `sure`: what was said about it already.
    `explains` are keys that this page tells about, where a face has keys. `side`: Esc closes it, and leads back to
    where it was opened. `most`: so many characters can be typed.
    """

    way: Way
    title: str
    place: tuple[str, ...] = ()
    opening: str = ""
    lines: tuple[PageLine, ...] = ()
    hint: str = ""
    notices: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    before: Draft | None = None
    keys: tuple[Key, ...] = ()
    explains: tuple[Key, ...] = ()
    side: bool = False
    most: int = LONGEST

    @property
    def searched(self) -> bool:
        """Whether the list is so long that typing finds a choice in it; letters are then no keys."""
        return self.way == "one" and len(self.options) > MOST_SEEN and not any(o.heading for o in self.options)


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """An answer as typed or chosen: text, an option's id, or the ids ticked."""

    raw: Draft


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """A key instead of an answer, and what was typed, ticked or pointed at by then."""

    key: Key
    draft: Draft | None = None


Reply = TypedAnswer | KeyPressed


class Face(Protocol):
    """What shows pages to a person. Ctrl-C raises KeyboardInterrupt, the end of the input EOFError."""

    def open(self) -> AbstractContextManager[None]:
        """Within this, pages are shown."""
        ...

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply; a page that is just to be read replies `Given("")`."""
        ...

    def say(self, *lines: str) -> None:
        """Say something outside any page, when all is over."""
        ...
