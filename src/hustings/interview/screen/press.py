"""What a key does on a page: the page as it then is, or the reply with which it is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hustings.interview.keys import KEY_BINDINGS, Key
from hustings.interview.navigation import Draft
from hustings.interview.pages.page import KeyPressed, Option, Page, Reply, TypedAnswer
from hustings.interview.screen.fields import day_moved
from hustings.interview.screen.help_panel import STEP
from hustings.interview.screen.view import Filter, View, choosable, marks, moved, option_of, selected, ticked, writes
from hustings.messages import english, say

NOTHING_TICKED = english("Nothing is ticked. Enter once more if really none of these fits.")
NOT_KEPT = english("This is not kept yet. Enter keeps it; Esc once more leaves it.")
FILTERS: Mapping[str, Filter] = {"a": "", "o": "open", "c": "changed"}
DAYS: Mapping[str, tuple[int, int]] = {"up": (-1, 0), "down": (1, 0), "pageup": (0, -1), "pagedown": (0, 1)}
SCROLLS: Mapping[str, int] = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}
ARROWS: Mapping[str, Key] = {"left": "back", "right": "forward"}
OWN_LETTERS: Mapping[str, Key] = {"a": "note", "m": "sections", "x": "na", "u": "back"}
STEPS = ("stop", "section_end")
"""Pages that Esc leaves to the question before."""


def press(page: Page, view: View, key: str, *, folded: bool = False) -> View | Reply:
    """What a key does. `folded`: help hides the choices. A letter in a field is not given to this: it is typed."""
    view = replace(view, warning="", fresh=False)
    if key == "escape":
        return _escape(page, view)
    if view.help:
        return _in_help(page, view, key, folded=folded)
    if page.kind == "go":
        return _on_text(page, view, key)
    if page.state == "review" and key in FILTERS:
        return replace(view, shown=FILTERS[key], selected=0)
    if page.kind == "words":
        return _in_field(page, view, key)
    return _on_list(page, view, key)


def draft(page: Page, view: View) -> Draft | None:
    """What is typed, ticked or selected so far."""
    if page.kind == "words" or page.searchable:
        return view.typed if page.kind == "words" else None
    if page.kind == "several":
        return view.ticked
    option = selected(page, view)
    return option.id if option is not None else None


def leave_with(page: Page, view: View, key: Key) -> Reply:
    """The reply of a key, with what was done so far."""
    return KeyPressed(key, draft(page, view))


# --- out of something --------------------------------------------------------------------------------------


def _escape(page: Page, view: View) -> View | Reply:
    """Esc: one step out of what is open; out of a field, letters become keys."""
    if view.help:
        return replace(view, help=False, scroll=0)
    if page.searchable and view.typed:
        return replace(view, typed="", selected=0)
    if page.closable:
        return _close(page, view)
    if page.state == "leave":
        return TypedAnswer("go_on")
    if page.state in STEPS and "back" in page.keys:
        return leave_with(page, view, "back")
    if writes(page, view):
        return replace(view, lifted=True)
    return leave_with(page, view, "out") if "quit" in page.keys else view


def _close(page: Page, view: View) -> View | Reply:
    """Typed text that is not kept is discarded only after a warning."""
    if page.kind == "words" and view.typed != (page.initial or "") and view.warned != "kept":
        return replace(view, warning=say(NOT_KEPT), warned="kept")
    return leave_with(page, view, "back")


def _in_help(page: Page, view: View, key: str, *, folded: bool) -> View | Reply:
    if key in ("enter", "?"):
        return replace(view, help=False, scroll=0)
    if key in SCROLLS:
        return replace(view, scroll=max(view.scroll + (STEP if SCROLLS[key] > 0 else -STEP), 0))
    closed = replace(view, help=False, scroll=0)
    if page.kind in ("one", "several") and not page.searchable and not folded and option_of(page, key) is not None:
        return _on_list(page, closed, key)
    if page.kind == "words" or page.searchable:
        return _letter(page, view, key) if key in ("left", "b") else view
    return view if key.isdigit() else _letter(page, view, key)


# --- lists -------------------------------------------------------------------------------------------------


def _on_list(page: Page, view: View, key: str) -> View | Reply:
    if key in ("up", "down"):
        return moved(page, view, SCROLLS[key])
    if key in ("pageup", "pagedown"):
        return replace(view, selected=_next_group(page, view, 1 if key == "pagedown" else -1))
    if page.searchable:
        return _on_long_list(page, view, key)
    if key in ("enter", " "):
        return _taken(page, view, key)
    option = option_of(page, key)
    if option is None:
        return _letter(page, view, key)
    at = [one.id for one in choosable(page, view)].index(option.id)
    return _chosen(page, replace(view, selected=at), option)


def _on_long_list(page: Page, view: View, key: str) -> View | Reply:
    if view.lifted and key == "enter":
        return replace(view, lifted=False)
    if key == "enter":
        option = selected(page, view)
        return _chosen(page, view, option) if option is not None else view
    return _letter(page, view, key)


def _taken(page: Page, view: View, key: str) -> View | Reply:
    """Enter or Space on what is selected."""
    option = selected(page, view)
    if option is None:
        return view
    if page.kind == "several" and key == "enter":
        return _several_taken(page, view, option)
    return _chosen(page, view, option)


def _chosen(page: Page, view: View, option: Option) -> View | Reply:
    """An option chosen: ticked where several are, else the reply."""
    if page.kind == "several" and option.key is None:
        return replace(ticked(page, view, option), warned="")
    return KeyPressed(option.key, draft(page, view)) if option.key else TypedAnswer(option.id)


def _several_taken(page: Page, view: View, option: Option) -> View | Reply:
    """What is ticked. Enter on “We don't know” chooses it; Enter without a tick is confirmed once."""
    keys = {one.id: one.key for one in page.options if one.key}
    ticks = tuple(one for one in view.ticked if one not in keys)
    if not ticks and (option.key or view.ticked):
        return KeyPressed(option.key or keys[view.ticked[0]], view.ticked)
    if not ticks and view.warned != "none":
        return replace(view, warning=say(NOTHING_TICKED), warned="none")
    return TypedAnswer(tuple(one.id for one in page.options if one.id in ticks))


