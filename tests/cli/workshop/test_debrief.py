"""`hustings workshop debrief`: the page for afterwards."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from hustings.cli.workshop.debrief import debrief
from support.cli import run_verb

pytestmark = pytest.mark.slow


def test_the_debrief_is_beside_the_case(case: Path) -> None:
    out = run_verb(debrief, case, "--on", "2027-01-18", "--paper", "a4")
    assert f"Written: {case.with_name('rivera-debrief.pdf')}\n" == out
    assert 2 == len(pypdf.PdfReader(case.with_name("rivera-debrief.pdf")).pages)
