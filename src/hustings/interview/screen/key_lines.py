"""The line of keys of each page: the four that are needed most, then sections and answers where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.interview.keys import KEY_BINDINGS, Key
from hustings.interview.pages.page import Page
from hustings.interview.screen.frame import Keys, key_line
from hustings.interview.screen.grid import Grid
from hustings.interview.screen.view import View, marks
from hustings.messages import english, say
from hustings.styled_text.rows import wide
from hustings.text import cells, lower_first

ROOM_FOR_MORE = 74
LAST: tuple[tuple[Key, ...], ...] = (
    ("team", "review", "edition", "people", "quit"), ("review", "quit", "edition", "people"),
)  # fmt: skip
"""The last keys of a page, and of that for somebody who comes back."""
WIDER: tuple[Key, ...] = ("find", "edition", "people")
LABELS: dict[Key, str] = {
    "back": english("back"), "dont_know": english("don't know"), "na": english("does not apply"),
    "skip": english("leave open"), "note": english("add a note"), "proof": english("proof"), "help": english("help"),
    "sections": english("sections"), "review": english("answers"),
    "edition": english("shorter or longer"), "find": english("find"), "people": english("by role"),
    "team": english("with the whole team"),
    "forward": english("next"), "quit": english("Leave"),
}  # fmt: skip
SHOWN: tuple[Key, ...] = (
    "back",
    "dont_know",
    "na",
    "skip",
    "forward",
    "note",
    "proof",
    "sections",
    "review",
    "find",
    "edition",
    "people",
    "quit",
)
"""The keys that help tells, in order."""


OWN_LETTERS: dict[Key, str] = {"note": "a", "sections": "m", "na": "x"}
"""Letters that are told instead of those of line mode, which work too."""


def letter_of(key: Key) -> str:
    """The letter of a key in lists."""
    if key in OWN_LETTERS:
        return OWN_LETTERS[key]
    return next(binding.letter for binding in KEY_BINDINGS if binding.key == key)


def label_of(key: Key) -> str:
    """What a key does, in a word or two."""
    return lower_first(say(LABELS[key]))


def keys_of(page: Page, view: View, grid: Grid, *, hidden: bool = False, more: bool = False) -> Keys:
    """The keys of a page as it stands. `hidden`: help hides the choices; `more`: there is more of it to read."""
    match page.state:
        case "question":
            return tuple(_question_keys(page, view, grid, hidden=hidden, more=more))
        case "review":
            return tuple(_review_keys(page))
        case "sections":
            out = say("back to the question") if grid.stage >= ROOM_FOR_MORE else say("back")
            return (_digits(page, say("go there")), ("Esc", out), *_letters(page, "review", "quit", *WIDER))
        case "leave":
            return (_digits(page, say("choose")), ("Enter", _leaving(page, view)), ("Esc", say("go on")))
        case _:
            return tuple(_other_keys(page, more=more))


def _leaving(page: Page, view: View) -> str:
    """What Enter does before leaving: leave, or go on."""
    return say("go on") if view.selected == len(page.options) - 1 else label_of("quit")


def _question_keys(page: Page, view: View, grid: Grid, *, hidden: bool, more: bool) -> Iterator[tuple[str, str]]:
    if view.help:
        yield from () if hidden or page.kind == "words" or page.searchable else _answer_key(page, view)
        yield ("Esc", say("close help"))
        yield from ((("↓", say("read on")),) if more else ())
        return
    if view.lifted:
        yield from _letters(page, "back", "dont_know", "help", "quit")
        yield ("Enter", say("type on"))
        return
    if page.kind == "words" and page.words == "number":
        yield ("Enter", say("take it"))
    elif page.kind == "words" or page.searchable:
        yield from _field_keys(page, grid)
        return
    else:
        yield from _answer_key(page, view)
    yield from _letters(page, "back")
    yield ("?", say("sources and keys") if grid.side else say("help"))
    yield from _letters(page, "quit")
    yield from _letters(page, "sections", "review") if grid.stage >= ROOM_FOR_MORE else ()


def _field_keys(page: Page, grid: Grid) -> Iterator[tuple[str, str]]:
    """Where letters are typed, Esc comes before a letter that is a key."""
    first = ((say("type"), say("to find")), ("Enter", say("take"))) if page.searchable else (("Enter", say("take it")),)
    yield from first
    unknown = f"{letter_of('dont_know')} {label_of('dont_know')}, " if "dont_know" in page.keys else ""
    back, help_, leave = (f"{letter_of(key)} {label_of(key)}" for key in ("back", "help", "quit"))
    room = grid.stage - wide(key_line((*first, ("Esc", "")), grid.stage))
    forms = (f"{back}, {unknown}{help_}, {leave}", f"{back}, {leave}")
    then = (say("then {keys}", keys=form) for form in forms)
    yield ("Esc", next((form for form in then if cells(form) <= room), say("more keys")))


def _answer_key(page: Page, view: View) -> Iterator[tuple[str, str]]:
    if page.kind == "several":
        yield (say("Space"), say("tick")) if len(page.options) > 10 else _digits(page, say("tick"))  # noqa: PLR2004
        yield ("Enter", say("take {n}", n=len(view.ticked)) if view.ticked else say("take"))
        return
    yield _digits(page, say("answer"))


def _digits(page: Page, words: str) -> tuple[str, str]:
    """The keys of the options: 1-4, or their letters."""
    keys = [mark for name, mark in marks(page).items() if not _has_key(page, name)]
    digits = [key for key in keys if key.isdigit()]
    if len(digits) > 1:
        return f"{digits[0]}-{digits[-1]}", words
    return (" ".join(keys), words) if keys else ("Enter", say("take"))


def _has_key(page: Page, name: str) -> bool:
    return any(option.key for option in page.options if option.id == name)


def _letters(page: Page, *keys: Key) -> Iterator[tuple[str, str]]:
    yield from ((letter_of(key), label_of(key)) for key in keys if key in page.keys)


def _review_keys(page: Page) -> Iterator[tuple[str, str]]:
    yield ("Enter", say("change"))
    yield from _letters(page, "find")
    yield from ((("Esc", say("back")),) if page.closable or "back" in page.keys else ())
    yield from _letters(page, "quit", "edition", "people")


def _other_keys(page: Page, *, more: bool) -> Iterator[tuple[str, str]]:
    """The keys of pages that are no question: what takes them on, out of them, and further."""
    if page.kind == "words":
        yield from (("Enter", say("keep it")), ("Esc", say("leave it")))
        return
    if page.searchable:
        yield from ((say("type"), say("to find")), ("Enter", say("go there")), ("Esc", say("close")))
        return
    if page.kind == "go":
        yield ("Enter", (page.options[0].short or lower_first(page.options[0].text)) if page.options else say("go on"))
    else:
        yield _digits(page, say("choose"))
        yield from ((("Enter", say("go on")),) if page.state == "resume" else ())
    yield from ((("↓", say("read on")),) if more else ())
    yield from ((("Esc", say("close")),) if page.closable else ())
    if page.state == "stop":
        yield (letter_of("back"), say("change my answer"))
    yield from _letters(page, *(() if page.state in ("stop", "editions", "waiting") else ("back",)))
    yield from _letters(page, *LAST[page.state == "resume"])


def key_table(page: Page) -> tuple[tuple[str, str], ...]:
    """All keys of a page with what they do, for its help."""
    answer = () if page.kind == "words" or page.searchable else (_digits(page, say("answer")),)
    return (*answer, *(pair for key in SHOWN for pair in _letters(page, key)))
