"""Where pages begin, joined from what two programs laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from hustings.report.render.quicker.page_places import (
    NotSharedError,
    carry,
    empty,
    item,
    joined,
    moved,
    pages_to,
    words_at,
    words_on,
)
from support.sections import before_layout, sections

FIRST, SECOND, END = {0: {2: None}}, {0: {5: None}}, None
COVER = item(None, "", 0)


@dataclass
class Box:
    """A box as far as an empty page is one."""

    children: list[Any] = field(default_factory=list)

    def copy(self) -> Box:
        return Box(self.children)


def counts(items: list[Any]) -> list[int]:
    return [one[3][1]["page"][0] for one in items]


def test_a_place_is_moved_with_its_number() -> None:
    assert item(FIRST, "", 5) == moved(item(FIRST, "", 2), 3)


def test_places_of_both_programs_are_numbered_through() -> None:
    ours = [COVER, item({0: {1: None}}, "", 1), item(SECOND, "", 2), item(END, "", 3)]
    theirs = [item(FIRST, "", 1), item({0: {3: None}}, "", 2), item(SECOND, "", 3)]
    whole = joined(ours, item(FIRST, "", 2), theirs, 2)
    assert [0, 1, 2, 3, 4, 5] == counts(whole)
    assert [None, {0: {1: None}}, FIRST, {0: {3: None}}, SECOND, END] == [one[0] for one in whole]
    assert [True, False, True, False, True, False] == [one[2] for one in whole]


def test_the_pages_of_the_fork_may_be_the_last() -> None:
    whole = joined([COVER, item(FIRST, "", 1)], item(FIRST, "", 1), [item(FIRST, "", 1), item(END, "", 2)], 1)
    assert [0, 1, 2] == counts(whole)


@pytest.mark.parametrize(("met", "last"), [(item(FIRST, "odd", 1), SECOND), (item(FIRST, "", 1), {0: {4: None}})])
def test_programs_that_do_not_agree_are_noticed(met: Any, last: Any) -> None:
    with pytest.raises(NotSharedError):
        joined([COVER, item(SECOND, "", 1), item(END, "", 2)], met, [item(FIRST, "", 1), item(last, "", 2)], 1)


def test_words_for_margins_are_the_last_before_a_page() -> None:
    found = {"part": {1: ["One", "Two"], 3: ["Three"]}, "from": {4: ["Four"]}}
    assert {"part": "Two"} == words_at(found, 2)


def test_an_empty_page_carries_words() -> None:
    page = empty(Box([Box([Box()]), Box()]))
    assert [[], []] == [child.children for child in page.children]
    carry(page, {"part": "One"})
    assert {"part": "One"} == words_on([page])


@pytest.mark.slow
def test_a_place_that_is_never_met_is_noticed() -> None:
    def to_nowhere(rendering: Any) -> str:
        with pytest.raises(NotSharedError):
            pages_to({0: {99: None}}, rendering, 0)
        rendering.context.page_maker[1:] = []
        return "noticed"

    assert "noticed" == before_layout(sections(count=2), to_nowhere)
