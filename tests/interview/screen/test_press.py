"""What each key does on each kind of page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.interview.pages.page import KeyPressed, Option, Page, Reply, TypedAnswer
from hustings.interview.screen.press import NOT_KEPT, NOTHING_TICKED, press
from hustings.interview.screen.view import View, view_of
from support import screens


def after(state: str, *keys: str) -> View | Reply:
    """What stands after these keys on a page as it is first shown."""
    page, _ = screens.states()[state]
    here: View | Reply = view_of(page)
    for key in keys:
        assert isinstance(here, View), here
        here = press(page, here, key)
    return here


def view(state: str, *keys: str) -> View:
    here = after(state, *keys)
    assert isinstance(here, View)
    return here


@pytest.mark.parametrize(
    ("state", "keys", "reply"),
    [
        ("select", ("2",), TypedAnswer("own_consent")),
        ("select", ("down", "enter"), TypedAnswer("own_consent")),
        ("select", ("down", " "), TypedAnswer("own_consent")),
        ("select", ("d",), KeyPressed("dont_know", "dont_know")),
        ("select", ("b",), KeyPressed("back", "never")),
        ("select", ("left",), KeyPressed("back", "never")),
        ("select", ("s",), KeyPressed("skip", "never")),
        ("select", ("a",), KeyPressed("note", "never")),
        ("select", ("n",), KeyPressed("note", "never")),
        ("select", ("m",), KeyPressed("sections", "never")),
        ("select", ("j",), KeyPressed("sections", "never")),
        ("select", ("q",), KeyPressed("leave", "never")),
        ("select", ("escape",), KeyPressed("out", "never")),
        ("yes_no", ("y",), TypedAnswer("yes")),
        ("yes_no", ("n",), TypedAnswer("no")),
        ("many", ("2", "3", "enter"), TypedAnswer(("email", "social"))),
        ("many", ("d",), KeyPressed("dont_know", ())),
        ("many", ("enter", "enter"), TypedAnswer(())),
        ("many", ("up", "enter"), KeyPressed("dont_know", ())),
        ("number", ("enter",), TypedAnswer("")),
        ("number", ("b",), KeyPressed("back", "")),
        ("date", ("escape", "b"), KeyPressed("back", "")),
        ("long_list", ("down", "enter"), TypedAnswer("us_ak")),
        ("long_list", ("escape", "escape"), KeyPressed("out", None)),
        ("note", ("escape",), KeyPressed("back", "")),
        ("proof", ("2",), TypedAnswer("E2")),
        ("stop", ("enter",), TypedAnswer("read")),
        ("stop", ("escape",), KeyPressed("back", "read")),
        ("section_end", ("r",), KeyPressed("review", "go_on")),
        ("sections", ("3",), TypedAnswer("privacy")),
        ("sections", ("escape",), KeyPressed("back", "privacy")),
        ("review", ("enter",), TypedAnswer(":open")),
        ("review", ("o", "c", "enter"), TypedAnswer("office")),
        ("leave", ("q",), TypedAnswer("leave")),
        ("leave", ("escape",), TypedAnswer("go_on")),
        ("leave", ("2",), TypedAnswer("leave_and_print")),
        ("welcome", ("enter",), TypedAnswer("go_on")),
        ("finish", ("2",), TypedAnswer("plan")),
    ],
)
def test_keys_that_leave_a_page(state: str, keys: tuple[str, ...], reply: Reply) -> None:
    assert reply == after(state, *keys)


def test_a_digit_that_chooses_nothing_is_told() -> None:
    assert "There is no 9 here: 1 to 4." == view("select", "9").warning
    assert "" == view("select", "9", "down").warning
    assert view("select", "z") == view("select")


def test_help_opens_scrolls_and_closes() -> None:
    assert view("help", "?").help
    assert [3, 0] == [view("help", "?", "down").scroll, view("help", "?", "down", "up", "up").scroll]
    for key in ("?", "escape", "enter"):
        assert not view("help", "?", key).help
    assert TypedAnswer("none") == after("help", "?", "1")
    assert KeyPressed("back", "none") == after("help", "?", "b")
    page, shown = screens.states()["help"]
    assert replace(shown, help=True) == press(page, replace(shown, help=True), "1", folded=True)
    assert view("date", "escape", "?", "x").help


def test_nothing_ticked_is_asked_about_once() -> None:
    assert NOTHING_TICKED == view("many", "enter").warning
    assert ("email",) == view("many", "enter", "2").ticked
    assert "" == view("many", "enter", "2").warned


def test_a_note_that_is_not_kept_is_asked_about_once() -> None:
    page, _ = screens.states()["note"]
    changed = View(typed="Ask Kim")
    warned = press(page, changed, "escape")
    assert isinstance(warned, View)
    assert NOT_KEPT == warned.warning
    assert KeyPressed("back", "Ask Kim") == press(page, warned, "escape")


def test_a_day_is_moved_by_arrows_and_taken_in_a_form_for_every_place() -> None:
    page, typed = screens.states()["date"]
    assert TypedAnswer("2027-01-28") == press(page, typed, "enter")
    days = {key: press(page, typed, key) for key in ("up", "down", "pageup", "pagedown")}
    assert ["2027-01-27", "2027-01-29", "2026-12-28", "2027-02-28"] == [
        one.typed for one in days.values() if isinstance(one, View)
    ]
    assert TypedAnswer("28") == press(page, View(typed="28"), "enter")
    refused = press(page, View(typed="31 feb"), "enter")
    assert isinstance(refused, View)
    assert "February 2027 has 28 days." == refused.warning


def test_esc_leaves_a_field_for_its_keys_and_enter_goes_back_to_it() -> None:
    assert view("text", "escape").lifted
    assert not view("text", "escape", "enter").lifted
    assert not view("long_list", "escape", "enter").lifted
    page, found = screens.states()["long_list_found"]
    assert view_of(page) == press(page, found, "escape")
    assert View(typed="xyz") == press(page, View(typed="xyz"), "enter")


def test_groups_and_long_pages_are_turned() -> None:
    assert [1, 16, 1] == [
        view("review", *keys).selected
        for keys in (("pagedown",), ("pagedown", "pagedown"), ("pagedown", "pagedown", "pageup"))
    ]
    assert [1, 0, 8] == [view("welcome", key).top for key in ("down", "up", "pagedown")]


def test_an_option_that_is_a_key_is_that_key_also_when_it_is_ticked() -> None:
    page = Page("several", "", options=(Option("a", "A"), Option("dont_know", "?", key="dont_know")), state="question")
    assert KeyPressed("dont_know", ("dont_know",)) == press(page, View(ticked=("dont_know",)), "enter")
    assert View(shown="") == press(Page("one", "", options=()), View(), "enter")


def test_a_digit_on_a_page_that_is_only_read_says_nothing() -> None:
    assert "" == view("welcome", "1").warning
