"""Forty phones on one server: no acknowledged vote is lost (method.md 2.4). How fast it is, `make bench` tells."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from support.load import Crowd, counted, crowd, lost
from support.server import Served, serving, town_words

pytestmark = pytest.mark.slow

PEOPLE = 40
STEPS = ("none", "partly", "largely", "fully")


def test_no_acknowledged_vote_is_lost_and_all_phones_see_the_result(tmp_path: Path) -> None:
    with serving(tmp_path, *town_words()) as served:
        room = asyncio.run(_session(served))
    case = tmp_path / "rivera.hustings"
    assert {} == lost(case, room.phones)
    assert [PEOPLE, PEOPLE] == [said.cast for said in counted(case).values()][:2]
    refused = sum(phone.refused for phone in room.phones)
    late = counted(case)["records_rule", 1].cast
    assert 0 < late < PEOPLE
    assert refused >= PEOPLE - late
    assert 3 * PEOPLE == len(room.reveals)


async def _session(served: Served) -> Crowd:
    room = await crowd(served, PEOPLE)
    await room.ask("response_plan", STEPS, 1, within=0.5)
    await room.ask("response_plan", STEPS, 2, within=0.0)
    await room.act("park", question="response_plan", text="")
    await room.ask("records_rule", STEPS, 1, within=0.6, late=True)
    await room.leave()
    return room
