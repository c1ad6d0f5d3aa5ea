"""The automatic facilitator of a rehearsal: it uses the console as a facilitator would, at a pace that can be watched.

It reads the console's view and sends the same commands, so that every step on the projector is a real one.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from hustings.messages import english, say
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.rehearsal.http_client import HttpClient, Json
from hustings.workshop.rehearsal.personas import invented_value
from hustings.workshop.rehearsal.rehearse import ARRIVAL, RehearsalSetup
from hustings.workshop.session.practice_vote import PRACTICE

READ, LOOK, TALK, LATEST = 2.0, 5.0, 8.0, 30.0
"""Seconds before closing a vote, for looking at the result, for a discussion, and for which a vote is open."""
SOON = 5.0
"""Seconds that everybody gets at any speed, so that a busy machine does not lose votes."""
STUCK = 20.0
AGAIN = 0.1
"""Seconds until it tries again to reach a server that is being started anew."""
WHY = english("The room heard both sides and agreed on this.")
OBJECTION = english("I see it otherwise, and can live with it.")
STUBBORN = 0.5
"""How often somebody still objects if the second vote differs."""
OK = 200
PHASES_AFTER = {
    "open": ("open",),
    "practise": ("open",),
    "close": ("closed",),
    "reveal": ("revealed",),
    "discuss": ("discussing",),
    "decide": ("decided", "unresolved"),
    "leave_open": ("decided", "unresolved"),
    "park": ("parked",),
}
"""The phases of a question after a command: the next command waits until the console shows one of them."""
EVERY = 4
"""How many questions there are from one promise of evidence to the next."""


@dataclass(slots=True)
class AutomaticFacilitator:
    """Leads at the console. `secret` opens it; `view` is its current view. `start_delay`: seconds before it begins.

    `done`: the commands that were acknowledged, with their questions.
    """

    secret: str
    start_delay: float = 0.0
    view: Json = field(default_factory=dict)
    view_changed: asyncio.Event = field(default_factory=asyncio.Event)
    question_count: int = 0
    done: list[tuple[str, str]] = field(default_factory=list)

    async def facilitate(self, setup: RehearsalSetup) -> None:
        """Lead from the first question to the end."""
        client = HttpClient(setup.root)
        await _sign_in(client, self.secret)
        watch = asyncio.create_task(self._watch(client))
        try:
            await self._wait_until(bool)
            await asyncio.sleep(self.start_delay)
            await setup.wait(ARRIVAL)
            await self._practise(setup, client)
            while not self.view["finished"]:
                await self._next(setup, client)
        finally:
            watch.cancel()

    async def _watch(self, client: HttpClient) -> None:
        """Follow the console's view; after a lost connection, too."""
        while True:
            try:
                async for view in client.views("console"):
                    self.view = view
                    self.view_changed.set()
            except OSError:
                pass
            await asyncio.sleep(AGAIN)

    async def _wait_until(self, condition: Callable[[Json], bool], longest: float = STUCK) -> bool:
        """Wait until the console's view meets a condition; False if it does not in time."""
        try:
            async with asyncio.timeout(longest):
                while not condition(self.view):
                    self.view_changed.clear()
                    await self.view_changed.wait()
        except TimeoutError:
            return False
        return True

    async def _next(self, setup: RehearsalSetup, client: HttpClient) -> None:
        if name := self.view["next"]:
            await self._question(setup, client, setup.pack.questions[name])
        else:
            await setup.wait(LOOK)
            await self._act(client, "finish")
            await self._wait_until(lambda view: bool(view["finished"]))

    async def _practise(self, setup: RehearsalSetup, client: HttpClient) -> None:
        """Run a practice vote, if no question of the workshop was begun yet."""
        if not (self.view["practice"] and await self._act(client, "practise", question=PRACTICE)):
            return
        await self._wait_until(_all_voted, max(LATEST / setup.speed, SOON))
        await self._act(client, "close", question=PRACTICE)
        await setup.wait(READ / 2)
        await self._act(client, "reveal", question=PRACTICE)
        await setup.wait(LOOK)

    async def _question(self, setup: RehearsalSetup, client: HttpClient, question: Question) -> None:
        """Lead one question to its decision."""
        self.question_count += 1
        if not votable(question):
            value = str(invented_value(question, datetime.now(UTC).date()))
            if not await self._act(client, "decide", question=question.id, answer={"value": value}):
                await self._act(client, "park", question=question.id)
        elif await self._round(setup, client, question):
            await self._decide(setup, client, question)
        if self.question_count % EVERY == 1 and question.evidence:
            due = (datetime.now(UTC) + timedelta(days=5)).date().isoformat()
            text, owner = question.evidence[:200], self.view["seats"][0]["name"] if self.view["seats"] else ""
            await self._act(client, "fetch", question=question.id, text=text, owner=owner, due=due)

    async def _round(self, setup: RehearsalSetup, client: HttpClient, question: Question) -> bool:
        """Run a vote, and a second one if the first calls for a discussion. False if the question was parked."""
        for second in (False, True):
            if not await self._act(client, "open", question=question.id):
                await self._act(client, "park", question=question.id)
                return False
            await self._wait_until(_all_voted, max(LATEST / setup.speed, SOON))
            await setup.wait(READ)
            await self._act(client, "close", question=question.id)
            await setup.wait(READ / 2)
            await self._act(client, "reveal", question=question.id)
            await setup.wait(LOOK)
            proposal = self.view["current"]["votes_say"] or {}
            if second or not proposal.get("discuss"):
                break
            await self._act(client, "discuss", question=question.id)
            await self._act(client, "timer", seconds=120)
            await setup.wait(TALK)
        return True

    async def _decide(self, setup: RehearsalSetup, client: HttpClient, question: Question) -> None:
        proposal = self.view["current"]["votes_say"] or {}
        still_objects = proposal.get("discuss") and Random(question.id).random() < STUBBORN  # noqa: S311 - not for security
        dissent = {"dissent": 1, "dissent_text": say(OBJECTION)} if still_objects else {}
        details = {"question": question.id, "rationale": say(WHY) if dissent else "", **dissent}
        answer = (
            {"value": proposal.get("value")} if proposal.get("value") is not None else {"state": proposal.get("state")}
        )
        if answer.get("state") == "na":
            answer["reason"] = say(WHY)
        if not (
            await self._act(client, "decide", answer=answer, **details)
            or await self._act(client, "leave_open", **details)
        ):
            await self._act(client, "park", question=question.id)
        await setup.wait(READ)

    async def _act(self, client: HttpClient, name: str, **payload: object) -> bool:
        """Send a command and wait until the console shows its effect; False if it was refused.

        A command whose answer was lost is sent again; if it is refused then, what the console shows counts.
        """
        status, lost = await _sent(client, name, payload)
        has_effect = status == OK or (lost and name in PHASES_AFTER)
        if has_effect and name in PHASES_AFTER:
            shown = await self._wait_until(lambda view: _phase(view, payload["question"]) in PHASES_AFTER[name])
            has_effect = status == OK or shown
        if has_effect:
            self.done.append((name, str(payload.get("question", ""))))
        return has_effect


