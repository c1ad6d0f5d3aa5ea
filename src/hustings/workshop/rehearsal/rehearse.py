"""A rehearsal: a whole workshop with invented people, who use the network as anybody does.

The facilitator leads with the console, or the rehearsal leads itself to the end. It uses only the public interface, so
everything that happens in it is possible in a real workshop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextvars import copy_context
from dataclasses import field
from threading import Thread

from hustings.answers.events import Answers
from hustings.frozen_records import dataclass
from hustings.messages import Words, speaking
from hustings.pack.model import Pack
from hustings.workshop.rehearsal.http_client import HttpClient, Json
from hustings.workshop.rehearsal.personas import Manner, Persona, delay, opinion, reason
from hustings.workshop.rehearsal.script import LATE_SECONDS, Script
from hustings.workshop.session.practice_vote import PRACTICE, practice_pack

JOIN_SECONDS = 20.0
"""Seconds for which people try to join, or to send a vote."""
ARRIVAL = 8.0
"""Seconds within which all people join."""
OK = 200
CHANGES = 0.12
"""How often somebody changes their vote while it is open."""


@dataclass(frozen=True, slots=True)
class RehearsalSetup:
    """The setup of a rehearsal: address, code, pack, the answers that are true, and the speed (1: real time).

    With a `script` people behave as it says, and otherwise as chance has it.
    """

    root: str
    code: str
    pack: Pack
    answers: Answers
    words: Mapping[str, Words]
    speed: float = 1.0
    script: Script | None = None

    async def wait(self, seconds: float) -> None:
        """Wait so many seconds of workshop time, which runs at the rehearsal's speed."""
        await asyncio.sleep(seconds / self.speed)


Opening = tuple[str, int, int]
"""A question, its round, and the number of its opening, since a cancelled vote is opened again."""


def _opening(view: Json) -> Opening:
    return view["question"]["id"], view["round"], view["opening"]


