"""`hustings plan`: what a case is to do, as people read it and as programs do."""

from __future__ import annotations

import csv
import json
import os
import re
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pexpect
import pytest

from hustings.report.export.plan_json import SCHEMA
from support.cli import ROOT, Ran, case_with_sample, hustings
from support.schema import validate
from support.warm import COMMAND, Terminal

pytestmark = pytest.mark.slow

TOWN = ROOT / "tests" / "packs" / "town"
DAY = "2026-09-09"
ANSWERS = {
    "campaign_name": "Rivera for Council",
    "first_ballots": "2026-10-13",
    "staff": "4",
    "uses_ai": "yes",
    "channels": "[doors, texts]",
    "chatbot_account": "none",
    "records_rule": "fully",
    "voice_online": "some",
    "response_plan": "partly",
    "plan_drill": "dont_know",
}
PLAN = """\
Rivera for Council: between 28.3 and 45.3 out of 100 (Unprepared to Exposed). What is not known decides.
Do step 1 by 11 September 2026: 1 hour of work. It lifts the campaign to Exposed by then.
The plan sets no limit to the hours. The plan runs until 13 October 2026.

  1. Today: Buy one small team plan and switch training off.
     Campaign manager, 1 hour.
     Work: today; then 2 days of waiting: 11 September 2026. Start at the latest: 11 October 2026.
     +34 points in this plan, 15.2 alone.
  2. Today: Find out: Have you practised it once?
     Team, under a minute.
  3. Today: Agree who answers first when a fake appears, and the sentence they say.
     Whoever answers the press, 2 hours.
     Work: today; then 3 days of waiting: 12 September 2026. Start at the latest: 10 October 2026.
     +40.8 points in this plan, 21.9 alone.

Guarded is reached on 12 September 2026, at the latest.
Ready is reached on 12 September 2026, at the latest.
Hours in all: 3 hours. Campaign manager 1 hour; Team under a minute; Whoever answers the press 2 hours.
"""


def town(folder: Path, **changes: str | None) -> None:
    """A case of the small town, with changes to its answers (None: not answered)."""
    answers = {name: value for name, value in {**ANSWERS, **changes}.items() if value is not None}
    lines = [f"  {name}: {value}\n" for name, value in answers.items()]
    (folder / "answers.yaml").write_text(f"pack: town\nanswers:\n{''.join(lines)}", encoding="utf-8")
    ran = hustings("interview", "town", "--pack", TOWN, "--answers", "answers.yaml", cwd=folder)
    assert 0 == ran.code, ran


def plan(folder: Path, *words: str, on: str = DAY) -> Ran:
    return hustings("plan", "town", "--pack", TOWN, "--on", on, *words, cwd=folder)


def test_the_plan_word_for_word(tmp_path: Path) -> None:
    town(tmp_path)
    before = (tmp_path / "town.hustings").read_bytes()
    ran = plan(tmp_path, "--details")
    assert (0, "", PLAN) == (ran.code, ran.err, ran.out)
    assert before == (tmp_path / "town.hustings").read_bytes()


COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_a_narrow_terminal_is_enough(tmp_path: Path) -> None:
    town(tmp_path)
    words = ["plan", "town", "--pack", str(TOWN), "--on", DAY]
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    child = Terminal(str(COMMAND), words, dimensions=(60, 60), cwd=str(tmp_path), env=environment, encoding="utf-8")
    child.expect(pexpect.EOF, timeout=90)
    lines = [COLOUR.sub("", line) for line in str(child.before).splitlines()]
    assert " Today   1  Buy one small team plan and switch training" in lines
    assert "            Campaign manager, 1 h" in lines
    assert all(len(line) <= 60 for line in lines)


def test_the_plan_in_spanish(tmp_path: Path) -> None:
    town(tmp_path)
    said = plan(tmp_path, "--lang", "es", "--details").out
    assert "Hagan el paso 1 a más tardar el 11 de septiembre de 2026: 1 hora de trabajo." in said
    assert "  2. Hoy: Averiguar: Have you practised it once?\n     Equipo, menos de un minuto.\n" in said
    assert "Ready se alcanza a más tardar el 12 de septiembre de 2026." in said


def test_json_keeps_to_the_published_schema(tmp_path: Path) -> None:
    town(tmp_path)
    told = json.loads(plan(tmp_path, "--json").out)
    validate(told, SCHEMA)
    assert [(1, "2026-09-11"), (2, "2026-09-09"), (3, "2026-09-12")] == [
        (step["number"], step["dates"]["finish"]["date"]) for step in told["steps"]
    ]


