"""`hustings score`: the result of a case, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.cli import ROOT, case_with_sample, hustings

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_score_as_json(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    told = json.loads(hustings("score", "rivera", "--json", "--on", DAY, cwd=tmp_path).out)
    assert "exposed" in json.dumps(told).lower()


TOWN = ROOT / "tests" / "packs" / "town"
ANSWERS = """\
pack: town
answers:
  campaign_name: Rivera for Council
  first_ballots: 2026-10-13
  staff: 4
  uses_ai: yes
  channels: [doors, texts]
  chatbot_account: none
  records_rule: fully
  voice_online: some
  response_plan: {response_plan}
  plan_drill: dont_know
"""


def town(folder: Path, response_plan: str) -> None:
    (folder / "answers.yaml").write_text(ANSWERS.format(response_plan=response_plan), encoding="utf-8")
    ran = hustings("interview", "town", "--pack", TOWN, "--answers", "answers.yaml", cwd=folder)
    assert 0 == ran.code, ran


PRESS = "Agree who answers first when a fake appears, and the sentence they say."


def first(folder: Path, response_plan: str) -> list[str]:
    """The lines of the town's score that ask for something."""
    town(folder, response_plan)
    lines = hustings("score", "town", "--pack", TOWN, "--on", "2026-09-09", cwd=folder).out.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(("Do ", "┃")))
    return [line for line in lines[start:] if line and "━" not in line]


def test_what_to_do_first_are_steps_of_the_plan_under_its_numbers(tmp_path: Path) -> None:
    asked = first(tmp_path, "partly")
    assert [
        "Do step 1 by 11 September 2026: 1 hour of work. It lifts the campaign to Exposed by then.",
        "Today   1  Buy one small team plan and switch training off.  Campaign manager, 1 h",
        f"        3  {PRESS}  Whoever answers the press, 2 h",
    ] == asked[:3]
    assert asked[3].startswith("? 1 thing is not known. `")
    assert asked[3].endswith("hustings next town` says what to find out first.")


def test_a_stop_stands_once_with_what_ends_it(tmp_path: Path) -> None:
    asked = first(tmp_path, "none")
    assert [
        "┃  STOP  Agree today who answers first when a fake appears.",
        "┃        1. Name who answers first. Whoever answers the press, 15 min",
    ] == [line.replace("Campaign manager", "Whoever answers the press") for line in asked[:2]]
    assert ["Today   2", "        3"] == [line[:9] for line in asked if line[8:9] in "23"]


def test_all_of_it(tmp_path: Path) -> None:
    town(tmp_path, "partly")
    told = hustings("score", "town", "--pack", TOWN, "--on", "2026-09-09", "--all", cwd=tmp_path).out
    assert "  - Have you practised it once?\n    Whoever knows, under a minute." in told
