"""`hustings workshop guide`: the facilitator's two pages."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from hustings.cli.workshop.guide import guide
from hustings.problems import InputError
from support.cli import run_verb

pytestmark = pytest.mark.slow


def test_the_guide_is_beside_the_case_and_not_over_it(case: Path) -> None:
    case.with_name("brand.yaml").write_text('name: Orchard and Lane\ncolour: "#2f6b3a"\n')
    out = run_verb(guide, case, "--on", "2027-01-18", "--paper", "a4")
    assert out.endswith(f"Written: {case.with_name('rivera-guide.pdf')}\n")
    first, _ = pypdf.PdfReader(case.with_name("rivera-guide.pdf")).pages
    assert "Orchard and Lane" in first.extract_text()  # found beside the case
    with pytest.raises(InputError, match="is a case file"):
        run_verb(guide, case, "--out", case)