@dataclass(slots=True)
class Phone:
    """A person's phone. `taken`: the last vote of each opening that was acknowledged."""

    person: Persona
    setup: RehearsalSetup
    client: HttpClient
    voted: set[Opening] = field(default_factory=set)
    dropped: set[Opening] = field(default_factory=set)
    taken: dict[Opening, Mapping[str, object]] = field(default_factory=dict)
    sending: set[asyncio.Task[None]] = field(default_factory=set)
    drops: int = 0

    async def attend(self) -> None:
        """Join, vote, drop out and come back, until the workshop ends or the server is gone."""
        await self._arrive()
        while await self._join() and not await self._watch():
            self.drops += 1
            await self.setup.wait(self.person.random_at("back", self.drops).uniform(2, 6))
        for task in self.sending:
            task.cancel()

    async def _arrive(self) -> None:
        """Wait until this person comes: within the first seconds or, if late, once a vote is open."""
        script = self.setup.script
        if script is not None and self.person.manner is Manner.LATE:
            await script.began.wait()
            await self.setup.wait(LATE_SECONDS)
        else:
            await self.setup.wait(self.person.random_at("arrive").uniform(0, ARRIVAL))

    async def _join(self) -> bool:
        """Try to join; False if it fails."""
        person, deadline = self.person, asyncio.get_running_loop().time() + JOIN_SECONDS
        while asyncio.get_running_loop().time() < deadline:
            try:
                seat = {"name": person.name, "role": person.role, "language": person.language}
                status, _ = await self.client.post("/api/enter", code=self.setup.code, **seat)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                return status == OK
        return False

    async def _watch(self) -> bool:
        """Follow the phone's view until the workshop has ended (True) or the connection is lost (False)."""
        try:
            async for view in self.client.views():
                if self.setup.script is not None:
                    self.setup.script.see(view)
                if view.get("finished"):
                    return True
                self._vote_if_open(view)
                if view.get("phase") == "open" and self._drops_connection(view):
                    return False
        except OSError:
            pass
        return False

    def _drops_connection(self, view: Json) -> bool:
        """Whether the phone loses its connection now, at most once in a round."""
        opening = _opening(view)
        if opening in self.dropped or self.person.random_at(*opening, "drop").random() >= self.person.drop_rate:
            return False
        self.dropped.add(opening)
        return True

    def _vote_if_open(self, view: Json) -> None:
        if view.get("phase") != "open":
            return
        opening, script = _opening(view), self.setup.script
        if script is not None and script.is_held_back(self.person, view):
            return
        if opening not in self.voted and not view["own"]:
            self.voted.add(opening)
            task = asyncio.create_task(self._vote(*opening, _counts(view)))
            self.sending.add(task)
            task.add_done_callback(self.sending.discard)

    async def _vote(self, name: str, number: int, opening: int, shown: Sequence[int]) -> None:
        person, setup = self.person, self.setup
        if setup.script is not None and name != PRACTICE:
            await self._vote_by_script(setup.script, (name, number, opening))
            return
        pack = practice_pack(setup.pack) if name == PRACTICE else setup.pack
        question = pack.questions[name]
        await setup.wait(delay(person, name, number))
        with speaking(setup.words[person.language]):
            note = reason(person, name)
        first = opinion(person, pack, question, setup.answers, shown)
        await self._send((name, number, opening), "first", {**first, "note": note})
        if person.random_at(name, number, "change").random() < CHANGES:
            await setup.wait(3)
            second = opinion(person, pack, question, setup.answers, shown or [0] * len(question.choices))
            await self._send((name, number, opening), "second", second)

    async def _vote_by_script(self, script: Script, opening: Opening) -> None:
        name, number, _ = opening
        await self.setup.wait(script.seconds(self.person, name, number))
        with speaking(self.setup.words[self.person.language]):
            vote = script.vote(self.person, self.setup.pack.questions[name], number)
        await self._send(opening, "first", vote)

    async def _send(self, opening: Opening, tap: str, vote: Mapping[str, object]) -> None:
        """Send a vote and repeat it until it was received, as the phone's page does."""
        round_ = dict(zip(("question", "round", "opening"), opening, strict=True))
        deadline = asyncio.get_running_loop().time() + JOIN_SECONDS
        while asyncio.get_running_loop().time() < deadline:
            try:
                status, _ = await self.client.post(
                    "/api/vote", tap="/".join(map(str, (*opening, tap))), **round_, **vote
                )
            except OSError:
                await asyncio.sleep(0.2)
            else:
                if status == OK:
                    self.taken[opening] = vote
                return


def _counts(view: Json) -> list[int]:
    """The counts of the last shown round, in the order of the choices."""
    rounds = view["rounds"]
    return [bar["count"] for bar in rounds[-1]["bars"]] if rounds else []


RunFacilitator = Callable[[RehearsalSetup], Coroutine[None, None, None]]


async def run_rehearsal(
    setup: RehearsalSetup, people: Sequence[Persona], facilitate: RunFacilitator | None = None
) -> tuple[Phone, ...]:
    """Run a rehearsal to its end. `facilitate` leads it; without it somebody leads at the console."""
    phones = tuple(Phone(person, setup, HttpClient(setup.root)) for person in people)
    async with asyncio.TaskGroup() as group:
        for phone in phones:
            group.create_task(phone.attend())
        if facilitate is not None:
            group.create_task(facilitate(setup))
    return phones


@dataclass(slots=True)
class BackgroundRehearsal:
    """A rehearsal in its own thread, besides the server. `error` is the exception that ended it early."""

    rehearsal: Callable[[], Coroutine[None, None, object]]
    on_end: Callable[[], object]
    error: BaseException | None = None

    def start(self) -> None:
        """Start the thread. It ends with the program at the latest."""
        Thread(target=copy_context().run, args=(self._run,), daemon=True).start()

    def _run(self) -> None:
        try:
            asyncio.run(self.rehearsal())
        except BaseException as error:  # noqa: BLE001 - raised later by the main thread
            self.error = error
        finally:
            self.on_end()
