"""Pages held against those that the same answers print."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from hustings.report.verification.carried_report import PageMarks, report_in
from hustings.report.verification.page_comparison import PageComparison, compared_pages
from hustings.report.verification.recomputed_report import RecomputedReport, recomputed
from support.verification import handed_on, saved_again

pytestmark = pytest.mark.slow
SHOWN = re.compile(rb"<([0-9a-f]{4})([0-9a-f]{4})[0-9a-f]*>")


@cache
def again() -> RecomputedReport:
    return recomputed(report_in(handed_on()), lambda _digest: None)


def compared(*edits: Callable[[Any], None]) -> PageComparison:
    return compared_pages(report_in(saved_again(handed_on(), *edits)), again())


def swapped(writer: Any) -> None:
    """Two letters of the second page change places."""
    drawn = writer.pages[1]["/Contents"].get_object()
    content = drawn.get_data()
    found = next(one for one in SHOWN.finditer(content) if one[1] != one[2])
    drawn.set_data(content[: found.start(1)] + found[2] + found[1] + content[found.end(2) :])


def spaced(writer: Any) -> None:
    drawn = writer.pages[1]["/Contents"].get_object()
    drawn.set_data(drawn.get_data() + b" ")


def test_a_copy_is_the_same() -> None:
    found = compared()
    assert found.same
    assert found == PageComparison(count=found.count)


def test_two_letters_that_changed_places_are_told() -> None:
    found = compared(swapped)
    assert (False, {2}) == (found.same, {passage.page for passage in found.passages})


def test_what_is_drawn_otherwise_is_told_by_its_page() -> None:
    found = compared(spaced)
    assert (False, (), (2,)) == (found.same, found.passages, found.drawn)


def test_a_page_that_is_gone_is_told() -> None:
    def gone(writer: Any) -> None:
        writer.remove_page(len(writer.pages) - 1)

    there, here = compared(gone).count
    assert here - 1 == there


def test_where_every_page_is_drawn_otherwise_only_words_count() -> None:
    carried = report_in(handed_on())
    assert isinstance(carried.marks, PageMarks)
    other = replace(carried, marks=PageMarks(tuple("x" * len(carried.marks.pages)), "x"))
    found = compared_pages(other, again())
    assert (True, True) == (found.same, found.redrawn)


def test_why_pages_are_not_compared() -> None:
    carried = report_in(handed_on())
    assert "unknown" == compared_pages(replace(carried, printed={}), again()).why
    other = replace(carried, assessment={**carried.assessment, "hustings": "0.0.9"})
    assert "version" == compared_pages(other, again()).why
    assert "theme" == compared_pages(replace(carried, printed={"shipped_theme": False}), again()).why
    room = replace(carried, assessment={**carried.assessment, "workshop": {}})
    assert "workshop" == compared_pages(room, again()).why
    before = replace(carried, assessment={**carried.assessment, "progress": {}})
    assert "progress" == compared_pages(before, again()).why
