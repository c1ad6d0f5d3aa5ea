"""The preparation sheet: for one role or all, of a pack or of a case that has begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings

pytestmark = pytest.mark.slow


def test_a_sheet_for_one_role(tmp_path: Path) -> None:
    out = hustings("questions", "--role", "treasurer", cwd=tmp_path).out
    assert out.startswith("Campaign AI readiness. For: Treasurer: ")
    assert "Please write no names or data of voters on this sheet." in out
    assert "[ ]" in out
    assert "Who knows:" not in out


def test_a_sheet_for_all_says_who_knows(tmp_path: Path) -> None:
    out = hustings("questions", cwd=tmp_path).out
    assert "Who knows: Data lead" in out
    assert "Answer: ____________________" in out
    assert "Have at hand:" in out


def test_a_smaller_edition_asks_less(tmp_path: Path) -> None:
    quick, full = (hustings("questions", "--edition", size, cwd=tmp_path).out for size in ("quick", "full"))
    assert quick.count("[ ]") <= full.count("[ ]")
    assert {line for line in quick.splitlines() if "[ ]" in line} <= set(full.splitlines())


def test_of_a_case_only_what_is_open(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    whole = hustings("questions", "--role", "candidate", cwd=tmp_path).out
    left = hustings("questions", "rivera", "--role", "candidate", cwd=tmp_path).out
    assert left.count("[ ]") < whole.count("[ ]")
    assert left.splitlines()[-1].startswith("Who answered what so far, and what waits for whom: ")
    assert left.endswith("hustings history rivera.hustings\n")
    open_ = hustings("questions", "rivera", "--role", "manager", cwd=tmp_path).out
    assert open_.splitlines()[-2].endswith("hustings interview rivera.hustings --role manager")


def test_a_role_that_is_not_there(tmp_path: Path) -> None:
    ran = hustings("questions", "--role", "treasure", cwd=tmp_path)
    assert (1, "") == (ran.code, ran.out)
    assert "The pack `campaign-ai` has no role `treasure`.\n  Did you mean `treasurer`?\n" == ran.err
