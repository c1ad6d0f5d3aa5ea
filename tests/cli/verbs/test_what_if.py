"""`hustings what-if`: other answers, side by side with today's; the case is never touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.report.export.what_if_json import SCHEMA
from support.cli import case_with_sample, hustings, refused
from support.schema import validate

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_index_band_and_plan_before_and_after_and_the_case_as_it_was(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    before = case.read_bytes()
    ran = hustings("what-if", "rivera", "label_rule=largely", "sign_in=fully", "--on", DAY, cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert "Deal-breaker “AI images, sound and video carry the right label”: not met before, met after." in ran.out
    assert "Nothing is saved: the case stays as it is." in ran.out
    assert before == case.read_bytes()


def test_as_json(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    told = json.loads(hustings("what-if", "rivera", "sign_in=none", "--json", "--on", DAY, cwd=tmp_path).out)
    validate(told, SCHEMA)
    assert ("hustings-what-if", ["sign_in"]) == (told["format"], [one["question"] for one in told["changes"]])
    assert told["after"]["index"]["pt"]["decimal"] < told["before"]["index"]["pt"]["decimal"]


def test_in_spanish(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("what-if", "rivera", "sign_in=none", "--lang", "es", "--on", DAY, cwd=tmp_path)
    assert ran.out.startswith("Si fuera así:\n")


def test_a_misspelt_level(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "what-if", "rivera", "sign_in=fuly")
    assert "`sign_in` has no choice `fuly`.\n  Did you mean `fully`?\n" == said
