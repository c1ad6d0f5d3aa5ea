"""Pages that are held against each other here are printed once in a run: that they are always the same is shown by
tests/report/render."""

from __future__ import annotations

import pytest

from hustings.report.render import pdf
from support.prints import printed_once


@pytest.fixture(autouse=True)
def _shared_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "archived_pdf", printed_once(pdf.archived_pdf))
