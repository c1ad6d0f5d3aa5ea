"""`hustings follow-up`: a further assessment of a case, asked or from a file; killed in the middle, it goes on."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from hustings.answers.replay import replay
from hustings.casefile import open_case
from support.cli import case_with_sample, hustings, refused, shown

pytestmark = pytest.mark.slow

FILE = "pack: campaign-ai\nanswers:\n  voting_facts: none\n"


def titles(case: Path) -> list[str]:
    with open_case(case, write=False) as file:
        return [one.title for one in file.assessments()]


def test_from_a_file_what_changed_and_which_steps_are_done(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    (tmp_path / "later.yaml").write_text(FILE, encoding="utf-8")
    ran = hustings("follow-up", "rivera", "--answers", "later.yaml", "--done", "3,4", "--by", "Ann", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert "3 answers are others, 69 are as they were: saved in rivera.hustings." == ran.out.splitlines()[0]
    assert ran.out.splitlines()[-1].endswith("hustings compare rivera.hustings")
    with open_case(case, write=False) as file:
        now = replay(file.events("a2"))
        assert {"Ann"} == {event.by for event in file.events("a2")}
    assert ("largely", "none") == (now["label_rule"].value, now["voting_facts"].value)
    assert "What the campaign did: +1.4" in hustings("compare", "rivera", cwd=tmp_path).out


def test_a_mistake_in_the_file_or_the_numbers_changes_nothing(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "wrong.yaml").write_text(FILE.replace("none", "nothing"), encoding="utf-8")
    (tmp_path / "right.yaml").write_text(FILE, encoding="utf-8")
    assert "voting_facts" in refused(tmp_path, "follow-up", "rivera", "--answers", "wrong.yaml")
    for done, said in (("x", "“x” is not the number of a step"), ("99", "Step 99 is none"), ("2", "`")):
        assert said in refused(tmp_path, "follow-up", "rivera", "--answers", "right.yaml", "--done", done)
    assert "--done goes with --answers" in refused(tmp_path, "follow-up", "rivera", "--done", "3", code=2)
    assert "There is no case file" in refused(tmp_path, "follow-up", "gone", "--answers", "right.yaml")
    assert ["baseline"] == titles(tmp_path / "rivera.hustings")


def test_killed_after_some_steps_it_goes_on_with_the_next(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    with shown(tmp_path, "follow-up", "rivera", "--plain") as terminal:
        terminal.until("· 1 to 20 of 25")
        terminal.type("\r", "· 21 to 25 of 25")
        terminal.child.kill(signal.SIGKILL)
    assert ["baseline", "follow-up"] == titles(case)
    with open_case(case, write=False) as file:
        confirmed = replay(file.events("a2"))
    assert confirmed
    ran = hustings("follow-up", "rivera", "--plain", cwd=tmp_path, stdin="/quit\n")
    assert (0, "") == (ran.code, ran.err)
    assert f"{len(confirmed)} of 72 answers are confirmed or changed." in ran.out
    assert "hustings follow-up rivera.hustings --plain" in ran.out
    assert ["baseline", "follow-up"] == titles(case)


def test_left_before_the_first_answer_it_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    ran = hustings("follow-up", "rivera", "--plain", "--lang", "es", cwd=tmp_path, stdin="/quit\n")
    assert (0, "") == (ran.code, ran.err)
    assert "¿Qué ha cambiado desde entonces?" in ran.out
    assert ["baseline"] == titles(case)


def test_the_days_to_come_back_to_are_written_for_a_calendar(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    ran = hustings("follow-up", "rivera", "--ics", "dates.ics", cwd=tmp_path)
    assert (0, f"Written: {tmp_path / 'dates.ics'}\n", "") == (ran.code, ran.out, ran.err)
    written = (tmp_path / "dates.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Assess the campaign again" in written
    assert "Look again at" in written
    assert "Evidence to fetch" in written
    assert ["baseline"] == titles(case)
