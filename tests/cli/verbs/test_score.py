"""`hustings score`: the result of a case, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_score_as_json(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    told = json.loads(hustings("score", "rivera", "--json", "--on", DAY, cwd=tmp_path).out)
    assert "exposed" in json.dumps(told).lower()
