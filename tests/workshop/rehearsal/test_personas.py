"""Invented people: who they are, how they vote, and when; the same for the same seed."""

from __future__ import annotations

import pytest

from hustings.pack.loader import read_pack
from hustings.workshop.rehearsal.personas import delay, opinion, people
from support.session import TOWN


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
