"""`hustings history`: who answered what, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from hustings.pack.loader import read_pack
from support.casefile import AT, fresh, pack
from support.cli import ROOT, hustings, refused
from support.workshop_case import PACK_FOLDER, case_with_workshop

pytestmark = pytest.mark.slow

MINI = str(ROOT / "tests" / "packs" / "mini")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that two people answered."""
    assert 0 == hustings("interview", "rivera", "--answers", _file(tmp_path, "partly"), *BY_ANN, cwd=tmp_path).code
    assert 0 == hustings("interview", "rivera", "--answers", _file(tmp_path, "largely"), *NAMELESS, cwd=tmp_path).code
    return tmp_path / "rivera.hustings"


BY_ANN, NAMELESS = ("--by", "\x1b[31mAnn ", "--pack", MINI), ("--pack", MINI)


def _file(folder: Path, level: str) -> Path:
    path = folder / f"{level}.yaml"
    path.write_text(f"answers: {{p_c1: {level}, p_c2: fully}}\n", "utf-8")
    return path


def test_who_answered_what(case: Path) -> None:
    ran = hustings("history", "rivera", "--pack", MINI, cwd=case.parent)
    assert (0, "") == (ran.code, ran.err)
    lines = ran.out.splitlines()
    assert lines[0].startswith("rivera.hustings, “baseline”, begun on ")
    assert "Answered by [31mAnn." == lines[1]
    assert "Some answers are without a name" in lines[2]
    assert lines[4].endswith(", [31mAnn, from a file: 2 answers given")
    assert lines[6].endswith(", without a name, from a file: 1 changed")
    assert "  P control one Largely in place (before: Partly in place)" == lines[7]


def test_one_question(case: Path) -> None:
    ran = hustings("history", "rivera", "p_c1", "--pack", MINI, cwd=case.parent)
    lines = ran.out.splitlines()
    assert ("P control one", 3) == (lines[0], len(lines))
    said = refused(case.parent, "history", "rivera", "p_c22", "--pack", MINI)
    assert "There is no question `p_c22`.\n  Did you mean `p_c2`?\n" == said


def test_what_others_did_and_what_waits_for_whom(case: Path) -> None:
    told = hustings("history", "rivera", "--since-me", "--by", "[31mAnn", "--pack", MINI, cwd=case.parent).out
    assert "Since you were here (" in told
    assert "  P control one Largely in place (before: Partly in place)" in told.splitlines()
    said = refused(case.parent, "history", "rivera", "--since-me", "--pack", MINI)
    assert "Who are you? Nobody is named yet.\n  Give the name that you answered with: --by NAME\n" == said
    told = hustings("history", "rivera", "--pack", MINI, cwd=case.parent).out
    assert "What waits for whom:\n" in told
    with open_case(case) as file:
        file.close_assessment("a1", "", AT)
    assert "What waits" not in hustings("history", "rivera", cwd=case.parent).out


def test_an_earlier_assessment(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as file:
        file.log("a1", "Ann").append("gone", Answer(State.ANSWERED, "x"))
        file.add_assessment(pack=replace(pack(), id="campaign-ai"), title="second", by="", at=AT)
    assert "Nothing was answered yet." in hustings("history", "rivera", cwd=tmp_path).out
    assert "rivera.hustings has no assessment “third”." in refused(
        tmp_path, "history", "rivera", "--assessment", "third"
    )


def test_a_follow_up_says_what_it_confirmed(case: Path) -> None:
    with open_case(case) as file:
        file.add_assessment(pack=read_pack(Path(MINI)), title="follow-up", by="Ann", at=AT, follows="a1")
        log = file.log("a2", "Ann")
        log.append_all([("p_c1", Answer(State.ANSWERED, level)) for level in ("largely", "fully")], source="follow-up")
    told = hustings("history", "rivera", "--pack", MINI, cwd=case.parent).out
    assert "Ann, at the follow-up: 1 changed and 1 confirmed\n" in told
    assert "  P control one Fully in place (before: Largely in place)\n" in told


def test_a_workshop_shows_its_decisions_and_no_vote(tmp_path: Path) -> None:
    path = case_with_workshop(tmp_path)
    told = hustings("history", "rivera", "--all", "--pack", PACK_FOLDER, cwd=path.parent)
    assert (0, True) == (told.code, ", in the workshop: " in told.out)
    with open_case(path, write=False) as file:
        open_ = [event for event in file.events("a1") if event.answer and event.answer.votes]
    assert told.out.count("Not agreed") == len(open_)
