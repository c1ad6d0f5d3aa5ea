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
    said = hustings("score", "town", "--pack", TOWN, "--on", "2026-09-09", cwd=folder).out.splitlines()
    return [line for line in said[1:] if line and "%" not in line]


def test_what_to_do_first_are_steps_of_the_plan_under_its_numbers(tmp_path: Path) -> None:
    assert [
        "Do first",
        "  Do this one thing by 11 September 2026: 1 hour of work. It lifts the campaign to Exposed by then.",
        "  1. Today: Buy one small team plan and switch training off. Campaign manager, 1 hour.",
        f"  3. Today: {PRESS} Whoever answers the press, 2 hours.",
        "Find out first",
    ] == first(tmp_path, "partly")[:-1]


def test_a_stop_stands_once_with_what_ends_it(tmp_path: Path) -> None:
    found = first(tmp_path, "none")
    assert [
        "  Stop: Agree today who answers first when a fake appears.",
        "  1. Today: Name who answers first. Campaign manager, 15 minutes.",
        "Do first",
    ] == found[:3]
    assert ["  2.", "  3."] == [line[:4] for line in found[4:]]
