"""What the pages look like, measured on the PDF: how many, how full, no heading at a foot, whatever the campaign."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest

from hustings.messages import say, speaking
from hustings.pack.translation.ui_language import read_words
from hustings.report import render_html
from hustings.report.document.document_records import Document
from support import campaign_ai
from support.deep import some
from support.pdf_pages import LEAST, Page, read
from support.report import DATES, NEW_YEAR, plain_theme, print_of, report_of, town, town_report, worked_report
from support.workshop_case import page as workshop_page

pytestmark = pytest.mark.slow

LONG = 40
"""The letters of a line that says something."""
HANDED = "one page, to keep at hand"
"""What the first page of the hand-outs says."""
GOOD: dict[str, Any] = dict.fromkeys(("chatbot_account", "records_rule", "response_plan", "plan_drill"), "fully")
NAME = "Una candidatura con un nombre de sesenta letras, ni más ni menos"


def printed(document: Document, paper: str) -> tuple[list[Page], list[str]]:
    """The pages, and what must not stand at the foot of one: headings, and heads of tables."""
    html = render_html(document, plain_theme())
    content = print_of(html, paper=paper).content
    found = re.findall(r"<h[23][^>]*>(.*?)</h[23]>|<thead>(.*?)</thead>", html, re.DOTALL)
    opening = [" ".join(unescape(re.sub(r"<[^>]+>", " ", "".join(one))).split()) for one in found]
    return read(content), opening


def faults(document: Document, paper: str, most: int, *, handouts: bool = True) -> list[str]:
    """What is wrong with the pages, in words. Without `handouts`, the pages that are handed out are not counted."""
    pages, opening = printed(document, paper)
    first = next((at for at, page in enumerate(pages) if HANDED in page.text and at), len(pages))
    count = len(pages) if handouts else first
    wrong = [f"{count} pages"] if count > most else []
    for number, page in enumerate(pages, 1):
        if page.fill < LEAST:
            wrong.append(f"page {number} is nearly empty")
        if number > 1 and any(page.ends_with(one) for one in opening):
            wrong.append(f"page {number} ends with what opens: {page.last}")
    return [*wrong, *_spilled(pages), *_twice(pages)]


def _twice(pages: list[Page]) -> list[str]:
    """Pages that say again what the page before says: WeasyPrint does so with floats in what is kept whole."""
    long = [{text for _, text in page.lines if len(text) > LONG} for page in pages]
    again = [
        at + 2 for at, (one, other) in enumerate(pairwise(long)) if 2 * len(one & other) > min(len(one), len(other))
    ]
    return [f"page {number} says what the page before says" for number in again]


def _spilled(pages: list[Page]) -> list[str]:
    """The cover and the page of one minute, where they take more than a page each."""
    topics = {say("In one minute"): 1, say("The plan in time"): 2}
    first = {topic: next(at for at, one in enumerate(pages) if topic in one.top) for topic in topics}
    return [f"{topic}: page {at + 1}" for topic, at in first.items() if at != topics[topic]]


@pytest.mark.parametrize(
    ("before", "foot", "seen"),
    [
        ("A row.", "<h2>A heading at the foot</h2>", True),
        ("A row.", "<h2 style='width: 60px'>A heading at the foot</h2>", True),
        ("Another row that is no heading and ends", "<p>at the foot</p>", False),
    ],
)
def test_a_heading_at_the_foot_is_seen_and_a_row_that_ends_alike_is_not(before: str, foot: str, *, seen: bool) -> None:
    html = f"<title>t</title><style>h2, p {{ font: 9px sans-serif; margin: 0 }}</style><p>{before}</p>{foot}"
    (page,) = read(print_of(html).content)
    assert seen is page.ends_with("A heading at the foot")


def columns_of_one_word(document: Document, paper: str) -> list[str]:
    """Pages on which words of three letters and more stand one a line, six lines and more in a row."""
    return [
        f"page {number}"
        for number, page in enumerate(printed(document, paper)[0], 1)
        if re.search(r"(?:\n[^\W\d]{3,}){6}\n", page.text)
    ]


def test_the_worst_campaign_stays_within_thirty_pages_without_its_handouts() -> None:
    worst = worked_report("statewide_full_open")
    assert [] == faults(worst, "letter", 30, handouts=False)
    assert [] == columns_of_one_word(worst, "letter")


def test_a_standard_report_has_eighteen_pages_without_its_handouts() -> None:
    assert [] == faults(worked_report("city_race"), "letter", 18, handouts=False)


WORKED = [(language, case.id) for language in ("es", "en") for case in campaign_ai.pack().cases]
"""Every worked campaign in both languages: some end a list a few lines after a page does."""


@pytest.mark.parametrize(("language", "case"), some(WORKED, 22))
def test_a_worked_campaign_has_no_page_that_is_nearly_empty(language: str, case: str) -> None:
    found = campaign_ai.case(case)
    with speaking(read_words(language)):
        pack = campaign_ai.edition(found.edition, language)
        report = report_of(pack, {**dict(found.answers), **DATES}, on=NEW_YEAR)
        assert [] == faults(report, "letter", 50)


def test_a_strong_campaign_has_a_short_report() -> None:
    assert [] == faults(town_report(**GOOD), "letter", 8)


def test_a_barely_answered_one_is_short_and_says_what_to_find_out() -> None:
    barely = report_of(town(), {})
    assert barely.summary.find_out
    assert [] == faults(barely, "a4", 7)


def test_a_workshop_in_spanish_with_a_long_name_and_other_scripts_fits_too() -> None:
    with speaking(read_words("es")):
        held = workshop_page(campaign_name=NAME, staff={"value": 4, "note": "選挙 حملة"})
        assert [] == faults(held, "a4", 13)
