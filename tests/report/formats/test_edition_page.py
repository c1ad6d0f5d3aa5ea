"""Editions as pages: one for each owner, none nearly empty; and what is left out is nowhere in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from hustings.messages import say, speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report.document.document_records import Document
from hustings.report.formats.edition_page import edition_page
from hustings.report.formats.report_blocks import Edition
from hustings.report.render.pdf import pdf_bytes
from support import campaign_ai
from support.pdf_pages import LEAST, Page, read
from support.report import DATES, NEW_YEAR, pdf_faults, plain_theme, report_of, worked_report
from support.themes import PAGE, theme

pytestmark = pytest.mark.slow


def test_each_owner_has_one_page(tmp_path: Path) -> None:
    page = worked_report("school_board_no_ai")
    printed = pdf_bytes(edition_page(page, "owners", plain_theme()), plain_theme(), paper="letter", attachment="")
    (tmp_path / "owners.pdf").write_bytes(printed.content)
    assert [] == [fault for fault in pdf_faults(tmp_path / "owners.pdf") if "attach" not in fault]
    assert len(page.todo.lists) == printed.pages
    for each, found in zip(page.todo.lists, pypdf.PdfReader(BytesIO(printed.content)).pages, strict=True):
        assert each.owner in found.extract_text()


def spanish() -> Document:
    weak = campaign_ai.case("attacked_unready")
    with speaking(read_words("es")):
        return report_of(campaign_ai.edition(weak.edition, "es"), {**dict(weak.answers), **DATES}, on=NEW_YEAR)


HELD: Mapping[str, Callable[[], Document]] = {
    "weak": lambda: worked_report("attacked_unready"),
    "strong": lambda: worked_report("school_board_in_order"),
    "barely answered": lambda: report_of(campaign_ai.edition("standard"), {}),
    "Spanish": spanish,
}
HOLDS = {"en": 13, "es": 11}
"""The steps that an owner's page holds, by the language."""


def pages(document: Document, edition: Edition) -> list[Page]:
    page = edition_page(document, edition, plain_theme())
    return read(pdf_bytes(page, plain_theme(), paper="letter", attachment="").content)


@pytest.mark.parametrize("made", HELD.values(), ids=HELD)
def test_no_edition_has_a_page_that_is_nearly_empty(made: Callable[[], Document]) -> None:
    document = made()
    with speaking(read_words(document.language)):
        assert (1, 1) == (len(pages(document, "candidate")), len(pages(document, "share")))
        assert [] == [page.text for page in pages(document, "counsel") if page.fill < LEAST]
        owners, begins = pages(document, "owners"), say("Action list: {owner}", owner="")
        assert [] == [page.text for page in owners[1:] if begins not in page.text and page.fill < LEAST]
        expected = sum(1 + len(each.steps) // HOLDS[document.language] for each in document.todo.lists)
        assert max(1, expected) == len(owners)


def test_what_counsel_does_not_get_is_nowhere_in_the_file() -> None:
    page = worked_report("school_board_no_ai")
    printed = pdf_bytes(edition_page(page, "counsel", plain_theme()), plain_theme(), paper="a4", attachment="")
    reader = pypdf.PdfReader(BytesIO(printed.content))
    assert {} == reader.attachments
    words = " ".join(" ".join(found.extract_text().split()) for found in reader.pages)
    findings = [finding.text for domain in page.domains for finding in domain.findings]
    assert [] == [text for text in findings if text in words]
    assert findings[0].encode() not in printed.content
    assert all(text not in str(reader.metadata) for text in findings)


def test_a_theme_without_such_a_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"owners\.html"):
        edition_page(worked_report("school_board_no_ai"), "owners", theme(tmp_path / "theirs", PAGE.format("")))
