"""A page of the interview, as every face shows it, and the replies to it."""

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

Style = Literal["plain", "strong", "quiet", "notice", "heading"]
PageKind = Literal["one", "several", "words", "go"]
Summary = Callable[[Pack, Answers, str], Sequence[str]]
"""A function that returns the lines of a section's summary, from the pack, the answers and the section's id."""


LONGEST_LIST = 24
"""The longest list without a search; in a longer one, typing finds a choice."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a list. `alone`: it clears all others; `key`: choosing it is the same as pressing that key.

    A `heading` cannot be chosen.
    """

    id: str
    text: str
    alone: bool = False
    key: Key | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page with its style; the style alone never carries a meaning."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one `kind`: choose one, tick several, type words, or just go on.

    `position` is the position in the interview, longest text first. `title` is the question; `lines` follow it; `hint`
    says how to answer. `initial` is what is typed, ticked or selected at first. `explained_keys` are described on this
    page, if the face has keys. `closable`: Esc closes it and returns to the page before. `max_length` of typed text.
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
    explained_keys: tuple[Key, ...] = ()
    closable: bool = False
    max_length: int = LONGEST

    @property
    def searchable(self) -> bool:
        """Whether typing searches the list because it is long; letters are no keys then."""
        return self.kind == "one" and len(self.options) > LONGEST_LIST and not any(o.heading for o in self.options)


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


class Face(Protocol):
    """A face shows pages to a user. Ctrl-C raises `KeyboardInterrupt`, the end of the input `EOFError`."""

    def open(self) -> AbstractContextManager[None]:
        """A context in which pages are shown."""
        ...

    def ask(self, page: Page) -> Reply:
        """Show a page and wait for the reply; that to a page without a question is `TypedAnswer("")`."""
        ...

    def say(self, *lines: str) -> None:
        """Print lines outside any page, at the end."""
        ...
