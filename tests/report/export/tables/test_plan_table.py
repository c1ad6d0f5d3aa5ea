"""The plan as CSV and XLSX, read back as a spreadsheet program reads it."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

from hustings.cli.options import words_of
from hustings.messages import speaking
from hustings.report.export.tables.plan_table import plan_csv, plan_xlsx
from hustings.scoring.plan.steps import Plan
from support.plans import planned
from support.scoring import e1, mini

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEADINGS = [
    *("Step", "What to do", "How", "Who", "Hours", "Start", "Last day of work", "Works on", "Days of waiting"),
    *("Start at the latest", "After steps", "Kind", "Points in this plan", "Points alone", "Note"),
]


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def cells(content: bytes) -> list[list[str]]:
    """The texts and numbers of the first sheet; a formula would raise."""
    with ZipFile(BytesIO(content)) as book:
        shared = ["".join(one.itertext()) for one in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314 - our own
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    assert [] == list(sheet.iter(f"{MAIN}f"))
    return [[_cell(cell, shared) for cell in row] for row in sheet.iter(f"{MAIN}row")]


def _cell(cell: ET.Element, shared: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value


def titled(text: str) -> Plan:
    """A plan whose first step is called this."""
    plan = planned(mini(), e1())
    return replace(plan, steps=(replace(plan.steps[0], title=text, how='a\nb; "c"'), *plan.steps[1:]))


def test_csv_has_a_row_for_each_step() -> None:
    plan = planned(mini(), e1(p_c1="0.3"))
    read = rows(plan_csv(mini(), plan))
    assert HEADINGS == read[0]
    assert len(plan.steps) == len(read) - 1
    assert ["1", "Close it.", "Now.", "Campaign manager", "0.5", *["2026-11-30"] * 3] == read[1][:8]
    assert ["2026-12-06", "2026-12-21", "15", "2027-01-09", "", "For the band"] == read[2][6:12]
    assert "Helps to close the deal-breaker “Privacy first”." == read[2][14]


def test_what_is_left_for_later_has_no_dates() -> None:
    read = rows(plan_csv(mini(), planned(mini(), e1(), 5)))
    assert ["3", "Afterwards"] == [read[-1][0], read[-1][11]]
    assert ["", "", ""] == read[-1][5:8]


def test_a_text_is_never_a_formula() -> None:
    for text in ("=1+1.", "+1.", "-1.", "@SUM(A1).", "\t=1.", "＝1."):
        assert f"'{text}" == rows(plan_csv(mini(), titled(text)))[1][1]
        assert text.strip() == cells(plan_xlsx(mini(), titled(text)))[1][1].strip()


def test_texts_come_back_as_they_were() -> None:
    for read in (rows(plan_csv(mini(), titled("Uno."))), cells(plan_xlsx(mini(), titled("Uno.")))):
        assert ["Uno.", 'a\nb; "c"'] == read[1][1:3]


def test_a_sheet_has_numbers_and_dates() -> None:
    read = cells(plan_xlsx(mini(), planned(mini(), e1())))
    assert HEADINGS == read[0]
    assert ["1", "F one to largely.", "as said", "Campaign manager", "32", "46356"] == read[1][:6]


def test_a_find_out_lists_its_questions() -> None:
    read = rows(plan_csv(mini(), planned(mini(), {})))
    assert read[2][2].startswith("• ")
    assert 10 == len(read[2][2].splitlines())


def test_headings_are_said_in_the_language_that_is_spoken() -> None:
    with speaking(words_of("es")):
        read = rows(plan_csv(mini(), planned(mini(), e1())))
    assert ["Paso", "Qué hacer"] == read[0][:2]