async def _sent(client: HttpClient, name: str, payload: Mapping[str, object]) -> tuple[int, bool]:
    """Send a command until it is answered; the status, and whether an answer was lost before."""
    lost = False
    async with asyncio.timeout(STUCK):
        while True:
            try:
                status, _ = await client.post("/api/act", act=name, **payload)
            except OSError:
                lost = True
                await asyncio.sleep(AGAIN)
            else:
                return status, lost


def _phase(view: Json, name: object) -> str:
    """The phase of a question, of the current one or on the console's agenda."""
    if view["current"] and view["current"]["question"]["id"] == name:
        return str(view["current"]["phase"])
    agenda_lines = (line for part in view["sections"] for line in part["questions"])
    return next((str(line["phase"]) for line in agenda_lines if line["id"] == name), "")


def _all_voted(view: Json) -> bool:
    """Whether everybody has voted: the two numbers of “5 of 6 have voted” are the same."""
    numbers = re.findall(r"\d+", (view["current"] or {}).get("counted", ""))
    return len(numbers) == 2 and numbers[0] == numbers[1]  # noqa: PLR2004 - votes, of voters


async def _sign_in(client: HttpClient, secret: str) -> None:
    """Sign in as the facilitator, as soon as the server responds."""
    async with asyncio.timeout(STUCK):
        while True:
            try:
                await client.post("/api/enter", secret=secret)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                return
