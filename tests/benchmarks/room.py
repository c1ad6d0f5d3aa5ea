"""A workshop under load, on loopback: three hundred phones on one server process, then a room of eight.

Each phone keeps one stream open, as a browser does; the phones and the server share this machine, so that these are
upper bounds. The base is a request that reads a few fixed words. What counts most has no unit: votes that were
acknowledged and are not in the counts.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.figures import Count, Figure
from hustings.workshop.rehearsal.http_client import HttpClient
from support.load import Crowd, Phone, crowd, lost
from support.server import Served, serving, town_words

CROWD, ROOM = 300, 8
STEPS = ("none", "partly", "largely", "fully")
ASKED = (("response_plan", 1), ("response_plan", 2), ("records_rule", 1), ("records_rule", 2))
REVEAL_LIMIT, LIVE_LIMIT = 1.0, 200.0  # seconds, milliseconds
BASES = 30


def workshop(people: int = CROWD, within: float = 2.0) -> Iterator[Figure | Count]:
    """The figures of a crowd, then those of a room."""
    with TemporaryDirectory() as folder, serving(Path(folder), *town_words()) as served:
        before = resident(served)
        base, room = asyncio.run(_crowded(served, people, within))
        after = resident(served)
        gone = lost(Path(folder) / "rivera.hustings", room.phones)
    took = [seconds for phone in room.phones for seconds in phone.took]
    yield Figure("a few fixed words over HTTP (base)", base, 1.0)
    yield from _spread(f"vote acknowledged, {people} phones", took, base)
    slowest = max(room.reveals)
    yield Figure(f"reveal on every one of {people} phones", slowest, slowest / base, REVEAL_LIMIT, "s")
    yield Count(f"votes lost, of {len(took)} acknowledged", sum(sum(found.values()) for found in gone.values()), "", 0)
    yield Count("resident memory, server alone", before >> 20, "MB")
    yield Count(f"resident memory, {people} open streams", after >> 20, "MB")
    yield from live(base)


def live(base: float) -> Iterator[Figure]:
    """Eight people: from a vote to the count on projector and console."""
    with TemporaryDirectory() as folder, serving(Path(folder), *town_words()) as served:
        times = asyncio.run(_live(served))
    yield from _spread(f"vote to the count on the screens, {ROOM} phones", times, base, LIVE_LIMIT)


def _spread(name: str, times: list[float], base: float, limit: float | None = None) -> Iterator[Figure]:
    middle, slow = median(times), quantiles(times, n=20)[18]
    yield Figure(f"{name}, p50", middle, middle / base)
    yield Figure(f"{name}, p95", slow, slow / base, limit, "ms")


async def _crowded(served: Served, people: int, within: float) -> tuple[float, Crowd]:
    """Two questions with two rounds each; every round has a tenth of them drop out and come back."""
    base = await _base(served)
    room = await crowd(served, people)
    for question, round_ in ASKED:
        await room.ask(question, STEPS, round_, within=within)
        if round_ == 2:
            await room.act("park", question=question, text="")
    await room.leave()
    return base, room


async def _base(served: Served) -> float:
    guest, times = HttpClient(served.root), list[float]()
    for _ in range(BASES):
        begun = time.perf_counter()
        assert (await guest.read("/labels/phone/en.json"))[0] == 200
        times.append(time.perf_counter() - begun)
    return median(times)


async def _live(served: Served) -> list[float]:
    room = await crowd(served, ROOM)
    screen = HttpClient(served.root)
    await screen.post("/api/enter", code=served.link("screen").partition("#")[2], screen=True)
    walls = [Phone(screen, room.phones[0].luck, "screen"), Phone(room.console, room.phones[0].luck, "console")]
    for wall in walls:
        wall.open()
    times = list[float]()
    for question in ("response_plan", "records_rule", "voice_online"):
        await room.act("open", question=question)
        for place, phone in enumerate(room.phones, start=1):
            begun = time.perf_counter()
            sent = asyncio.create_task(phone._send((question, 1), _any_pick(question), "live"))
            await asyncio.gather(*(_shows(wall, place) for wall in walls))
            times.append(time.perf_counter() - begun)
            await sent
        for name in ("close", "reveal", "park"):
            await room.act(name, question=question)
    for window in (*walls, *room.phones):
        await window.shut()
    return times


def _any_pick(question: str) -> str:
    return "some" if question == "voice_online" else "largely"


async def _shows(wall: Phone, count: int) -> None:
    """Until a window says that so many have voted."""
    while not ((wall.view.get("current") or wall.view).get("counted") or "").startswith(f"{count} of"):  # noqa: ASYNC110
        await asyncio.sleep(0.001)


def resident(served: Served) -> int:
    """Bytes of memory that the server's process holds, where the system tells."""
    try:
        lines = Path(f"/proc/{served.process.pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))
