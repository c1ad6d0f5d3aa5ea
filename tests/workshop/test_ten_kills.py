"""A whole session with invented people, in which the server is killed again and again and started anew each time.

The kills come at random moments between what the facilitator does and what people send. Everybody keeps their cookie,
tries again as browsers do, and the session goes on to its end. All that was acknowledged must be in the case file.
`make deep` kills ten times; `pytest -s` prints the counts.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.casefile import open_case
from hustings.messages import ENGLISH
from hustings.pack.loader import read_pack
from hustings.workshop.rehearsal.automatic_facilitator import AutomaticFacilitator
from hustings.workshop.rehearsal.personas import people
from hustings.workshop.rehearsal.rehearse import Phone, RehearsalSetup, run_rehearsal
from support.deep import DEEP
from support.server import Served, started, town_words
from support.session import TOWN
from support.terminal import log_of

pytestmark = pytest.mark.slow

KILLS = 10 if DEEP else 3
MOST_STEPS = 40
"""So many steps of the session the kills are spread over; it has some fifty."""
KINDS = {
    "open": EntryKind.OPENED,
    "close": EntryKind.CLOSED,
    "reveal": EntryKind.REVEALED,
    "discuss": EntryKind.DISCUSSING,
    "decide": EntryKind.DECIDED,
    "park": EntryKind.PARKED,
}
"""What a command of the facilitator writes."""


@dataclass(slots=True)
class Killer:
    """Kills the server once so many further commands were acknowledged, and starts it again on its port."""

    folder: Path
    served: Served
    facilitator: AutomaticFacilitator
    luck: Random
    kills: int = 0
    entries: list[int] = field(default_factory=list)

    async def kill_again_and_again(self) -> None:
        words = town_words(port=self.served.port)
        while self.kills < KILLS:
            most = len(self.facilitator.done) + self.luck.randint(2, MOST_STEPS // KILLS)
            while len(self.facilitator.done) < most:  # noqa: ASYNC110 - the facilitator knows nothing of it
                await asyncio.sleep(0.002)
            await asyncio.sleep(self.luck.uniform(0, 0.05))
            self.served.kill()
            self.kills += 1
            self.entries.append(len(log_of(self.folder / "rivera.hustings")))
            self.served = await asyncio.to_thread(started, self.folder, *words)


def test_a_session_that_is_killed_again_and_again_loses_nothing(tmp_path: Path) -> None:
    killer, phones = asyncio.run(_session(tmp_path))
    killer.served.kill()
    log = log_of(tmp_path / "rivera.hustings")
    assert KILLS == killer.kills == sum(entry.kind is EntryKind.RESUMED for entry in log)
    assert [*range(1, len(log) + 1)] == [entry.number for entry in log]
    assert room(log).finished
    assert {} == _unwritten(killer.facilitator, log)
    acknowledged, lost = _lost(phones, log)
    assert {} == lost
    with open_case(tmp_path / "rivera.hustings") as case:
        answered = len(case.events("a1"))
    print(  # noqa: T201 - the counts are what it is for
        f"{killer.kills} kills after {killer.entries} entries, {len(log)} at the end; {answered} answers; "
        f"acknowledged: {len(killer.facilitator.done)} steps and {acknowledged} votes, 0 lost"
    )


async def _session(folder: Path) -> tuple[Killer, tuple[Phone, ...]]:
    pack = read_pack(TOWN)
    served = await asyncio.to_thread(started, folder, *town_words())
    setup = RehearsalSetup(served.root, served.code, pack, {}, {"en": ENGLISH}, 200)
    facilitator = AutomaticFacilitator(served.secret())
    killer = Killer(folder, served, facilitator, Random(5))  # noqa: S311 - any moments will do
    killing = asyncio.create_task(killer.kill_again_and_again())
    phones = await run_rehearsal(setup, people(pack, 6, ("en",), 5), facilitator.facilitate)
    async with asyncio.timeout(60):
        await killing
    return killer, phones


def _unwritten(facilitator: AutomaticFacilitator, log: Sequence[LogEntry]) -> Counter[tuple[EntryKind, str]]:
    """Commands that were acknowledged and are not in the log."""
    done = Counter((KINDS[name], question) for name, question in facilitator.done if name in KINDS)
    practice = {key: count for key, count in done.items() if key[1] == "practice-vote"}
    return done - Counter(practice) - Counter((entry.kind, entry.question) for entry in log)


def _lost(phones: Sequence[Phone], log: Sequence[LogEntry]) -> tuple[int, dict[tuple[str, int], Counter[str]]]:
    """How many votes were acknowledged in rounds that were closed, and those that are not in the counts."""
    closed = {(one.question, one.round): one.ballots for one in log if one.kind is EntryKind.CLOSED and one.ballots}
    lost, acknowledged = dict[tuple[str, int], Counter[str]](), 0
    for about, ballots in closed.items():
        votes = [vote for phone in phones for (*at, _), vote in phone.taken.items() if tuple(at) == about]
        acknowledged += len(votes)
        taken = Counter(str(_pick(vote["pick"])) for vote in votes if vote["said"] == "option")
        if missing := taken - Counter(str(pick) for pick in ballots.votes):
            lost[about] = missing
    return acknowledged, lost


def _pick(pick: object) -> object:
    return tuple(sorted(pick)) if isinstance(pick, list) else pick