def test_files_for_calendars_and_spreadsheets(tmp_path: Path) -> None:
    town(tmp_path)
    ran = plan(tmp_path, "--ics", "p.ics", "--csv", "p.csv", "--xlsx", "p.xlsx")
    places = "".join(f"Written: {tmp_path / name}\n" for name in ("p.ics", "p.csv", "p.xlsx"))
    assert (0, places) == (ran.code, ran.out), ran
    calendar = (tmp_path / "p.ics").read_text(encoding="utf-8")
    assert 3 == calendar.count("BEGIN:VEVENT")
    table = list(csv.reader(StringIO((tmp_path / "p.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert ["Step", "1", "2", "3"] == [row[0] for row in table]
    assert "xl/worksheets/sheet1.xml" in ZipFile(tmp_path / "p.xlsx").namelist()
    assert {0o600} == {(tmp_path / name).stat().st_mode & 0o777 for name in ("p.ics", "p.csv", "p.xlsx")}


def test_a_later_calendar_has_the_same_entries(tmp_path: Path) -> None:
    town(tmp_path)
    found = list[set[str]]()
    for day in (DAY, "2026-09-16"):
        assert 0 == plan(tmp_path, "--ics", "p.ics", on=day).code
        lines = (tmp_path / "p.ics").read_text(encoding="utf-8").splitlines()
        found.append({line for line in lines if line.startswith("UID:")})
    assert 3 == len(found[0])
    assert found[0] == found[1]


def test_json_and_a_file_at_once(tmp_path: Path) -> None:
    town(tmp_path)
    ran = plan(tmp_path, "--json", "--csv", "p.csv")
    assert "hustings-plan" == json.loads(ran.out)["format"]
    assert f"Written: {tmp_path / 'p.csv'}\n" == ran.err


BANDS = "unprepared, exposed, guarded, ready"
WRONG = [
    (
        ("--target", "garded"),
        f"The pack `town` has no band `garded`. There are: {BANDS}.\n  Did you mean `guarded`?\n",
    ),
    (("--hours", "0"), "--hours: “0” is not a number of hours a week above 0.\n  Such as --hours 12.\n"),
    (("--hours", "-3"), "--hours: “-3” is not a number of hours a week above 0.\n  Such as --hours 12.\n"),
    (("--hours", "some"), "--hours: “some” is not a number of hours a week above 0.\n  Such as --hours 12.\n"),
    (
        ("--by", "2026-09-08"),
        "--by: 8 September 2026 is before 9 September 2026, where the plan begins.\n  Give a later date.\n",
    ),
    (("--csv", "p.txt"), "p.txt would hold a file of the kind .csv.\n  Name it p.csv.\n"),
    (("--ics", "town.hustings"), "town.hustings would hold a file of the kind .ics.\n  Name it town.ics.\n"),
    (("--ics", "case.ics"), "case.ics is a case file; nothing may replace it.\n  Choose another name.\n"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_options_that_cannot_be_meant(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    town(tmp_path)
    (tmp_path / "case.ics").write_bytes((tmp_path / "town.hustings").read_bytes())
    ran = plan(tmp_path, *words)
    assert (1, "", said) == (ran.code, ran.out, ran.err)


def test_a_band_by_its_title_and_hours_with_a_comma(tmp_path: Path) -> None:
    town(tmp_path)
    said = plan(tmp_path, "--target", "Ready", "--hours", "2,5", "--by", "20 September 2026").out
    assert "The plan counts on 2.5 hours a week, as you asked. The plan runs until 20 September 2026." in said


def test_the_worst_case(tmp_path: Path) -> None:
    town(tmp_path)
    assert "This holds in the worst case, whatever is not known turns out to be." in plan(tmp_path, "--robust").out


def test_while_too_little_is_known(tmp_path: Path) -> None:
    town(tmp_path, **dict.fromkeys(("chatbot_account", "records_rule", "response_plan", "plan_drill", "voice_online")))
    said = plan(tmp_path).out
    assert "Too little is known to plan for a band. First find out what is open." in said
    assert "points in this plan" not in said


def test_in_the_highest_band(tmp_path: Path) -> None:
    town(tmp_path, chatbot_account="fully", response_plan="fully", plan_drill="fully")
    said = plan(tmp_path).out
    assert "\nThe campaign is in the highest band, Ready. The plan has no steps.\n" in said


def test_after_the_election(tmp_path: Path) -> None:
    town(tmp_path)
    said = plan(tmp_path, on="2026-12-01").out
    assert "\nThe election is over. What is left is for the next campaign.\n" in said


def test_every_question_of_the_sample_campaign(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    some, every = (hustings("plan", "rivera", "--on", "2027-02-02", *w, cwd=tmp_path).out for w in ((), ("--all",)))
    assert every.startswith("Rivera for Council: Exposed, between 54.")
    assert "They lift the campaign to Guarded by then." in some.splitlines()[2]
    assert len(some) <= len(every)
