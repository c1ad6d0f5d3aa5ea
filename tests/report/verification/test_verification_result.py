"""What `verify` says about a report, word for word."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from hustings import __version__
from hustings.report.verification.carried_report import report_in
from hustings.report.verification.differences import Difference
from hustings.report.verification.page_comparison import PageComparison, Why, WordDifference
from hustings.report.verification.text_comparison import TextComparison, TextDifference
from hustings.report.verification.verification_result import Verdict, verdict
from support.report import town
from support.verification import handed_on

pytestmark = pytest.mark.slow


@cache
def found() -> Verdict:
    return verdict(report_in(handed_on()), lambda _digest: None)


def said(**changes: Any) -> list[str]:
    return list(replace(found(), **changes).lines("r.pdf"))[3:]


def test_a_report_that_is_the_same() -> None:
    count, compared = len(found().again.answers), found().pages
    assert isinstance(compared, PageComparison)
    pages = compared.count[0]
    assert found().same
    assert [
        f"r.pdf: made by Hustings {__version__}, which is the one here, for 9 September 2026.",
        f"Its pack: town {town().version}, {town().digest[:16]}",
        "",
        f"Same figures: its {count} answers give all of them again.",
        f"Same pages: all {pages} were printed again and compared.",
    ] == list(found().lines("r.pdf"))


def test_each_value_that_differs_without_what_a_terminal_obeys() -> None:
    figures = (Difference("a.b", "6\x1b[2J1", "54"), Difference("c", "1", ""), Difference("d", "", "2"))
    lines = said(figures=figures)
    assert [
        "3 values are not what its answers give:",
        "  a.b: 6[2J1 in the report, 54 as reckoned",
        "  c: 1 should not be there",
        "  d: 2 is missing",
    ] == lines[:4]
    assert "  and 5 more" == said(figures=45 * figures[:1])[41]


def test_pages_that_differ() -> None:
    passages = (WordDifference(2, "61", "54"), WordDifference(3, "", "no"), WordDifference(4, "yes", ""))
    pages = PageComparison(None, (3, 4), passages, (5, 6), around=True)
    assert [
        "It has 3 pages; its answers give 4.",
        "3 passages do not read as printed:",
        "  page 2: “61”, printed as “54”",
        "  page 3: “no” is missing",
        "  page 4: “yes” was not printed",
        "The words are the same, but not all that is drawn or linked, on page 5 and 6.",
        "The order of reading or the table of contents is not as it was printed.",
    ] == said(pages=pages)[1:]


def test_another_machine_another_version_and_a_head() -> None:
    (line,) = said(pages=PageComparison(None, (2, 2), redrawn=True))[1:]
    assert (
        "Same words on all of its 2 pages. This machine draws letters otherwise, so only words were compared." == line
    )
    older = replace(found().carried, assessment={**found().carried.assessment, "hustings": "0.0.9"})
    first = next(replace(found(), carried=older).lines("r.pdf"))
    assert f"r.pdf: made by Hustings 0.0.9; this is {__version__}; for 9 September 2026." == first
    headed = said(again=replace(found().again, head="3f2a-91c0"))
    assert ["Head: 3f2a-91c0", "  Whether it belongs to a case file: hustings verify CASE --head HEAD"] == headed[2:]


def test_a_text_for_a_word_processor() -> None:
    assert ["Same words and pictures: all 900 paragraphs were written again and compared."] == said(
        pages=TextComparison(count=900)
    )[1:]
    passages = (TextDifference("61", "54"), TextDifference("", "no"), TextDifference("yes", ""))
    assert [
        "3 passages do not read as written:",
        "  “61”, written as “54”",
        "  “no” is missing",
        "  “yes” was not written",
        "Not all of its pictures, or the words that stand for them, are as they were written.",
    ] == said(pages=TextComparison(None, 900, passages, pictures=True))[1:]


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("unknown", "Its pages were not compared: it does not say how it was printed."),
        ("version", "Its pages were not compared: another version of Hustings prints them otherwise."),
        ("theme", "Its pages were not compared: they were printed with a theme that is not here."),
        ("workshop", "Its pages were not compared: what the workshop decided is in the case file only."),
        ("progress", "Its pages were not compared: the assessments before this one are in the case file only."),
    ],
)
def test_pages_that_were_not_compared(why: Why, line: str) -> None:
    assert [line] == said(pages=PageComparison(why))[1:]
