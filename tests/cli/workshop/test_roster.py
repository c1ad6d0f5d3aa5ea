"""`hustings workshop roster`: who will be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.cli.workshop.roster import roster
from hustings.cli.workshop.roster_case import journal_of
from hustings.problems import InputError
from support.cli import run_verb
from support.session import AT, TOWN

pytestmark = pytest.mark.slow


def test_an_empty_roster_says_how_to_begin(case: Path) -> None:
    out = run_verb(roster, case)
    assert out.startswith(
        'Roster of rivera.hustings: 0 people.\n  Nobody yet. Add people with --add "NAME:ROLE" or --file people.csv.\n'
    )
    assert "Whoever answers the press (`comms`): 1 question, about 1 minute · NOBODY THERE\n" in out
    assert "  Somebody answers: MISSING: Whoever answers the press\n" in out
    assert (
        "No-go: 1 deal-breaker has nobody to answer for it.\n"
        "Add the person, get them on the phone for ten minutes, or move the day.\n\n"
        f"To read the questions of a role: hustings questions {case} --role manager --pack {TOWN}\n"
    ) in out
    assert "Next: " not in out


def test_people_are_added_and_removed(case: Path) -> None:
    out = run_verb(roster, case, "--add", "Ann Lee:comms", "--add", ":manager:es")
    assert "  1. Ann Lee · Whoever answers the press · en · 1 question, about 1 minute\n" in out
    assert "  2. No name · Campaign manager · es · 2 questions, about 2 minutes\n" in out
    assert "  Somebody answers: Ann Lee\n\nGo: somebody is there for each deal-breaker.\n" in out
    assert "2 people" in run_verb(roster, case, "--add", "Ann Lee:comms")
    assert "1 person." in run_verb(roster, case, "--remove", "1")
    with pytest.raises(InputError, match="Nobody in the roster has the number 1"):
        run_verb(roster, case, "--remove", "1")


def test_after_the_workshop_nobody_can_be_added(case: Path) -> None:
    with journal_of(str(case)) as journal:
        journal.add([LogEntry(0, AT, "", EntryKind.BEGAN), LogEntry(0, AT, "", EntryKind.FINISHED)])
    with pytest.raises(InputError, match="The workshop of this case has ended"):
        run_verb(roster, case, "--add", "Ann:comms")


def test_the_first_people_make_the_case_and_are_told_what_comes_next(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    out = run_verb(roster, case, "--add", "Ann Lee:comms")
    assert out.startswith("rivera.hustings is new: a case without answers yet.\nRoster of rivera.hustings: 1 person.\n")
    assert f"To read the questions of a role: hustings questions {case} --role comms --pack {TOWN}\n" in out
    assert out.endswith(f"Next: hustings workshop worksheets {case} --pack {TOWN}\n")
    assert "Roster of rivera.hustings: 1 person.\n" in run_verb(roster, case)


def test_a_mistake_in_the_first_people_makes_no_case(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no role `mayor`"):
        run_verb(roster, tmp_path / "rivera.hustings", "--add", "Ann Lee:mayor")
    assert [] == list(tmp_path.iterdir())
