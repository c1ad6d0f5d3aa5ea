"""`hustings next`: what to ask next, and when to stop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.report.export.next_json import SCHEMA
from support.cli import case_with_sample, hustings
from support.schema import validate

pytestmark = pytest.mark.slow


def test_what_decides_a_deal_breaker_is_asked_though_the_band_is_certain(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("next", "rivera", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert "The band is certain: Exposed, whatever the other answers are." in " ".join(ran.out.split())
    assert "What decides a deal-breaker is asked all the same:\n\n 1  This happens to careful people" in ran.out


def test_next_as_json(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    told = json.loads(hustings("next", "rivera", "--json", cwd=tmp_path).out)
    validate(told, SCHEMA)
    assert ("hustings-next", "certain", False) == (told["format"], told["why"], told["may_stop"])
    assert [True] == [one["decides"] for one in told["questions"]]
