"""A worksheet of the town race that somebody has filled in."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.worksheet_fields import WorksheetStamp
from hustings.casefile import open_case
from hustings.cli.workshop.roster_case import stamp
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.paper import fill
from support.report import plain_theme
from support.session import town


def filled_sheet(folder: Path, case: Path) -> bytes:
    """Ann's sheet for this case, which says that somebody uses AI, and how many they are."""
    with open_case(case, write=False) as file:
        made_for = str(stamp(file.latest(), town(), "manager"))
    sheet = worksheet(town(), tuple(town().questions.values()), WorksheetStamp("", "", "", "en", ""), campaign="Rivera")
    blank = folder / "blank.pdf"
    blank.write_bytes(worksheet_pdf(sheet, plain_theme(), paper="a4").content)
    fields = {"sheet": made_for, "name": "Ann", "uses_ai:yes": "/on", "staff+value": "6"}
    return fill(blank, folder / "ann.pdf", fields).read_bytes()
