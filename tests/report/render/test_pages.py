"""What the pages look like, measured on the PDF: how many, how full, no heading at a foot, whatever the campaign."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import Any

import pypdf
import pytest

from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.report import render_html
from hustings.report.document.records import Document
from support.report import plain_theme, print_of, report_of, town, town_report, worked_report

pytestmark = pytest.mark.slow

FOOT = 50.0
HANDED = "one page, to keep at hand"
"""What the first page of the hand-outs says."""
GOOD: dict[str, Any] = dict.fromkeys(("chatbot_account", "records_rule", "response_plan", "plan_drill"), "fully")
NAME = "Una candidatura con un nombre de sesenta letras, ni más ni menos"


class Page:
    """The lines of a page with their heights, in points from the foot, without the running foot."""

    def __init__(self, page: pypdf.PageObject) -> None:
        self.lines: list[tuple[float, str]] = []
        self.high = float(page.mediabox.height)
        self.text = page.extract_text(visitor_text=self._line)

    def _line(self, text: str, cm: list[float], tm: list[float], *_: object) -> None:
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and y > FOOT:
            self.lines.append((y, " ".join(text.replace("\0", "").split())))

    @property
    def fill(self) -> float:
        """How much of it is used, 0 to 1."""
        return (self.high - min(y for y, _ in self.lines)) / (self.high - FOOT)

    @property
    def last(self) -> str:
        """The text at its foot."""
        low = min(y for y, _ in self.lines)
        return " ".join(text for y, text in self.lines if y < low + 2)


def printed(document: Document, paper: str) -> tuple[list[Page], list[str]]:
    """The pages, and the headings of the report."""
    html = render_html(document, plain_theme())
    content = print_of(html, paper=paper).content
    found = re.findall(r"<h[23][^>]*>(.*?)</h[23]>", html, re.DOTALL)
    headings = [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]
    return [Page(page) for page in pypdf.PdfReader(BytesIO(content)).pages], headings


def faults(document: Document, paper: str, most: int, *, handouts: bool = True) -> list[str]:
    """What is wrong with the pages, in words. Without `handouts`, the pages that are handed out are not counted."""
    pages, headings = printed(document, paper)
    first = next((at for at, page in enumerate(pages) if HANDED in page.text and at), len(pages))
    count = len(pages) if handouts else first
    wrong = [f"{count} pages"] if count > most else []
    for number, page in enumerate(pages, 1):
        if page.fill < 0.15:
            wrong.append(f"page {number} is nearly empty")
        if number > 1 and any(one.endswith(page.last) for one in headings if len(page.last) > 8):
            wrong.append(f"page {number} ends with a heading: {page.last}")
    return wrong


def columns_of_one_word(document: Document, paper: str) -> list[str]:
    """Pages on which words of three letters and more stand one a line, six lines and more in a row."""
    return [
        f"page {number}"
        for number, page in enumerate(printed(document, paper)[0], 1)
        if re.search(r"(?:\n[^\W\d]{3,}){6}\n", page.text)
    ]


def test_the_worst_campaign_stays_within_thirty_pages_without_its_handouts() -> None:
    page = worked_report("statewide_full_open")
    assert [] == faults(page, "letter", 30, handouts=False)
    assert [] == columns_of_one_word(page, "letter")


def test_a_standard_report_has_eighteen_pages_without_its_handouts() -> None:
    assert [] == faults(worked_report("city_race"), "letter", 18, handouts=False)


def test_a_strong_campaign_has_a_short_report() -> None:
    assert [] == faults(town_report(**GOOD), "letter", 8)


def test_a_barely_answered_one_is_short_and_says_what_to_find_out() -> None:
    page = report_of(town(), {})
    assert page.summary.find_out
    assert [] == faults(page, "a4", 9)


def test_spanish_with_a_long_name_and_other_scripts_fits_too() -> None:
    with speaking(read_words("es")):
        page = town_report(campaign_name=NAME, chatbot_account={"value": "none", "note": "選挙 حملة"})
        assert [] == faults(page, "a4", 10)
