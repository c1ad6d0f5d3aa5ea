"""questionary's list holds what is pointed at and ticked."""

from __future__ import annotations

from dataclasses import replace

from hustings.interview.screen.view import View
from hustings.interview.terminal.choice_list import choice_list, read_from, write_back
from support import screens


def test_the_list_begins_as_the_view_says_and_is_read_back() -> None:
    page, view = screens.states()["many"]
    control = choice_list(page, view)
    assert control is not None
    assert view == read_from(control, View())
    control.select_next()
    assert replace(view, selected=4) == read_from(control, view)
    write_back(control, View(selected=99, ticked=("doors_print",)))
    assert View(selected=7, ticked=("doors_print",)) == read_from(control, View())


def test_a_field_has_no_list_and_a_search_has_what_it_finds() -> None:
    assert choice_list(*screens.states()["text"]) is None
    page, view = screens.states()["long_list_found"]
    found = choice_list(page, view)
    assert found is not None
    assert 4 == len(found.choices)
    assert choice_list(page, replace(view, typed="xyz")) is None
