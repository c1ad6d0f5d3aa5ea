"""What was done on a page: what is shown, selected and ticked."""

from __future__ import annotations

from dataclasses import replace

from hustings.interview.pages.page import Option, Page
from hustings.interview.screen.view import (
    View,
    choosable,
    listed,
    marks,
    moved,
    option_of,
    selected,
    ticked,
    view_of,
    writes,
)
from support import screens

STATES = tuple(Option(f"us_{name[:2].lower()}", name) for name in ("Nevada", "New York", "Ñuble", "Alaska"))
LONG = Page("one", "In which state?", options=(*STATES, *(Option(f"s{n}", f"State {n}") for n in range(30))))
MANY = Page(
    "several",
    "How?",
    options=(Option("doors", "Doors"), Option("texts", "Texts"), Option("nothing", "None", alone=True)),
    state="question",
)


def test_a_page_begins_with_what_was_answered() -> None:
    assert ("texts",) == view_of(replace(MANY, initial=("texts",))).ticked
    assert 3 == view_of(replace(LONG, initial="us_al")).selected
    assert "Riv" == view_of(Page("words", "", initial="Riv")).typed
    assert View() == view_of(Page("one", "", options=STATES, initial="gone"))


def test_letters_find_an_option_by_its_id_its_beginning_and_its_middle() -> None:
    assert ["Nevada", "New York"] == [option.text for option in listed(LONG, View(typed="ne"))]
    assert ["Ñuble"] == [option.text for option in listed(LONG, View(typed="nu"))]
    assert ["Alaska"] == [option.text for option in listed(LONG, View(typed="al"))][:1]
    assert () == listed(LONG, View(typed="xyz"))
    assert selected(LONG, View(typed="xyz")) is None
    assert 34 == len(listed(LONG, View(typed="  ")))


def test_a_filter_keeps_the_headings_of_what_it_keeps() -> None:
    page, _ = screens.states()["review"]
    changed = listed(page, View(shown="changed"))
    assert [True, False] == [option.heading for option in changed]
    assert {"open", "find_out"} == {option.sign for option in choosable(page, View(shown="open"))}


def test_options_have_digits_or_their_own_letters() -> None:
    page, _ = screens.states()["yes_no"]
    assert {"no": "n", "yes": "y", "dont_know": "d"} == marks(page)
    assert ["no", "yes", "dont_know", "yes"] == [option.id for key in "123y" if (option := option_of(page, key))]
    assert option_of(page, "7") is None
    assert {} == marks(LONG)
    assert {} == marks(screens.states()["review"][0])


def test_moving_goes_round() -> None:
    assert [1, 2, 2] == [moved(MANY, View(selected=at), step).selected for at, step in ((0, 1), (1, 1), (0, -1))]
    assert View() == moved(LONG, View(typed=""), 0)
    assert View(typed="xyz") == moved(LONG, View(typed="xyz"), 1)


def test_what_stands_alone_clears_the_rest() -> None:
    doors, texts, nothing = MANY.options
    view = ticked(MANY, ticked(MANY, View(), doors), texts)
    assert ("doors", "texts") == view.ticked
    assert ("nothing",) == ticked(MANY, view, nothing).ticked
    assert ("doors",) == ticked(MANY, ticked(MANY, View(), nothing), doors).ticked
    assert ("texts",) == ticked(MANY, view, doors).ticked


def test_letters_are_typed_into_a_field_unless_esc_left_it() -> None:
    assert [True, False, False, False] == [
        writes(LONG, View()), writes(LONG, View(lifted=True)), writes(LONG, View(help=True)), writes(MANY, View())
    ]  # fmt: skip
