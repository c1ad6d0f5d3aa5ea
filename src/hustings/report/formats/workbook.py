"""A report as a spreadsheet: plan, findings, answers and ledger, each a sheet with filters. No cell is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.report.document.document_records import Document
from hustings.report.export.tables.plan_table import COLUMNS, DAY_FORMAT, Cell, as_csv, plan_table
from hustings.report.formats.chapter_blocks import answer_row, finding_row
from hustings.scoring.plan.steps import Plan
from hustings.text import harmless

DATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, its columns with their widths, and its rows."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(document: Document, pack: Pack, plan: Plan) -> bytes:
    """The report as XLSX; the same report gives the same bytes."""
    return sheets_file(document.title, sheets(document, pack, plan))


def sheets_file(title: str, written: Iterable[Sheet]) -> bytes:
    """Sheets as XLSX; the same sheets give the same bytes."""
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as book:
        book.set_properties({"title": harmless(title), "created": DATED})
        for sheet in written:
            _write(book, sheet)
    return content.getvalue()


def csv_tables(document: Document, pack: Pack, plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Each sheet as CSV, by its title."""
    for sheet in sheets(document, pack, plan):
        yield sheet.title, as_csv(tuple(head for head, _ in sheet.columns), sheet.rows)


def sheets(document: Document, pack: Pack, plan: Plan) -> Iterator[Sheet]:
    """The four sheets."""
    yield Sheet(say("Plan"), tuple((say(head), width) for head, width in COLUMNS), tuple(plan_table(pack, plan)))
    heads = (
        (say("Area"), 22),
        (say("Severity"), 10),
        (say("Finding"), 60),
        (say("You said"), 30),
        (say("What mends it"), 48),
        (say("Gain"), 12),
    )
    rows = tuple((domain.title, *finding_row(one)) for domain in document.domains for one in domain.findings)
    yield Sheet(say("Findings"), heads, rows)
    asked = (say("Section"), 22), (say("Question"), 60), (say("Answer"), 40), (say("Proof"), 24), (say("Note"), 40)
    yield Sheet(
        say("Answers"), asked, tuple((one.title, *answer_row(line)) for one in document.answers for line in one.answers)
    )
    made = (say("Level"), 8), (say("Line"), 60), (say("Value"), 12), (say("How"), 60), (say("Place"), 40)
    lines = tuple((int(line.depth), line.label, line.value, line.formula, line.place) for line in document.ledger)
    yield Sheet(say("Ledger"), made, lines)


def _write(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(harmless(sheet.title)[:31])
    top = {"valign": "top", "text_wrap": True}
    plain, day, bold = (book.add_format({**top, **more}) for more in ({}, {"num_format": DAY_FORMAT}, {"bold": True}))
    for column, (head, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, harmless(head), bold)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _cell(page, (number, column), cell, plain, day)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)


def _cell(page: Any, place: tuple[int, int], cell: Cell, plain: Any, day: Any) -> None:
    match cell:
        case None:
            page.write_blank(*place, None, plain)
        case str():
            page.write_string(*place, harmless(cell), plain)
        case int() | float():
            page.write_number(*place, cell, plain)
        case _:
            page.write_datetime(*place, cell, day)
