"""The report for a word processor, read back: styles, headings, tables, charts with words, the same bytes."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from hustings.report.formats.blocks import Heading, Picture, Table
from hustings.report.formats.report_blocks import report_blocks
from hustings.report.formats.word_report import word_report
from support.report import plain_theme, town_report

if TYPE_CHECKING:
    from docx.document import Document

EVIL = "<w:p/> & =1+1 \x1b[2J Łódź"


@cache
def written() -> bytes:
    page = town_report(campaign_name=EVIL, sample=True)
    return word_report(page, report_blocks(page), plain_theme(), paper="a4")


def reopened() -> Document:
    return docx.Document(BytesIO(written()))


def test_headings_are_headings_and_go_down_one_step_at_a_time() -> None:
    blocks = report_blocks(town_report(campaign_name=EVIL, sample=True))
    names = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
    expected = [(names[block.level], block.text) for block in blocks if isinstance(block, Heading)]
    found = [
        (one.style.name, one.text) for one in reopened().paragraphs if one.style and one.style.name in names.values()
    ]
    assert [(name, text.replace("\x1b", "")) for name, text in expected] == found
    levels = [list(names.values()).index(str(name)) for name, _ in found]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_its_head_and_every_chart_its_words() -> None:
    blocks = report_blocks(town_report(campaign_name=EVIL, sample=True))
    page = reopened()
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(one.rows) + 1 for one in tables] == [len(one.rows) for one in page.tables]
    for table in page.tables:
        assert next(table.rows[0]._tr.iter(qn("w:tblHeader")), None) is not None
        assert next(table._tbl.iter(qn("w:tblCaption"))).get(qn("w:val"))
    alts = [block.chart.alt for block in blocks if isinstance(block, Picture)]
    assert alts == [one._inline.docPr.get("descr") for one in page.inline_shapes]
    assert 4 < len(alts)


def test_contents_lead_to_every_chapter() -> None:
    body = reopened().element.body
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert anchors == [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert [f"chapter{number}" for number in range(1, len(anchors) + 1)] == anchors


def test_the_same_bytes_in_the_language_of_the_report_and_named() -> None:
    page = town_report(campaign_name=EVIL, sample=True)
    assert written() == word_report(page, report_blocks(page), plain_theme(), paper="a4")
    found = reopened().core_properties
    assert ("Hustings", "") == (found.author, found.last_modified_by)
    assert found.title.startswith("AI readiness report: <w:p/> & =1+1 [2J")


def test_nothing_is_carried_unless_it_is_given() -> None:
    assert "customXml/item9.xml" not in {
        str(part.partname).lstrip("/") for part in reopened().part.package.iter_parts()
    }
