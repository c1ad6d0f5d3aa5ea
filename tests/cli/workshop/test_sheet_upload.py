"""A worksheet that comes back late is read in on the console, while the workshop runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.worksheet_fields import WorksheetStamp
from hustings.casefile import open_case
from hustings.cli.workshop.roster_case import stamp
from hustings.cli.workshop.sheet_upload import read_upload
from hustings.problems import InputError
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.browser import guest
from support.paper import fill
from support.report import plain_theme
from support.server import serving, town_words
from support.session import town, workshop

pytestmark = pytest.mark.slow


def filled(folder: Path, case: Path) -> bytes:
    """Ann's sheet for this case, which says that somebody uses AI, and how many they are."""
    with open_case(case, write=False) as file:
        made_for = str(stamp(file.latest(), town(), "manager"))
    sheet = worksheet(town(), tuple(town().questions.values()), WorksheetStamp("", "", "", "en", ""), campaign="Rivera")
    blank = folder / "blank.pdf"
    blank.write_bytes(worksheet_pdf(sheet, plain_theme(), paper="a4").content)
    fields = {"sheet": made_for, "name": "Ann", "uses_ai:yes": "/on", "staff+value": "6"}
    return fill(blank, folder / "ann.pdf", fields).read_bytes()


def test_a_sheet_is_read_beside_the_votes_and_taken_in_one_step(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    with serving(tmp_path, *town_words()) as served:
        console, phone = guest(served, secret=served.secret()), guest(served, code=served.code, name="Bo")
        content, pdf = filled(tmp_path, case), {"content-type": "application/pdf"}
        assert 403 == phone.post("/api/sheet", content=content, headers=pdf).status_code
        assert 403 == console.post("/api/sheet", content=content).status_code
        told = console.post("/api/sheet", content=b"no pdf", headers=pdf)
        assert (409, "It cannot be read as a PDF.") == (told.status_code, told.json()["what"])
        assert 400 == console.post("/api/sheet", content=b"", headers=pdf).status_code
        (line,) = console.post("/api/sheet", content=content, headers=pdf).json()["lines"]
        assert line.startswith("The sheet: Ann (")
        assert line.endswith("1 vote for the first round, 1 fact noted for whoever leads.")
        assert "nothing new" in console.post("/api/sheet", content=content, headers=pdf).json()["lines"][0]
        for client in (console, phone):
            client.close()
    with workshop(case) as session:
        assert ["Bo", "Ann"] == [seat.name for seat in session.seats.values()]
        assert 1 == len(session.journal.votes("uses_ai", 0))


def test_after_the_end_nothing_is_read_in(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    with workshop(case) as session:
        content = filled(tmp_path, case)
        take = read_upload(session, content)
        session.finish()
        with pytest.raises(InputError, match="has ended"):
            take()
