"""The line of keys of each page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.interview.screen.grid import grid_for
from hustings.interview.screen.key_lines import key_table, keys_of
from support import screens


def told(state: str, columns: int = 80, *, more: bool = False, hidden: bool = False, **changes: object) -> str:
    page, view = screens.states()[state]
    changed = replace(view, **changes)  # type: ignore[arg-type]
    return "   ".join(
        f"{key} {words}" for key, words in keys_of(page, changed, grid_for(columns, 24), hidden=hidden, more=more)
    )


@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("select", "1-4 answer   b back   ? help   q leave   m sections   r answers"),
        ("many", "1-7 tick   Enter take 2   b back   ? help   q leave   m sections   r answers"),
        ("yes_no", "n y answer   b back   ? help   q leave   m sections   r answers"),
        ("number", "Enter take it   b back   ? help   q leave   m sections   r answers"),
        ("date", "Enter take it   Esc then b back, ? help, q leave"),
        ("long_list", "type to find   Enter take   Esc then b back, d don't know, ? help, q leave"),
        ("lifted", "b back   d don't know   ? help   q leave   Enter type on"),
        ("help", "1-5 answer   Esc close help"),
        ("note", "Enter keep it   Esc leave it"),
        ("proof", "0-3 choose   Esc close   b back   q leave"),
        ("stop", "Enter I have read this   b change my answer   q leave"),
        ("section_end", "Enter go on: Fakes, 8 min   b back   r answers   q leave"),
        ("review", "Enter change   / find   Esc back   q leave   e shorter or longer   w by role"),
        ("leave", "1-3 choose   Enter leave   Esc go on"),
        ("resume", "1-3 choose   Enter go on   q leave   e shorter or longer   w by role"),
        ("waiting", "1-6 choose   Esc close   q leave"),
        ("role_done", "1-2 choose   r answers   w by role   q leave"),
        ("editions", "1-3 choose   Esc close   q leave"),
        ("find", "type to find   Enter go there   Esc close"),
        ("people", "Enter go on   Esc close   q leave"),
        ("finish", "1-4 choose   w with the whole team   q leave"),
        ("welcome", "Enter begin   e shorter or longer   q leave"),
    ],
)
def test_the_keys_that_are_needed_most_come_first(state: str, keys: str) -> None:
    assert keys == told(state)


def test_the_map_leads_further_than_most_windows_are_wide() -> None:
    assert told("sections").startswith("1-6 go there   Esc back to the question   r answers   q leave   / find   e ")
    assert told("sections", 60).startswith("1-6 go there   Esc back   r answers   q leave")


def test_keys_by_what_was_done() -> None:
    assert told("many", ticked=()).startswith("1-7 tick   Enter take   ")
    assert "Enter go on" in told("leave", selected=2)
    assert "? sources and keys" in told("select", 100)
    assert "m sections" not in told("select", 60)
    assert "Esc close help   ↓ read on" == told("help", hidden=True, more=True)
    assert "Esc then b back, q leave" in told("date", 46)
    assert "Esc more keys" in told("date", 40)
    assert told("welcome", more=True) == "Enter begin   ↓ read on   e shorter or longer   q leave"


def test_a_list_with_more_choices_than_digits_is_ticked_with_space() -> None:
    page, view = screens.states()["many"]
    longer = replace(page, options=(*page.options, *(replace(page.options[0], id=f"o{n}") for n in range(5))))
    assert ("Space", "tick") == next(iter(keys_of(longer, view, grid_for(80, 24))))


def test_help_tells_all_keys() -> None:
    page, _ = screens.states()["select"]
    assert ["1-4", "b", "d", "s", "a", "p", "m", "r", "/", "e", "w", "q"] == [key for key, _ in key_table(page)]
    assert "1-4" not in [key for key, _ in key_table(screens.states()["text"][0])]
