"""`hustings workshop rehearse`: a workshop with invented people, through the same doors as a real one."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from hustings.workshop.rehearsal.http_client import Json
from support.server import Served, serving
from support.session import TOWN

pytestmark = pytest.mark.slow


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


async def _seen(views: AsyncIterator[Json], wanted: Callable[[Json], object]) -> Json:
    async with asyncio.timeout(20):
        async for view in views:
            if wanted(view):
                return view
    raise AssertionError("the stream ended")
