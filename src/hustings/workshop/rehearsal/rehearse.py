"""A whole workshop with invented people, to practise on and to look at: they come in by the network, as anybody does.

The facilitator leads with the console; or the rehearsal leads itself, to the end. Whatever it does, it does from
outside: what can be seen here can be done in a room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Thread

from hustings.answers.events import Answers
from hustings.messages import Words, speaking
from hustings.pack.model import Pack
from hustings.workshop.rehearsal.http_client import HttpClient, Told
from hustings.workshop.rehearsal.personas import Persona, delay, opinion, reason
from hustings.workshop.session.practice_vote import PRACTICE, practice_pack

PATIENCE = 10.0
"""Seconds for which people knock before they go home."""
ARRIVAL = 8.0
"""Seconds within which they come in, one after the other."""
CHANGES = 0.12
"""How often somebody changes a vote that is still open."""


@dataclass(frozen=True, slots=True)
class RehearsalSetup:
    """What a rehearsal plays: where, with which pack, around which answers, and how fast (1: as in a room)."""

    root: str
    code: str
    pack: Pack
    true: Answers
    words: Mapping[str, Words]
    speed: float = 1.0

    async def wait(self, seconds: float) -> None:
        """Wait so many seconds of the workshop's time, which runs at the rehearsal's speed."""
        await asyncio.sleep(seconds / self.speed)


Opening = tuple[str, int, int]
"""A question, its round, and which opening of it: one that was cancelled comes again."""


def _opening(view: Told) -> Opening:
    return view["question"]["id"], view["round"], view["opening"]


@dataclass(slots=True)
class Phone:
    """A person's phone, for as long as the workshop lasts."""

    person: Persona
    scene: RehearsalSetup
    guest: HttpClient
    voted: set[Opening] = field(default_factory=set)
    slept: set[Opening] = field(default_factory=set)
    sending: set[asyncio.Task[None]] = field(default_factory=set)
    drops: int = 0

    async def attend(self) -> None:
        """Join, vote, drop out, come back, until the workshop ends or nobody answers any more."""
        await self.scene.wait(self.person.chance("arrive").uniform(0, ARRIVAL))
        while await self._joined() and not await self._watched():
            self.drops += 1
            await self.scene.wait(self.person.chance("back", self.drops).uniform(2, 6))
        for task in self.sending:
            task.cancel()

    async def _joined(self) -> bool:
        """Knock until somebody opens; False if nobody does."""
        person, end = self.person, asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < end:
            try:
                who = {"name": person.name, "role": person.role, "language": person.language}
                status, _ = await self.guest.post("/api/enter", code=self.scene.code, **who)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                return status == 200  # noqa: PLR2004 - what HTTP calls fine
        return False

    async def _watched(self) -> bool:
        """Look at the phone until the workshop has ended (True) or the connection is gone."""
        try:
            async for view in self.guest.views():
                if view.get("finished"):
                    return True
                self._looked(view)
                if view.get("phase") == "open" and self._sleeps(view):
                    return False
        except OSError:
            pass
        return False

    def _sleeps(self, view: Told) -> bool:
        """Whether the phone loses its connection now: once in a round at most, with its vote on the way or not."""
        about = _opening(view)
        if about in self.slept or self.person.chance(*about, "drop").random() >= self.person.unsteady:
            return False
        self.slept.add(about)
        return True

    def _looked(self, view: Told) -> None:
        if view.get("phase") != "open":
            return
        about = _opening(view)
        if about not in self.voted and not view["own"]:
            self.voted.add(about)
            task = asyncio.create_task(self._vote(*about, _counts(view)))
            self.sending.add(task)
            task.add_done_callback(self.sending.discard)

    async def _vote(self, name: str, number: int, opening: int, shown: Sequence[int]) -> None:
        person, scene = self.person, self.scene
        pack = practice_pack(scene.pack) if name == PRACTICE else scene.pack
        question = pack.questions[name]
        await scene.wait(delay(person, name, number))
        with speaking(scene.words[person.language]):
            note = reason(person, name)
        first = opinion(person, pack, question, scene.true, shown)
        await self._sent((name, number, opening), "first", {**first, "note": note})
        if person.chance(name, number, "change").random() < CHANGES:
            await scene.wait(3)
            second = opinion(person, pack, question, scene.true, shown or [0] * len(question.choices))
            await self._sent((name, number, opening), "second", second)

    async def _sent(self, about: Opening, tap: str, vote: Mapping[str, object]) -> None:
        """Send a vote again and again until somebody has it, as the phone's page does."""
        where = dict(zip(("question", "round", "opening"), about, strict=True))
        for _ in range(20):
            try:
                await self.guest.post("/api/vote", tap="/".join(map(str, (*about, tap))), **where, **vote)
            except OSError:
                await asyncio.sleep(0.2)
            else:
                return


def _counts(view: Told) -> list[int]:
    """How the choices fared in the round before, in the order of the choices."""
    rounds = view["rounds"]
    return [bar["count"] for bar in rounds[-1]["bars"]] if rounds else []


Play = Callable[[RehearsalSetup], Coroutine[None, None, None]]


async def play(scene: RehearsalSetup, people: Sequence[Persona], lead: Play | None = None) -> tuple[Phone, ...]:
    """All of it, to the end. `lead` leads the room by itself; without it somebody leads at the console."""
    phones = tuple(Phone(person, scene, HttpClient(scene.root)) for person in people)
    async with asyncio.TaskGroup() as room:
        for phone in phones:
            room.create_task(phone.attend())
        if lead is not None:
            room.create_task(lead(scene))
    return phones


@dataclass(slots=True)
class BackgroundRehearsal:
    """A play in a thread of its own, beside the server. `wrong` is what ended it before its time."""

    work: Callable[[], Coroutine[None, None, object]]
    then: Callable[[], object]
    wrong: BaseException | None = None

    def start(self) -> None:
        """Begin. It ends with the program at the latest."""
        Thread(target=copy_context().run, args=(self._run,), daemon=True).start()

    def _run(self) -> None:
        try:
            asyncio.run(self.work())
        except BaseException as wrong:  # noqa: BLE001 - told where the program goes on
            self.wrong = wrong
        finally:
            self.then()
