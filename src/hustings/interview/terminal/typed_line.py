"""A typed line of plain mode as a reply, or a sentence on why it is none.

The letters of a screen mean the same here. Where a text is written, a slash comes before them: `b` may be an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from hustings.interview.keys import Key, key_of_word
from hustings.interview.navigation import Draft
from hustings.interview.pages.page import KeyPressed, Option, Page, Reply, TypedAnswer
from hustings.interview.screen.key_lines import OWN_LETTERS, key_table
from hustings.interview.screen.view import View, listed, marks
from hustings.interview.typed_day import DayReading
from hustings.messages import english, say, several
from hustings.messages import listed as joined
from hustings.text import without_accents

NONE = ("0", english("none"))
LONGEST_NUMBER = 4
MOST_NAMED = 8
"""The most choices of a long list that are named where several fit."""
EITHER = english("{some} or {last}")


def parse_line(page: Page, typed: str) -> Reply | str:
    """A typed line as a reply, or a sentence on why it is not valid."""
    if typed.startswith("/") and not typed.startswith("//"):
        key = _key(page, typed[1:].strip())
        return (
            KeyPressed(key) if key else say("“{typed}” is no command here. {keys}", typed=typed, keys=key_words(page))
        )
    typed = typed.removeprefix("/") if typed.startswith("//") else typed
    if not typed and (kept := default(page)) is not None:
        return _reply_with(page, kept)
    match page.kind:
        case "one":
            return _parse_one(page, typed)
        case "several":
            return _parse_several(page, typed)
        case _:
            return _parse_words(page, typed)


def default(page: Page) -> Draft | None:
    """The reply of an empty line: the earlier answer, if there is one."""
    return page.initial if page.initial not in (None, "") else None


def marked(page: Page) -> tuple[tuple[str, Option], ...]:
    """The options that can be chosen, each with the number or the letter that chooses it."""
    letters, shown = marks(page), [option for option in page.options if not option.heading]
    return tuple((letters[one.id] if one.letter else str(number), one) for number, one in enumerate(shown, 1))


def choices_words(page: Page) -> str:
    """What chooses an option that is not a key: 1 to 4, or y or n."""
    names = [mark for mark, option in marked(page) if option.key is None]
    if len(names) > 1 and all(name.isdigit() for name in names):
        return say("{first} to {last}", first=names[0], last=names[-1])
    return either(names)


def either(names: Sequence[str]) -> str:
    """Names as a choice: y, n or d."""
    if len(names) < 2:  # noqa: PLR2004 - two are a choice
        return "".join(names)
    return say(EITHER, some=", ".join(names[:-1]), last=names[-1])


def key_words(page: Page) -> str:
    """The letters of a page with what they do, in a sentence."""
    keys = [(letter, words) for letter, words in key_table(page) if not letter[:1].isdigit() and len(letter) == 1]
    slash = "/" if _writes(page) else ""
    listed = ", ".join(f"{slash}{letter} {words}" for letter, words in (*keys, ("?", say("help"))))
    return say("Keys: {keys}.", keys=listed)


def _writes(page: Page) -> bool:
    """Whether letters are an answer here."""
    return page.kind == "words" and page.words != "number"


def _key(page: Page, word: str) -> Key | None:
    if word in ("?", ""):
        return "help" if word and "help" in page.keys else None
    own = next((key for key, letter in OWN_LETTERS.items() if letter == word.lower() and key in page.keys), None)
    return own or key_of_word(word, page.keys)


def _parse_one(page: Page, typed: str) -> Reply | str:
    option = _option(page, typed)
    if option is not None:
        return _reply_with(page, option.id)
    key = _key(page, typed)
    return KeyPressed(key) if key else _searched(page, typed) if page.searchable and typed else _no_such(page, typed)


def _searched(page: Page, typed: str) -> Reply | str:
    """The only option of a long list that holds what was typed; of several, their names."""
    matching = listed(page, View(typed=typed))
    if len(matching) == 1:
        return _reply_with(page, matching[0].id)
    if not matching:
        return _no_such(page, typed)
    names = [one.short or one.text for one in matching[:MOST_NAMED]]
    more = [several(len(matching) - MOST_NAMED, "{n} more", "{n} more")] if len(matching) > MOST_NAMED else []
    return say("“{typed}” fits {names}. Type more of one, or its number.", typed=typed, names=joined((*names, *more)))


def _parse_words(page: Page, typed: str) -> Reply | str:
    key = _key(page, typed) if typed == "?" or (not _writes(page) and not typed[:1].isdigit()) else None
    return KeyPressed(key) if key else _day(page, typed) if page.day_of is not None else TypedAnswer(typed)


def _day(page: Page, typed: str) -> Reply | str:
    """A day as the screen reads it, in the form that is read in any place; or what is wrong with it."""
    reading = page.day_of(typed) if page.day_of is not None else DayReading()
    return reading.problem or TypedAnswer(reading.day.isoformat() if reading.day is not None else typed)


def _parse_several(page: Page, typed: str) -> Reply | str:
    words = typed.replace(",", " ").split()
    if len(words) == 1 and words[0].lower() in (*NONE, say(NONE[1])):
        return TypedAnswer(())
    options = [_option(page, word) for word in words]
    if words and None not in options:
        return _reply_with(page, tuple(option.id for option in options if option))
    key = _key(page, typed)
    return KeyPressed(key) if key else _no_such(page, _first_wrong(page, words))


def _first_wrong(page: Page, words: Sequence[str]) -> str:
    return next((word for word in words if _option(page, word) is None), "")


def _option(page: Page, typed: str) -> Option | None:
    """An option by its mark, its number, its id as scripts write it, or the beginning of its words."""
    options = marked(page)
    chosen = next((option for mark, option in options if mark == typed.lower()), None)
    if chosen is None and typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER:
        lettered = any(mark.isdigit() and option.letter for mark, option in options)
        return options[int(typed) - 1][1] if 1 <= int(typed) <= len(options) and not lettered else None
    return chosen or next((option for _, option in options if option.id == typed), None) or _named(page, typed)


def _named(page: Page, typed: str) -> Option | None:
    """In a long list, the option that is called so, or the only one that begins so."""
    words = " ".join(without_accents(typed).split())
    if not page.searchable or not words:
        return None
    begins = [option for option in page.options if without_accents(option.text).startswith(words)]
    exact = [option for option in begins if without_accents(option.text) == words]
    matching = exact or begins
    return matching[0] if len(matching) == 1 else None


def _no_such(page: Page, typed: str) -> str:
    """Why a line chooses nothing, and what does."""
    ask = say("Type {choices}.", choices=_all_choices(page))
    if not typed:
        return say("Nothing was typed. {ask}", ask=ask)
    return say("There is no {typed} here. {ask}", typed=typed, ask=ask)


def _all_choices(page: Page) -> str:
    letters = [mark for mark, option in marked(page) if option.key is not None]
    if all(mark.isalpha() for mark, _ in marked(page)):
        return either([mark for mark, _ in marked(page)])
    plain = choices_words(page)
    return say("{choices}, or {letters}", choices=plain, letters=either(letters)) if letters else plain


def _reply_with(page: Page, ids: Draft) -> Reply | str:
    """The reply of chosen options, or a sentence if one that stands alone is combined with others."""
    if page.kind == "words":
        return TypedAnswer(ids)
    ids_chosen = ids if isinstance(ids, tuple) else (ids,)
    chosen = [option for _, option in marked(page) if option.id in ids_chosen]
    with_key = next((option for option in chosen if option.key), None)
    if with_key and len(chosen) > 1:
        return say("“{choice}” cannot go together with other choices.", choice=with_key.text)
    return KeyPressed(with_key.key) if with_key and with_key.key else TypedAnswer(ids)
