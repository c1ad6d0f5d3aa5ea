"""`hustings workshop rehearse`: a workshop with invented people, through the same doors as a real one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from hustings.workshop.rehearsal.http_client import HttpClient, Json
from support.server import Served, serving
from support.session import TOWN

pytestmark = pytest.mark.slow


def test_with_a_facilitator_at_the_console_people_behave_as_people_do(tmp_path: Path) -> None:
    words = ("rehearse", "practice", "--pack", TOWN, "--speed", "100", "--people", "5", "--seed", "1")
    with serving(tmp_path, *words) as served:
        asyncio.run(_led_by_hand(served))
        assert 130 == served.stop()
        assert served.process.stdout is not None
        assert "\nSaved in practice.hustings.\n" in served.process.stdout.read()


async def _led_by_hand(served: Served) -> None:
    console = await served.console()
    views = console.views("console")
    view = await _seen(views, lambda view: len(view["seats"]) == 4)
    assert "practice" not in view["rehearsal"]["next"]
    await console.post("/api/act", act="open", question="response_plan")
    view = await _seen(views, lambda view: _cast(view) == (4, 5))  # the late one is there, the silent one waits
    assert "Whoever answers the press (invented)" in [seat["name"] for seat in view["seats"]]
    assert (200, {"done": True}) == await console.post("/api/rehearsal")
    await _seen(views, lambda view: _cast(view) == (5, 5))
    assert [5] == [bar["count"] for bar in await _bars(console, views) if bar["count"]]
    await console.post("/api/act", act="decide", question="response_plan", answer={"value": "partly"})
    await console.post("/api/act", act="open", question="records_rule")
    await console.post("/api/act", act="timer", seconds=30)  # the clock hurries the silent one too
    await _seen(views, lambda view: _cast(view) == (5, 5))
    assert [3, 2] == [bar["count"] for bar in await _bars(console, views) if bar["count"]]
    await console.post("/api/act", act="discuss", question="records_rule")
    await console.post("/api/act", act="open", question="records_rule")
    await _seen(views, lambda view: _cast(view) == (5, 5))
    assert [1, 4] == [bar["count"] for bar in await _bars(console, views) if bar["count"]]


def _cast(view: Json) -> tuple[int, ...]:
    """How many have voted, of how many."""
    return tuple(map(int, re.findall(r"\d+", (view["current"] or {}).get("counted", ""))))


async def _bars(console: HttpClient, views: AsyncIterator[Json]) -> list[Json]:
    """Close and show the vote; what the last round came to."""
    await console.post("/api/act", act="close")
    await _seen(views, lambda view: view["current"]["phase"] == "closed")
    await console.post("/api/act", act="reveal")
    view = await _seen(views, lambda view: view["current"]["phase"] == "revealed")
    bars: list[Json] = view["current"]["rounds"][-1]["bars"]
    return bars


async def _seen(views: AsyncIterator[Json], wanted: Callable[[Json], object]) -> Json:
    async with asyncio.timeout(20):
        async for view in views:
            if wanted(view):
                return view
    raise AssertionError("the stream ended")
