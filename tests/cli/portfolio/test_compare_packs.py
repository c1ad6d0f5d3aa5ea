"""`hustings portfolio compare-packs`: who moves when the rubric changes, and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hustings.cli.portfolio.moved_lines import SCHEMA
from hustings.pack.shipped import shipped_pack
from support.cli import case_with_sample, hustings
from support.schema import validate

pytestmark = pytest.mark.slow


def test_a_rubric_with_other_bands(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    shutil.copytree(shipped_pack("campaign-ai"), tmp_path / "ours")
    rubric = tmp_path / "ours" / "rubric.yaml"
    rubric.write_text(rubric.read_text().replace("from: 40,", "from: 59.9,"))
    words = ("portfolio", "compare-packs", "portfolio.parquet", "campaign-ai", "./ours")
    ran = hustings(*words, cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    lines = ran.out.splitlines()
    assert "The rubrics differ in: where the bands begin." == lines[0]
    assert "1 campaign changes band because of: where the bands begin." in lines
    told = json.loads(hustings(*words, "--json", cwd=tmp_path).out)
    assert {"bands": 1} == told["reasons"]
    validate(told, SCHEMA)
    same = hustings(*words[:3], "campaign-ai", "campaign-ai", cwd=tmp_path).out.splitlines()
    assert ["The rubrics weigh the same.", "Something changes in 0 of 1 campaigns."] == same[:2]
