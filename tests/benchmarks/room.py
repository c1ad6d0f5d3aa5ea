"""A workshop under load, on loopback: three hundred phones on one server process, then a room of eight.

Each phone keeps one stream open, as a browser does; the phones and the server share this machine, so that these are
upper bounds. The base is a request that reads a few fixed words. What counts most has no unit: votes that were
acknowledged and are not in the counts.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.figures import HEAD, Count, Figure
from hustings.workshop.rehearsal.http_client import HttpClient
from support.load import Crowd, Phone, crowd, lost
from support.server import Served, serving, town_words

TIMES = "reveals.txt"
TIMED = Path(__file__).with_name("timed_server.py")
CROWD, ROOM, HALL = 300, 8, 1000
STEPS = ("none", "partly", "largely", "fully")
ASKED = (("response_plan", 1), ("response_plan", 2), ("records_rule", 1), ("records_rule", 2))
REVEAL_LIMIT, LIVE_LIMIT = 1.0, 200.0  # seconds, milliseconds
WRITTEN_LIMIT, MEMORY_LIMIT = 300.0, 120  # milliseconds by the server's clock, megabytes
APART = 300  # more phones than this have addresses of their own, as in a hall: of one address so many may be open
BASES = 30


def workshop(people: int = CROWD, within: float = 2.0) -> Iterator[Figure | Count]:
    """The figures of a crowd, then those of a room."""
    with TemporaryDirectory() as folder, timed(Path(folder)) as served:
        before = resident(served)
        base, room = asyncio.run(_crowded(served, people, within))
        after = resident(served)
        gone, reached = lost(Path(folder) / "rivera.hustings", room.phones), _written(Path(folder))
    took = [seconds for phone in room.phones for seconds in phone.took]
    yield Figure("a few fixed words over HTTP (base)", base, 1.0)
    yield from _spread(f"vote acknowledged, {people} phones", took, base)
    slowest, (late, worked) = max(room.reveals), (quantiles(one, n=100)[98] for one in reached)
    yield Figure(f"reveal on every one of {people} phones", slowest, slowest / base, REVEAL_LIMIT, "s")
    yield Figure("reveal written to a phone, server's clock, p99", late, late / base, WRITTEN_LIMIT, "ms")
    yield Figure("    the same in the processor's time", worked, worked / base)
    yield Count(f"votes lost, of {len(took)} acknowledged", sum(sum(found.values()) for found in gone.values()), "", 0)
    yield Count("resident memory, server alone", before >> 20, "MB")
    yield Count(f"resident memory, {people} open streams", after >> 20, "MB", MEMORY_LIMIT)
    yield from live(base)


def timed(folder: Path) -> AbstractContextManager[Served]:
    """A server in an interpreter of its own, so that its memory is its own, which notes how long reveals take."""
    return serving(folder, *town_words(), program=(sys.executable, "-Xutf8", TIMED, folder / TIMES))


def _written(folder: Path) -> tuple[list[float], ...]:
    """Seconds until a phone's result was written, and those of the processor."""
    lines = (folder / TIMES).read_text("ascii").splitlines()
    return tuple([float(number) for number in column] for column in zip(*(line.split() for line in lines), strict=True))


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
    room = await crowd(served, people, apart=people > APART)
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


def main() -> int:
    """Print the figures of so many phones, a thousand if it is not said; 1 if a limit is broken."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else HALL
    print(HEAD)  # noqa: T201
    figures = list(workshop(people, within=people / 150))
    for figure in figures:
        print(figure, flush=True)  # noqa: T201
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
