"""What somebody has done on a page so far: selected, ticked, typed, opened. The page itself does not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.interview.pages.page import Option, Page
from hustings.text import without_accents

Filter = Literal["", "open", "changed"]
DIGITS = "1234567890"
OPEN_SIGNS = ("open", "find_out")


@dataclass(frozen=True, slots=True)
class View:
    """The state of a page on the screen.

    `selected` is the number of an option among those shown. `help`: it is open, `scroll` rows down. `lifted`: Esc left
    the field, and letters are keys. `warning` stands instead of the page's notices; `warned` names what was warned of,
    because doing it once more means it. `top`: rows that a page without a list is scrolled down. `fresh`: an answer was
    saved just now.
    """

    selected: int = 0
    ticked: tuple[str, ...] = ()
    typed: str = ""
    help: bool = False
    scroll: int = 0
    lifted: bool = False
    warning: str = ""
    warned: str = ""
    shown: Filter = ""
    top: int = 0
    fresh: bool = False


def view_of(page: Page) -> View:
    """A page as it is first shown, with what was answered or begun before."""
    if page.kind == "several":
        return View(ticked=page.initial if isinstance(page.initial, tuple) else ())
    if page.kind == "words":
        return View(typed=page.initial if isinstance(page.initial, str) else "")
    ids = [option.id for option in choosable(page, View())]
    return View(selected=ids.index(page.initial) if isinstance(page.initial, str) and page.initial in ids else 0)


def writes(page: Page, view: View) -> bool:
    """Whether letters are typed into a field, and are no keys."""
    return (page.kind == "words" or page.searchable) and not view.lifted and not view.help


def listed(page: Page, view: View) -> tuple[Option, ...]:
    """The options that are shown: all, those found, or those of a filter, with the headings above them."""
    if page.searchable:
        return _found(page.options, view.typed, ids=not page.search) if view.typed.strip() else page.options
    return _filtered(page.options, view.shown) if view.shown else page.options


def choosable(page: Page, view: View) -> tuple[Option, ...]:
    """The options that can be selected."""
    return tuple(option for option in listed(page, view) if not option.heading)


def selected(page: Page, view: View) -> Option | None:
    """The option that is selected; None if nothing is shown."""
    options = choosable(page, view)
    return options[min(view.selected, len(options) - 1)] if options else None


@lru_cache(maxsize=8)
def _found(options: tuple[Option, ...], typed: str, *, ids: bool) -> tuple[Option, ...]:
    """The options that hold what was typed: by their id's ending first ("ny", with `ids`), then by their beginning."""
    words = " ".join(without_accents(typed).split())
    ranked = [(_rank(option, words, ids=ids), number, option) for number, option in enumerate(options)]
    return tuple(option for rank, _, option in sorted(ranked, key=lambda one: one[:2]) if rank < NONE)


NONE = 3


def _rank(option: Option, words: str, *, ids: bool) -> int:
    text = without_accents(option.text)
    if ids and option.id.rpartition("_")[2] == words:
        return 0
    return 1 if text.startswith(words) else 2 if words in text else NONE


def _filtered(options: tuple[Option, ...], shown: Filter) -> tuple[Option, ...]:
    """The options of a filter; a heading only if one of them stands under it."""
    return tuple(_with_headings(options, shown))


def _with_headings(options: tuple[Option, ...], shown: Filter) -> Iterator[Option]:
    heading: Option | None = None
    for option in options:
        if option.heading:
            heading = option
        elif option.changed if shown == "changed" else option.sign in OPEN_SIGNS:
            if heading is not None:
                yield heading
            heading = None
            yield option


def marks(page: Page) -> dict[str, str]:
    """The key that chooses each option, by its id; an option beyond the tenth has none."""
    numbered = (option for option in page.options if not option.heading and not option.letter)
    digits = {option.id: digit for option, digit in zip(numbered, DIGITS, strict=False)}
    if page.searchable or any(option.heading for option in page.options):
        digits = {}
    return digits | {option.id: option.letter for option in page.options if option.letter}


def option_of(page: Page, key: str) -> Option | None:
    """The option that a key chooses: by its mark, or a lettered one by its number, as before."""
    chosen = next((name for name, mark in marks(page).items() if mark == key), None)
    options = [option for option in page.options if not option.heading]
    if chosen is None and page.state == "question" and key in DIGITS and not page.searchable:
        at = DIGITS.index(key)
        return options[at] if at < len(options) else None
    return next((option for option in options if option.id == chosen), None)


def moved(page: Page, view: View, step: int) -> View:
    """Another option selected, round the list."""
    count = len(choosable(page, view))
    return replace(view, selected=(view.selected + step) % count) if count else view


def ticked(page: Page, view: View, option: Option) -> View:
    """An option ticked or not ticked any more; one that stands alone clears the others."""
    if option.id in view.ticked:
        return replace(view, ticked=tuple(one for one in view.ticked if one != option.id))
    alone = {one.id for one in page.options if one.alone}
    others = () if option.alone else tuple(one for one in view.ticked if one not in alone)
    return replace(view, ticked=(*others, option.id))
