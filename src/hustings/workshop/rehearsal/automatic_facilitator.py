"""A rehearsal that leads itself: what a facilitator would do at the console, at a pace that can be watched.

It sees what the console sees and asks for the same acts, so that every step on the projector is a real one.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from hustings.messages import english, say
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.rehearsal.http_client import HttpClient, Told
from hustings.workshop.rehearsal.personas import anything
from hustings.workshop.rehearsal.rehearse import ARRIVAL, RehearsalSetup
from hustings.workshop.session.practice_vote import PRACTICE

READ, LOOK, TALK, LATEST = 2.0, 5.0, 8.0, 30.0
"""Seconds as in a room in a hurry: before closing, to look, to talk; the longest that a vote is open."""
SOON = 5.0
"""Seconds that everybody gets at any speed: a machine that is busy is no reason to leave a vote out."""
STUCK = 20.0
WHY = english("The room heard both sides and agreed on this.")
OBJECTION = english("I see it otherwise, and can live with it.")
STUBBORN = 0.5
"""How often somebody still objects where the second vote differs."""
OK = 200
BECOMES = {
    "open": ("open",),
    "practise": ("open",),
    "close": ("closed",),
    "reveal": ("revealed",),
    "discuss": ("discussing",),
    "decide": ("decided", "unresolved"),
    "leave_open": ("decided", "unresolved"),
    "park": ("parked",),
}
"""What a step makes of the question in hand: what comes next is judged from there, not from what was shown before."""
EVERY = 4
"""Every so many questions somebody promises to bring the evidence."""


@dataclass(slots=True)
class AutomaticFacilitator:
    """Leads at the console. `secret` opens it; `view` is what it shows now. `patience`: seconds before it begins."""

    secret: str
    patience: float = 0.0
    view: Told = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    asked: int = 0

    async def lead(self, scene: RehearsalSetup) -> None:
        """From the first question to the end."""
        guest = HttpClient(scene.root)
        await _knock(guest, self.secret)
        watching = asyncio.create_task(self._watch(guest))
        try:
            await self._until(bool)
            await asyncio.sleep(self.patience)
            await scene.wait(ARRIVAL)
            await self._practise(scene, guest)
            while not self.view["finished"]:
                await self._next(scene, guest)
        finally:
            watching.cancel()

    async def _watch(self, guest: HttpClient) -> None:
        async for view in guest.views("console"):
            self.view = view
            self.news.set()

    async def _until(self, seen: Callable[[Told], bool], longest: float = STUCK) -> bool:
        """Wait until the console shows this; False if it does not in time."""
        try:
            async with asyncio.timeout(longest):
                while not seen(self.view):
                    self.news.clear()
                    await self.news.wait()
        except TimeoutError:
            return False
        return True

    async def _next(self, scene: RehearsalSetup, guest: HttpClient) -> None:
        if name := self.view["next"]:
            await self._question(scene, guest, scene.pack.questions[name])
        else:
            await scene.wait(LOOK)
            await self._act(guest, "finish")
            await self._until(lambda view: bool(view["finished"]))

    async def _practise(self, scene: RehearsalSetup, guest: HttpClient) -> None:
        """One vote to practise with, where none of the workshop's was taken up yet."""
        if not (self.view["practice"] and await self._act(guest, "practise", question=PRACTICE)):
            return
        await self._until(_all_in, max(LATEST / scene.speed, SOON))
        await self._act(guest, "close", question=PRACTICE)
        await scene.wait(READ / 2)
        await self._act(guest, "reveal", question=PRACTICE)
        await scene.wait(LOOK)

    async def _question(self, scene: RehearsalSetup, guest: HttpClient, question: Question) -> None:
        """One question, to its decision."""
        self.asked += 1
        if not votable(question):
            value = str(anything(question, datetime.now(UTC).date()))
            if not await self._act(guest, "decide", question=question.id, answer={"value": value}):
                await self._act(guest, "park", question=question.id)
        elif await self._round(scene, guest, question):
            await self._settle(scene, guest, question)
        if self.asked % EVERY == 1 and question.evidence:
            due = (datetime.now(UTC) + timedelta(days=5)).date().isoformat()
            text, who = question.evidence[:200], self.view["seats"][0]["name"] if self.view["seats"] else ""
            await self._act(guest, "fetch", question=question.id, text=text, owner=who, due=due)

    async def _round(self, scene: RehearsalSetup, guest: HttpClient, question: Question) -> bool:
        """A vote, and a second one where the first asks for it. False if the question was put aside."""
        for again in (False, True):
            if not await self._act(guest, "open", question=question.id):
                await self._act(guest, "park", question=question.id)
                return False
            await self._until(_all_in, max(LATEST / scene.speed, SOON))
            await scene.wait(READ)
            await self._act(guest, "close", question=question.id)
            await scene.wait(READ / 2)
            await self._act(guest, "reveal", question=question.id)
            await scene.wait(LOOK)
            says = self.view["current"]["votes_say"] or {}
            if again or not says.get("discuss"):
                break
            await self._act(guest, "discuss", question=question.id)
            await self._act(guest, "timer", seconds=120)
            await scene.wait(TALK)
        return True

    async def _settle(self, scene: RehearsalSetup, guest: HttpClient, question: Question) -> None:
        says = self.view["current"]["votes_say"] or {}
        stubborn = says.get("discuss") and Random(question.id).random() < STUBBORN  # noqa: S311 - as it happens
        objects = {"dissent": 1, "dissent_text": say(OBJECTION)} if stubborn else {}
        made = {"question": question.id, "rationale": say(WHY) if objects else "", **objects}
        answer = {"value": says.get("value")} if says.get("value") is not None else {"state": says.get("state")}
        if answer.get("state") == "na":
            answer["reason"] = say(WHY)
        if not (
            await self._act(guest, "decide", answer=answer, **made) or await self._act(guest, "leave_open", **made)
        ):
            await self._act(guest, "park", question=question.id)
        await scene.wait(READ)

    async def _act(self, guest: HttpClient, name: str, **payload: object) -> bool:
        """Ask for a step, and wait until the console shows what came of it; False if it was refused."""
        status, _ = await guest.post("/api/act", act=name, **payload)
        if status == OK and name in BECOMES:
            await self._until(lambda view: _phase(view, payload["question"]) in BECOMES[name])
        return status == OK


def _phase(view: Told, name: object) -> str:
    """Where a question stands: the one before the room, or on the console's agenda."""
    if view["current"] and view["current"]["question"]["id"] == name:
        return str(view["current"]["phase"])
    asked = (line for part in view["sections"] for line in part["questions"])
    return next((str(line["phase"]) for line in asked if line["id"] == name), "")


def _all_in(view: Told) -> bool:
    """Whether everybody has voted: the two numbers of “5 of 6 have voted” are the same."""
    found = re.findall(r"\d+", (view["current"] or {}).get("counted", ""))
    return len(found) == 2 and found[0] == found[1]  # noqa: PLR2004 - so many have, of so many


async def _knock(guest: HttpClient, secret: str) -> None:
    """Come in as the facilitator, as soon as the server answers."""
    async with asyncio.timeout(STUCK):
        while True:
            try:
                await guest.post("/api/enter", secret=secret)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                return
