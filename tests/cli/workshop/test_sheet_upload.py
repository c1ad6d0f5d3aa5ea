"""A worksheet that comes back late is read in on the console, while the workshop runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.workshop.sheet_upload import read_upload
from hustings.problems import InputError
from support.browser import guest
from support.server import serving, town_words
from support.session import workshop
from support.sheets import filled_sheet

pytestmark = pytest.mark.slow


def test_a_sheet_is_read_beside_the_votes_and_taken_in_one_step(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    with serving(tmp_path, *town_words()) as served:
        console, phone = guest(served, secret=served.secret()), guest(served, code=served.code, name="Bo")
        content, pdf = filled_sheet(tmp_path, case), {"content-type": "application/pdf"}
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
        content = filled_sheet(tmp_path, case)
        take = read_upload(session, content)
        session.finish()
        with pytest.raises(InputError, match="has ended"):
            take()