def _next_group(page: Page, view: View, step: int) -> int:
    """The first option of the next or previous group, or the end of the list."""
    options, shown = choosable(page, view), view.shown
    starts, heading = list[int](), True
    number = 0
    for option in page.options if not shown else options:
        if option.heading:
            heading = True
            continue
        starts += [number] if heading else []
        heading, number = False, number + 1
    ahead = [at for at in (*starts, len(options) - 1)[::step] if (at - view.selected) * step > 0]
    return ahead[0] if ahead else view.selected


# --- fields, texts and letters -----------------------------------------------------------------------------


def _in_field(page: Page, view: View, key: str) -> View | Reply:
    if key == "enter":
        return replace(view, lifted=False) if view.lifted else _written(page, view)
    if page.words == "date" and key in DAYS and page.day_of is not None:
        return replace(view, typed=day_moved(page, view, *DAYS[key]))
    return _letter(page, view, key)


def _written(page: Page, view: View) -> View | Reply:
    """What is typed; a day in the form that is read in any place. A wrong day is reported, not accepted."""
    if page.day_of is None:
        return TypedAnswer(view.typed)
    reading = page.day_of(view.typed)
    if reading.problem:
        return replace(view, warning=reading.problem)
    return TypedAnswer(view.typed if reading.day is None else reading.day.isoformat())


def _on_text(page: Page, view: View, key: str) -> View | Reply:
    if key in ("enter", " "):
        return TypedAnswer(page.options[0].id if page.options else "")
    if key in SCROLLS:
        return replace(view, top=max(view.top + SCROLLS[key], 0))
    return _letter(page, view, key)


def _letter(page: Page, view: View, key: str) -> View | Reply:
    """A letter that is a key, or an arrow; nothing where the page has no such key."""
    meant = (
        OWN_LETTERS.get(key)
        or ARROWS.get(key)
        or next((one.key for one in KEY_BINDINGS if one.letter == key and one.key in page.keys), None)
    )
    if meant is None or meant not in page.keys:
        return _no_such(page, view, key)
    if meant == "help":
        return replace(view, help=True, scroll=0)
    if meant == "quit":
        return TypedAnswer("leave") if page.state == "leave" else leave_with(page, view, "leave")
    return leave_with(page, view, meant)


def _no_such(page: Page, view: View, key: str) -> View:
    """A digit that chooses nothing is reported; any other key is ignored."""
    digits = [mark for mark in marks(page).values() if mark.isdigit()]
    if not key.isdigit() or not digits or page.kind in ("words", "go"):
        return view
    return replace(
        view, warning=say("There is no {key} here: {first} to {last}.", key=key, first=digits[0], last=digits[-1])
    )
