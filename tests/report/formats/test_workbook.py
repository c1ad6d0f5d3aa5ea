"""The report as a spreadsheet, read back."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZipFile

from hustings.report import compose_document
from hustings.report.formats.workbook import sheets, workbook
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, town

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_four_sheets_with_filters_and_no_formula() -> None:
    answers = answered(town(), {**TOWN, "campaign_name": "=1+1"})
    result = score(town(), answers)
    plan = make_plan(result, clock(town(), answers, ON))
    page = compose_document(result, plan, ON)
    content = workbook(page, town(), plan)
    assert content == workbook(page, town(), plan)
    with ZipFile(BytesIO(content)) as book:
        names = [one.get("name") for one in ET.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]  # noqa: S314
        pages = [ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")) for number in (1, 2, 3, 4)]  # noqa: S314
    assert ["Plan", "Findings", "Answers", "Ledger"] == names
    for written, sheet in zip(pages, sheets(page, town(), plan), strict=True):
        assert len(sheet.rows) + 1 == len(list(written.iter(f"{MAIN}row")))
        assert written.find(f"{MAIN}autoFilter") is not None
        assert [] == list(written.iter(f"{MAIN}f"))
    assert any("=1+1" in row for sheet in sheets(page, town(), plan) for row in sheet.rows)
