"""The method on one page, what the report is not, and what it takes to make it again."""

from __future__ import annotations

from hustings import __version__
from hustings.report.document.document_records import Figure
from support.report import town, town_report


def test_method_prints_the_rubrics_own_numbers_and_says_what_it_is_not() -> None:
    page = town_report()
    method = " ".join(paragraph.text for paragraph in page.method)
    assert "60 % for everyone" in method
    assert "Unprepared from 0, Exposed from 40, Guarded from 60 and Ready from 80" in method
    limits = " ".join(f"{paragraph.title} {paragraph.text}" for paragraph in page.limits)
    assert "They have not been validated against outcomes" in limits
    assert "what the rubric asks at this exposure is in place" in limits
    assert "not legal advice" in limits


def test_provenance_lets_the_result_be_made_again() -> None:
    page = town_report()
    assert page.provenance == (
        Figure("Questions and rubric", "A town council race (town 1.0.0)", "facts as of 2026-11-23"),
        Figure("Digest of the pack", town().digest, "SHA-256; the same files give the same digest"),
        Figure("Hustings", __version__, "made on this machine; nothing was sent anywhere"),
        Figure("Report date", "9 September 2026", ""),
    )
