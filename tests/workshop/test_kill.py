"""The server is killed in mid-workshop and started again: nothing that was acknowledged is gone (method.md 2.4).

Kills come at random moments while votes or steps are on their way. What is on disk may be one step ahead of what was
acknowledged, and never behind. Everybody keeps their cookie and goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import pytest

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase, WorkshopState
from hustings.answers.workshop.workshop_log import EntryKind, Vote
from hustings.casefile import CaseJournal, open_case
from hustings.workshop.rehearsal.http_client import HttpClient, Json
from support.server import Served, started, town_words

pytestmark = pytest.mark.slow

PLAN = "response_plan"
STEPS = ("none", "partly", "largely", "fully")
PEOPLE = 4
SOON = 0.04
"""Seconds within which the kill comes."""

Burst = Sequence[Mapping[str, object]]
UNDO: Mapping[str, object] = {"act": "undo"}
DECIDE: Mapping[str, object] = {"act": "decide", "question": PLAN, "answer": {"value": "partly"}, "rationale": "So."}
BURSTS: tuple[tuple[str, Burst], ...] = (
    ("open", ()),
    ("open again", ()),
    ("closed", ({"act": "close"},)),
    ("revealed", ({"act": "reveal"},)),
    ("discussing", ({"act": "discuss", "question": PLAN}, {"act": "timer", "seconds": 120})),
    ("deciding", (DECIDE, UNDO) * 40),
)
"""What is on its way when the kill comes, one after the other in one session."""


@dataclass(slots=True)
class People:
    """Who is in the room, with the cookies that they got once, and what they were told."""

    console: HttpClient
    phones: list[HttpClient]
    votes: dict[int, str] = field(default_factory=dict)
    sent: dict[int, str] = field(default_factory=dict)
    acts: int = 0
    taps: Iterator[int] = field(default_factory=count)  # none comes twice: the server would take it for the first

    async def vote_on(self, luck: Random) -> None:
        """Everybody votes, again and again, until nobody answers."""
        await asyncio.gather(*(self._vote_on(place, luck) for place in range(len(self.phones))))

    async def _vote_on(self, place: int, luck: Random) -> None:
        for _ in range(200):
            pick = luck.choice(STEPS)
            try:
                assert 200 == await self.vote(place, pick)
            except (OSError, ValueError):  # cut off, before the answer or in it
                return
            await asyncio.sleep(luck.uniform(0, 0.01))

    async def vote(self, place: int, pick: str) -> int:
        self.sent[place] = pick
        vote = {"question": PLAN, "round": 1, "said": "option", "pick": pick, "tap": str(next(self.taps))}
        status, _ = await self.phones[place].post("/api/vote", **vote)
        if status == 200:
            self.votes[place] = pick
        return status

    async def act_on(self, burst: Burst) -> None:
        for payload in burst:
            try:
                status, told = await self.console.post("/api/act", **payload)
            except (OSError, ValueError):
                return
            assert 200 == status, told
            self.acts += 1


def test_killed_at_any_moment_it_goes_on_at_the_same_question_round_and_votes(tmp_path: Path) -> None:
    luck = Random(11)  # noqa: S311 - any moments will do
    served = started(tmp_path, *town_words())
    words = town_words(port=served.port)
    try:
        people = asyncio.run(_come(served))
        for name, burst in BURSTS:
            before = _entries(tmp_path)
            asyncio.run(_killed(served, people, burst, luck))
            found, votes = _on_disk(tmp_path)
            most = before + people.acts + 2  # the step on its way; to discuss writes two, as it starts the clock
            assert before + people.acts <= _entries(tmp_path) <= most, name
            _votes_are_there(people, votes)
            served = started(tmp_path, *words)
            asyncio.run(_goes_on(served, people, found, votes))
            asyncio.run(_complete(people, name))
    finally:
        served.kill()


async def _come(served: Served) -> People:
    people = People(await served.console(), [await served.phone(f"Person {number}") for number in range(PEOPLE)])
    await people.act_on([{"act": "open", "question": PLAN}])
    return people


async def _killed(served: Served, people: People, burst: Burst, luck: Random) -> None:
    """Votes while the vote is open, else steps; and in the middle of them the end."""
    people.acts = 0
    work = asyncio.create_task(people.act_on(burst) if burst else people.vote_on(luck))
    await asyncio.sleep(luck.uniform(0, SOON if burst else 5 * SOON))
    served.kill()
    await work


def _entries(folder: Path) -> int:
    """How many steps are on disk; that the program was started again is none."""
    with open_case(folder / "rivera.hustings", write=False) as case:
        return sum(entry.kind is not EntryKind.RESUMED for entry in case.entries("a1"))


def _on_disk(folder: Path) -> tuple[WorkshopState, dict[int, Vote]]:
    with open_case(folder / "rivera.hustings") as case:
        journal = CaseJournal(case, "a1", "test")
        return room(journal.entries()), journal.votes(PLAN, 1)


def _votes_are_there(people: People, votes: dict[int, Vote]) -> None:
    """Each acknowledged vote is the last one, or the one that was on its way when the kill came is."""
    stored = {number - 1: vote.pick for number, vote in votes.items()}
    assert set(people.votes) <= set(stored)
    for place, pick in stored.items():
        assert pick in (people.votes.get(place), people.sent[place])


async def _goes_on(served: Served, people: People, found: WorkshopState, votes: dict[int, Vote]) -> None:
    topic = found.topic(PLAN)
    for number, phone in enumerate(people.phones, start=1):
        view = await _first(phone, "phone")
        assert (PLAN, topic.phase.value, topic.round) == (view["question"]["id"], view["phase"], view["round"])
        own = view["own"] and view["own"]["pick"]
        assert (votes[number].pick if number in votes else None) == own
        _timer_is_paused(found, view)
        status = await people.vote(number - 1, own or "partly")
        assert (200 if topic.phase is QuestionPhase.OPEN else 409) == status
    view = await _first(people.console, "console")
    assert (PLAN, topic.phase.value) == (view["current"]["question"]["id"], view["current"]["phase"])
    assert PEOPLE == len(view["seats"])
    assert 200 == (await people.console.post("/api/act", act="note", text="It goes on."))[0]
    assert 200 == (await HttpClient(served.root).post("/api/enter", secret=served.secret()))[0]


def _timer_is_paused(found: WorkshopState, view: Json) -> None:
    if found.timer is not None:
        assert not view["timer"]["running"]
        assert 0 < view["timer"]["left"] <= 120


async def _first(guest: HttpClient, face: str) -> Json:
    async with asyncio.timeout(20):
        async for view in guest.views(face):
            return view
    raise AssertionError(face)


async def _complete(people: People, name: str) -> None:
    """Do what the kill cut off, so that the session comes to its next moment. What was done already is refused."""
    for payload in dict(BURSTS)[name][:1] if name != "deciding" else ():
        status, _ = await people.console.post("/api/act", **payload)
        assert status in (200, 409)
