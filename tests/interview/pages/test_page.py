"""A page of an interview as a record."""

from __future__ import annotations

from hustings.interview.pages.page import LONGEST_LIST, Option, Page


def listed(count: int, *, heading: bool = False) -> tuple[Option, ...]:
    return tuple(Option(f"o{number}", f"Choice {number}", heading=heading) for number in range(count))


def test_letters_find_a_choice_only_in_a_long_list_of_which_one_is_chosen() -> None:
    assert not Page("one", "Where?", options=listed(LONGEST_LIST)).searchable
    assert Page("one", "Where?", options=listed(LONGEST_LIST + 1)).searchable
    assert not Page("several", "Where?", options=listed(LONGEST_LIST + 1)).searchable
    assert not Page("one", "Where?", options=listed(LONGEST_LIST + 1, heading=True)).searchable
