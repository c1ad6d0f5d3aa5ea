"""A rehearsal that leads itself, from the first question to the end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.casefile import CaseJournal, open_case
from hustings.messages import ENGLISH
from hustings.pack.loader import read_pack
from hustings.workshop.rehearsal.automatic_facilitator import AutomaticFacilitator
from hustings.workshop.rehearsal.personas import people
from hustings.workshop.rehearsal.rehearse import RehearsalSetup, run_rehearsal
from support.cli import hustings
from support.server import serving, town_words
from support.session import TOWN
from support.terminal import log_of


def test_it_leads_itself_to_the_end_and_leaves_a_case_for_the_report(tmp_path: Path) -> None:
    ran = hustings("workshop", "rehearse", "practice", "--auto", "--seed", "7", *FAST, cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err), ran
    assert "the campaign and the 6 people are invented. Seed 7." in ran.out
    assert f"hustings report practice.hustings --pack {TOWN}" in " ".join(ran.out.split())
    case = tmp_path / "practice.hustings"
    found = room(log_of(case))
    assert found.finished
    assert {QuestionPhase.DECIDED} == {topic.phase for topic in found.topics.values()}
    assert [6, 6] == [said.cast for topic in found.topics.values() for said in topic.rounds][:2]
    scored = hustings("score", "practice", "--pack", TOWN, cwd=tmp_path)
    assert "Rehearsal (an invented campaign)" in scored.out
    _nothing_of_the_people_is_left(case)


def test_people_who_drop_out_come_back_and_every_vote_is_counted(tmp_path: Path) -> None:
    pack = read_pack(TOWN)
    come = tuple(replace(one, drop_rate=0.9) for one in people(pack, 5, ("en",), 3))
    with serving(tmp_path, *town_words()) as served:
        scene = RehearsalSetup(served.root, served.code, pack, {}, {"en": ENGLISH}, 200)
        phones = asyncio.run(run_rehearsal(scene, come, AutomaticFacilitator(served.secret()).facilitate))
    assert all(phone.drops > 1 for phone in phones)
    rounds = [
        said.cast for topic in room(log_of(tmp_path / "rivera.hustings")).topics.values() for said in topic.rounds
    ]
    assert len(rounds) > 5
    assert {5} == set(rounds)


def _nothing_of_the_people_is_left(case: Path) -> None:
    with open_case(case) as file:
        kept = CaseJournal(file, "a1", "x")
        assert () == kept.seats()
    assert b"Carmen" not in case.read_bytes()


pytestmark = pytest.mark.slow


FAST = ("--pack", TOWN, "--speed", "400", "--wait", "0")
