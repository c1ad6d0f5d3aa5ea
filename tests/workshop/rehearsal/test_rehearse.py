"""`hustings workshop rehearse`: a workshop with invented people, through the same doors as a real one."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.casefile import CaseJournal, create, open_case
from hustings.messages import ENGLISH
from hustings.pack.loader import read_pack
from hustings.workshop.rehearsal.automatic_facilitator import AutomaticFacilitator
from hustings.workshop.rehearsal.http_client import Told
from hustings.workshop.rehearsal.personas import delay, opinion, people
from hustings.workshop.rehearsal.rehearse import RehearsalSetup, play
from support.cli import hustings
from support.server import Served, serving, town_words
from support.session import TOWN
from support.terminal import log_of

pytestmark = pytest.mark.slow

FAST = ("--pack", TOWN, "--speed", "400", "--wait", "0")


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


def _nothing_of_the_people_is_left(case: Path) -> None:
    with open_case(case) as file:
        kept = CaseJournal(file, "a1", "x")
        assert () == kept.seats()
    assert b"Carmen" not in case.read_bytes()


def test_an_existing_case_is_never_touched(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    create(case, pack=read_pack(TOWN), by="Ann", at=datetime.now(UTC)).close()
    before = case.read_bytes()
    ran = hustings("workshop", "rehearse", "rivera", *FAST, cwd=tmp_path)
    assert 1 == ran.code
    assert "rivera.hustings is there already, and a rehearsal never writes to a case." in ran.err
    assert before == case.read_bytes()


def test_with_a_facilitator_at_the_console_people_come_and_vote(tmp_path: Path) -> None:
    words = ("rehearse", "practice", "--pack", TOWN, "--speed", "100", "--people", "5", "--seed", "1")
    with serving(tmp_path, *words) as served:
        counts = asyncio.run(_led_by_hand(served))
        assert 130 == served.stop()
        assert served.process.stdout is not None
        assert "\nSaved in practice.hustings.\n" in served.process.stdout.read()
    assert 5 == sum(counts.values())


async def _led_by_hand(served: Served) -> Counter[str]:
    console = await served.console()
    views = console.views("console")
    await _seen(views, lambda view: len(view["seats"]) == 5)
    await console.post("/api/act", act="open", question="response_plan")
    await _seen(views, lambda view: "5" in (view["current"] or {}).get("counted", "").split(" of ")[0])
    await console.post("/api/act", act="close")
    await console.post("/api/act", act="reveal")
    view = await _seen(views, lambda view: view["current"]["rounds"])
    (seen,) = view["current"]["rounds"]
    abstained = int(seen["abstained"].split()[0]) if seen["abstained"] else 0
    return Counter({bar["text"]: bar["count"] for bar in seen["bars"]} | {"abstained": abstained})


async def _seen(views: AsyncIterator[Told], wanted: Callable[[Told], object]) -> Told:
    async with asyncio.timeout(20):
        async for view in views:
            if wanted(view):
                return view
    raise AssertionError("the stream ended")


def test_people_who_drop_out_come_back_and_every_vote_is_counted(tmp_path: Path) -> None:
    pack = read_pack(TOWN)
    come = tuple(replace(one, unsteady=0.9) for one in people(pack, 5, ("en",), 3))
    with serving(tmp_path, *town_words()) as served:
        scene = RehearsalSetup(served.root, served.code, pack, {}, {"en": ENGLISH}, 200)
        phones = asyncio.run(play(scene, come, AutomaticFacilitator(served.secret()).lead))
    assert all(phone.drops > 1 for phone in phones)
    rounds = [
        said.cast for topic in room(log_of(tmp_path / "rivera.hustings")).topics.values() for said in topic.rounds
    ]
    assert len(rounds) > 5
    assert {5} == set(rounds)


def test_the_same_seed_brings_the_same_people_and_votes() -> None:
    pack = read_pack(TOWN)
    asked = pack.questions["response_plan"]

    def votes(seed: int) -> list[object]:
        return [opinion(one, pack, asked, {}) for one in people(pack, 8, ("en", "es"), seed)]

    assert votes(1) == votes(1)
    assert any(votes(1) != votes(seed) for seed in range(2, 6))
    assert people(pack, 8, ("en", "es"), 1) == people(pack, 8, ("en", "es"), 1)
    assert ["en"] * 7 + ["es"] == [one.language for one in people(pack, 8, ("en", "es"), 1)]


@pytest.mark.parametrize("name", ["response_plan", "voice_online", "channels", "uses_ai"])
def test_people_differ_and_vote_for_what_there_is(name: str) -> None:
    pack = read_pack(TOWN)
    question = pack.questions[name]
    votes = [opinion(one, pack, question, {}) for seed in range(30) for one in people(pack, 8, ("en",), seed)]
    picks = [vote["pick"] for vote in votes if vote["said"] == "option"]
    flat = {one for pick in picks for one in (pick if isinstance(pick, list) else [pick])}
    assert len(flat) > 1
    assert flat <= {choice.id for choice in question.choices}
    assert 200 < len(picks) < 240


def test_delays_are_those_of_people() -> None:
    delays = sorted(delay(one, "q", 1) for seed in range(50) for one in people(read_pack(TOWN), 8, ("en",), seed))
    assert 0.5 < delays[0]
    assert 4 < delays[200] < 10
    assert delays[-1] <= 25
