"""The paper side of a workshop through its commands: roster, worksheets, guide."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from hustings.cli.workshop.roster import roster
from hustings.cli.workshop.worksheets import worksheets
from hustings.problems import InputError
from support.cli import run_verb
from support.paper import shown_text

pytestmark = pytest.mark.slow


def test_a_sheet_for_each_person_and_for_each_role_without(case: Path, tmp_path: Path) -> None:
    run_verb(roster, case, "--add", "José Ñuñez/../x:comms:es")
    out = run_verb(worksheets, case, "--out", tmp_path / "sheets")
    assert ["comms-1-jose-nunez-x.pdf", "manager.pdf"] == sorted(
        path.name for path in (tmp_path / "sheets").glob("*.pdf")
    )
    assert "When they come back: hustings import " in out
    spanish = shown_text(tmp_path / "sheets" / "comms-1-jose-nunez-x.pdf")
    assert "Hoja de trabajo" in spanish
    assert "José Ñuñez/../x" == (pypdf.PdfReader(tmp_path / "sheets" / "comms-1-jose-nunez-x.pdf").get_fields() or {})[
        "name"
    ].get("/V")
    assert "Worksheet: Campaign manager" in shown_text(tmp_path / "sheets" / "manager.pdf")


def test_one_role_blank_and_in_one_language(case: Path) -> None:
    run_verb(roster, case, "--add", "Ann:comms", "--add", "Bo:comms")
    run_verb(worksheets, case, "--role", "comms", "--blank", "--lang", "es")
    (only,) = case.with_name("rivera-worksheets").glob("*.pdf")
    assert "comms.pdf" == only.name
    assert "Hoja de trabajo" in shown_text(only)
    with pytest.raises(InputError, match="has no role `coms`"):
        run_verb(worksheets, case, "--role", "coms")


def test_sheets_that_were_filled_are_kept(case: Path, tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    run_verb(worksheets, case, "--role", "comms", "--out", sheets)
    (sheets / "comms.pdf").write_bytes(b"filled")
    assert "Kept, because they were edited: comms.pdf." in run_verb(
        worksheets, case, "--role", "comms", "--out", sheets
    )
    assert b"filled" == (sheets / "comms.pdf").read_bytes()


# --- from nothing --------------------------------------------------------------------------------------------
