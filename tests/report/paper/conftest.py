"""Worksheets of the town race that many tests look at, each printed once by each process that tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.paper import STAMP, printed, sheet_of
from support.report import plain_theme, town


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet with every question."""
    return printed(sheet_of(), tmp_path_factory.mktemp("sheet") / "comms.pdf")


@pytest.fixture(scope="session")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet of two questions."""
    asked = [town().questions["uses_ai"], town().questions["staff"]]
    target = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    target.write_bytes(worksheet_pdf(worksheet(town(), asked, STAMP, campaign="R"), plain_theme(), paper="a4").content)
    return target
