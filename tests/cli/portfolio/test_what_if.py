"""`hustings portfolio what-if`: what one deed would do, and what it says of words that it does not know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def test_one_deed(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    hustings("portfolio", "build", ".", cwd=tmp_path)
    words = ("portfolio", "what-if", "portfolio.parquet", "sign_in=fully")
    ran = hustings(*words, cwd=tmp_path)
    assert (0, "Something changes in 1 of 1 campaigns.") == (ran.code, ran.out.splitlines()[0])
    whole = json.loads(hustings(*words, "--json", cwd=tmp_path).out)
    own = json.loads(hustings("what-if", "rivera", "sign_in=fully", "--json", cwd=tmp_path).out)
    gained = own["after"]["index"]["pt"]["decimal"] - own["before"]["index"]["pt"]["decimal"]
    assert gained == pytest.approx(whole["points"][1], abs=1e-3)
    by_sql = json.loads(hustings(*words, "--json", "--engine", "duckdb", cwd=tmp_path).out)
    assert whole.pop("points") == pytest.approx(by_sql.pop("points"), abs=1e-6)
    assert whole == by_sql
    script = hustings(*words, "--sql", "postgres", "--where", "office=local", cwd=tmp_path)
    assert script.out.startswith("-- What sign_in=fully would do in campaigns with the pack campaign-ai")
    assert "office = 'local'" in script.out
    assert refused(tmp_path, *words, "--where", "offise=x").startswith("--where: `offise=x` is none of office=...")
    assert refused(tmp_path, *words, "--where", "office=mars").startswith("No campaign matches office=mars.")
    assert "sign_in" in refused(tmp_path, *words[:3], "sign_on=fully")
