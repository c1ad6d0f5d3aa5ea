"""`hustings compare`: what changed between two assessments of one case; the case is only read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.cli.verbs.compare import compare
from hustings.report.export.comparison_json import SCHEMA
from support.cli import case_with_sample, hustings, refused, run_verb
from support.follow_up import followed, newer_pack
from support.schema import validate

pytestmark = pytest.mark.slow


def test_the_two_latest_are_compared_and_the_case_stays_as_it_is(tmp_path: Path) -> None:
    case = followed(tmp_path, {"label_rule": "largely", "voting_facts": "none"})
    before = case.read_bytes()
    ran = hustings("compare", "rivera", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    said = ran.out.splitlines()
    assert "Rivera for Council" == said[0]
    assert said[2].startswith("Now (10 January 2027, “visit 2”): 53.4 out of 100, Exposed")
    assert ["  What the campaign did: −1", "  What the rubric changed: 0", "  What law or calendar changed: 0"] == said[
        5:8
    ]
    assert "  Done: 3. Copy the exact label for your place and platforms, and relabel what is live." in said
    assert "Trend" not in said
    assert before == case.read_bytes()


def test_with_three_the_trend_is_told_and_any_two_can_be_named(tmp_path: Path) -> None:
    case = followed(tmp_path, {"label_rule": "largely"}, {"sign_in": "fully"})
    said = run_verb(compare, case, "--then", "baseline").splitlines()
    assert "“baseline”" in said[1]
    assert said[2].startswith("Now (1 February 2027, “visit 3”)")
    trend = said[said.index("Trend") + 1 :]
    assert 5 == len(trend)
    assert "    Since the one before: the campaign +0.6." == trend[-1]
    told = json.loads(run_verb(compare, case, "--now", "visit 2", "--json"))
    validate(told, SCHEMA)
    assert ("baseline", "visit 2", 3) == (told["then"]["title"], told["now"]["title"], len(told["trend"]))


def test_a_newer_pack_has_a_part_of_its_own(tmp_path: Path) -> None:
    case = followed(tmp_path, {"label_rule": "largely"}, pack=newer_pack())
    said = run_verb(compare, case).splitlines()
    assert ["  What the campaign did: +0.6", "  What the rubric changed: −0.6"] == said[5:7]
    assert ["Rubric", "  Pack version 1.2.0 then, 1.3.0 now."] == said[-2:]


def test_in_spanish(tmp_path: Path) -> None:
    followed(tmp_path, {"label_rule": "largely"})
    ran = hustings("compare", "rivera", "--lang", "es", cwd=tmp_path)
    assert "  Lo que cambió la rúbrica: 0" in ran.out.splitlines()


def test_a_case_with_one_assessment_cannot_be_compared(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "compare", "rivera")
    assert (
        "rivera.hustings has no two assessments with answers, so there is nothing to compare." == said.splitlines()[0]
    )
    assert said.splitlines()[1].endswith("hustings follow-up rivera")
