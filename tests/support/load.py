"""Many phones on one server: each keeps one stream open, votes, changes its mind, loses its connection, comes back.

What a phone was told is taken is written down here, so that it can be compared with what was counted.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import EntryKind
from hustings.casefile import open_case
from hustings.workshop.rehearsal.http_client import HttpClient, Json
from support.server import Served

About = tuple[str, int]
PATIENCE = 30.0


@dataclass(slots=True)
class Phone:
    """One of many. `taken` is the last vote of each round that was acknowledged; `shown` is when a round was seen."""

    guest: HttpClient
    luck: Random
    face: str = "phone"
    view: Json = field(default_factory=dict)
    taken: dict[About, str] = field(default_factory=dict)
    shown: dict[About, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    refused: int = 0
    window: asyncio.Task[None] | None = None

    def open(self) -> None:
        self.window = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        async for view in self.guest.views(self.face):
            self.view = view
            asked = self.view.get("current") or self.view
            if asked.get("question") and asked["rounds"]:
                self.shown.setdefault((asked["question"]["id"], len(asked["rounds"])), time.perf_counter())

    async def shut(self) -> None:
        if self.window is not None:
            self.window.cancel()
            await asyncio.wait([self.window])

    async def vote(self, about: About, picks: Sequence[str], within: float) -> None:
        """Vote some time within so many seconds; one in ten changes the vote, one in ten loses the connection."""
        await asyncio.sleep(self.luck.uniform(0, within))
        if self.luck.random() < 0.1:
            await self.shut()
            self.open()
        for tap in range(1 + (self.luck.random() < 0.1)):
            await self._send(about, self.luck.choice(picks), str(tap))

    async def _send(self, about: About, pick: str, tap: str) -> None:
        begun = time.perf_counter()
        status, _ = await self.guest.post(
            "/api/vote", question=about[0], round=about[1], said="option", pick=pick, tap=tap
        )
        if status == 200:
            self.took.append(time.perf_counter() - begun)
            self.taken[about] = pick
        else:
            self.refused += 1


@dataclass(slots=True)
class Crowd:
    """A server with a console, and so many phones that are in and look at it."""

    served: Served
    console: HttpClient
    phones: list[Phone]
    reveals: list[float] = field(default_factory=list)

    async def ask(self, question: str, picks: Sequence[str], round_: int, *, within: float, late: bool = False) -> None:
        """A whole round. With `late` the vote is closed while votes are still on their way."""
        about = (question, round_)
        await self.act("open", question=question)
        votes = [asyncio.create_task(phone.vote(about, picks, within)) for phone in self.phones]
        if late:
            await asyncio.sleep(within / 2)
            await self.act("close")
        await asyncio.gather(*votes)
        if not late:
            await self.act("close")
        begun = time.perf_counter()
        await self.act("reveal")
        await self._until_all_saw(about)
        self.reveals += [phone.shown[about] - begun for phone in self.phones]

    async def _until_all_saw(self, about: About) -> None:
        end = time.monotonic() + PATIENCE
        while any(about not in phone.shown for phone in self.phones):
            assert time.monotonic() < end, f"{sum(about not in phone.shown for phone in self.phones)} saw nothing"
            await asyncio.sleep(0.01)

    async def act(self, name: str, **payload: object) -> None:
        assert (200, {"done": True}) == await self.console.post("/api/act", act=name, **payload)

    async def leave(self) -> None:
        await asyncio.gather(*(phone.shut() for phone in self.phones))


async def crowd(served: Served, count: int, seed: int = 1, *, apart: bool = False) -> Crowd:
    """So many phones, twenty at a time through the door. `apart`: each has an address of its own."""
    console, guests = await served.console(), list[HttpClient]()
    for first in range(0, count, 20):
        numbers = range(first, min(first + 20, count))
        guests += await asyncio.gather(
            *(served.phone(f"Person {one}", _address(one) if apart else "") for one in numbers)
        )
        await console.post("/api/door", act="admit")  # so many from one address wait to be let in
    phones = [Phone(guest, Random(seed * 1000 + number)) for number, guest in enumerate(guests)]  # noqa: S311 - repeatable
    for phone in phones:
        phone.open()
    end = time.monotonic() + PATIENCE
    while not all(phone.view for phone in phones):
        assert time.monotonic() < end, "some phones see nothing"
        await asyncio.sleep(0.01)
    return Crowd(served, console, phones)


def _address(number: int) -> str:
    """An address of this machine for one phone."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


def counted(case: Path) -> dict[About, Ballots]:
    """The counts of every closed round, as they stand in the case file."""
    with open_case(case, write=False) as file:
        entries = file.entries("a1")
    closed = [entry for entry in entries if entry.kind is EntryKind.CLOSED]
    return {(entry.question, entry.round): entry.ballots for entry in closed if entry.ballots is not None}


def lost(case: Path, phones: Sequence[Phone]) -> dict[About, Counter[str]]:
    """Acknowledged votes that are not in the counts, and counted ones that nobody was told of."""
    found = dict[About, Counter[str]]()
    for about, said in counted(case).items():
        taken = Counter(phone.taken[about] for phone in phones if about in phone.taken)
        given = Counter(str(pick) for pick in said.votes)
        if differ := (taken - given) + (given - taken):
            found[about] = differ
    return found
