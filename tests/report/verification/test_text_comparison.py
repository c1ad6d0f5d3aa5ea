"""A DOCX held against what the same answers give: copies, edits, and why it is not compared."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from hustings.report.verification.carried_report import report_in
from hustings.report.verification.recomputed_report import RecomputedReport, recomputed
from hustings.report.verification.text_comparison import TextComparison, TextDifference, compared_text
from support.verification import handed_on_as_word, packed_again

pytestmark = pytest.mark.slow


@cache
def again() -> RecomputedReport:
    return recomputed(report_in(handed_on_as_word()), lambda _digest: None)


def compared(**changes: tuple[bytes, bytes]) -> TextComparison:
    return compared_text(report_in(packed_again(handed_on_as_word(), **changes)), again())


def test_a_copy_is_the_same() -> None:
    found = compared(core=(b"AI readiness report", b"Other"))
    assert found == TextComparison(count=found.count)
    assert found.same


def test_a_changed_word_is_told_with_a_few_around_it() -> None:
    found = compared(document=(b"may be Exposed: between 28 and 45", b"may be Exposed: between 68 and 45"))
    assert (TextDifference("be Exposed: between 68 and 45 out", "be Exposed: between 28 and 45 out"),) == found.passages
    assert not found.same


def test_what_is_gone_and_what_was_added() -> None:
    missing = compared(document=(b">Findings<", b"><"))
    assert (TextDifference("", "Findings"),) == missing.passages
    added = b"<w:body><w:p><w:r><w:t>Ready for anything</w:t></w:r></w:p>"
    assert (TextDifference("Ready for anything", ""),) == compared(document=(b"<w:body>", added)).passages


def test_a_changed_picture() -> None:
    found = compared(image1=(b"IDAT", b"IDAU"))
    assert ((), True, False) == (found.passages, found.pictures, found.same)


def test_why_it_is_not_compared() -> None:
    carried = report_in(handed_on_as_word())
    assert "a4" == carried.paper
    assert "unknown" == compared_text(replace(carried, printed={}), again()).why
