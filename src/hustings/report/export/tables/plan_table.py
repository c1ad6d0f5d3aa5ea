"""The plan as a table, for programs that calculate: CSV and XLSX. A cell that comes from a text is never a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from io import BytesIO, StringIO

from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.scoring.plan.phrasing.wording import check, closes, is_later, kind, owner, title
from hustings.scoring.plan.steps import Plan, Step
from hustings.text import harmless

Cell = str | int | float | date | None
COLUMNS = (
    (english("Step"), 6), (english("What to do"), 48), (english("How"), 60),
    (english("Who"), 20), (english("Hours"), 8), (english("Start"), 12), (english("Last day of work"), 12),
    (english("Works on"), 12), (english("Days of waiting"), 9), (english("Start at the latest"), 12),
    (english("After steps"), 10), (english("Kind"), 14), (english("Points in this plan"), 10),
    (english("Points alone"), 10), (english("Note"), 48),
)  # fmt: skip
"""Headings, each with its width in a sheet."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
DAY_FORMAT = "yyyy-mm-dd"


def plan_table(pack: Pack, plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """A row for each step, in the order of `COLUMNS`; hours and points as decimals."""
    for step in (*plan.steps, *plan.later):
        yield tuple(harmless(cell) if isinstance(cell, str) else cell for cell in _row(pack, plan, step))


def _row(pack: Pack, plan: Plan, step: Step) -> tuple[Cell, ...]:
    days = (step.start, step.worked, step.finish, step.latest_start)
    start, worked, finish, latest = (None if is_later(plan, step) else plan.date_of(day) for day in days)
    gains = (step.in_plan, step.alone) if step.kind in ("fix", "more") and plan.curve else (None, None)
    return (
        step.number,
        title(step),
        how(step),
        owner(pack, step),
        _decimal(step.hours),
        start,
        worked,
        finish,
        step.wait,
        latest,
        ", ".join(map(str, step.after)),
        kind(plan, step),
        *map(_decimal, gains),
        " ".join(part for part in (check(plan, step), closes(step)) if part),
    )


def how(step: Step) -> str:
    """How a step is done; for a find-out of several questions, which they are."""
    listed = step.points if len(step.points) > 1 else ()
    return step.how or "\n".join(f"• {point.question.text}" for point in listed)


def _decimal(number: Fraction | None) -> float | None:
    return None if number is None else round(float(number), 3)


# --- CSV -----------------------------------------------------------------------------------------------------


def plan_csv(pack: Pack, plan: Plan) -> bytes:
    """The table as CSV."""
    return as_csv([say(heading) for heading, _ in COLUMNS], plan_table(pack, plan))


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV in UTF-8 with a mark at its start, by which spreadsheet programs know it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> Cell:
    """A cell as it stands in a CSV file: a text that a program would calculate gets an apostrophe before it."""
    if isinstance(cell, str):
        text = harmless(cell)
        return f"'{text}" if text.startswith(FORMULA) else text
    return cell.isoformat() if isinstance(cell, date) else cell


# --- XLSX ----------------------------------------------------------------------------------------------------


def plan_xlsx(pack: Pack, plan: Plan) -> bytes:
    """The table as a sheet: dates are dates, hours are numbers, and texts are texts whatever they begin with."""
    import xlsxwriter

    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet(say("Plan"))
        top = {"valign": "top", "text_wrap": True}
        plain, day, bold = (
            book.add_format({**top, **more}) for more in ({}, {"num_format": DAY_FORMAT}, {"bold": True})
        )
        for column, (heading, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, say(heading), bold)
        for number, row in enumerate(plan_table(pack, plan), start=1):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell, day if isinstance(cell, date) else plain)
        sheet.freeze_panes(1, 2)
    return content.getvalue()
