"""Editions as pages: one for each owner; and what is left out is nowhere in the file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from hustings.problems import InputError
from hustings.report.formats.blocks_page import blocks_page
from hustings.report.render.pdf import pdf_bytes
from support.report import pdf_faults, plain_theme, worked_report
from support.themes import PAGE, theme

pytestmark = pytest.mark.slow


def test_each_owner_has_one_page(tmp_path: Path) -> None:
    page = worked_report("school_board_no_ai")
    printed = pdf_bytes(blocks_page(page, "owners", plain_theme()), plain_theme(), paper="letter", attachment="")
    (tmp_path / "owners.pdf").write_bytes(printed.content)
    assert [] == [fault for fault in pdf_faults(tmp_path / "owners.pdf") if "attach" not in fault]
    assert len(page.todo.lists) == printed.pages
    for each, found in zip(page.todo.lists, pypdf.PdfReader(BytesIO(printed.content)).pages, strict=True):
        assert each.owner in found.extract_text()


def test_what_counsel_does_not_get_is_nowhere_in_the_file() -> None:
    page = worked_report("school_board_no_ai")
    printed = pdf_bytes(blocks_page(page, "counsel", plain_theme()), plain_theme(), paper="a4", attachment="")
    reader = pypdf.PdfReader(BytesIO(printed.content))
    assert {} == reader.attachments
    words = " ".join(" ".join(found.extract_text().split()) for found in reader.pages)
    findings = [finding.text for domain in page.domains for finding in domain.findings]
    assert [] == [text for text in findings if text in words]
    assert findings[0].encode() not in printed.content
    assert all(text not in str(reader.metadata) for text in findings)


def test_a_theme_without_such_a_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"blocks\.html"):
        blocks_page(worked_report("school_board_no_ai"), "owners", theme(tmp_path / "theirs", PAGE.format("")))
