"""Votes that arrive together are written together, and everybody hears of their own what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.records import CastVote, Vote, VoteKind
from hustings.messages import ENGLISH
from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.web.access import Access
from hustings.workshop.web.hub import Hub, RoomLanguage
from support.session import PLAN, people, town, workshop

GONE = 9
NOT_THERE = (
    "rivera.hustings was moved or deleted while it was open. This vote was not saved.\n"
    "  Put it back where it was and open it again."
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workshop(tmp_path / "rivera.hustings") as found:
        people(found, 2)
        found.open(PLAN)
        yield found


def cast(session: Session, *seats: int) -> list[bool | BaseException]:
    """A vote from each of these seats, all at the same moment; what each of them was told."""
    stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en")
    votes = [CastVote(seat, PLAN, 1, Vote(VoteKind.OPTION, "fully"), tap=f"tap {seat}") for seat in seats]

    async def all_at_once() -> list[bool | BaseException]:
        return await asyncio.gather(*map(stage.cast, votes), return_exceptions=True)

    return asyncio.run(all_at_once())


def test_a_vote_that_cannot_count_does_not_spoil_those_beside_it(session: Session) -> None:
    first, gone, second = cast(session, 1, GONE, 2)
    assert (True, True) == (first, second)
    assert isinstance(gone, InputError)
    assert "This seat was taken away.\n  Join again with the code." == str(gone)
    session.close()
    assert (ballots(["fully", "fully"]),) == session.topic(PLAN).rounds


def test_a_vote_that_was_here_before_is_not_new(session: Session) -> None:
    assert [True] == cast(session, 1)
    assert [False, True] == cast(session, 1, 2)


def test_when_nothing_can_be_written_nobody_is_told_that_it_was(session: Session, tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").unlink()
    told = cast(session, 1, 2)
    assert [NOT_THERE, NOT_THERE] == [str(one) for one in told]
