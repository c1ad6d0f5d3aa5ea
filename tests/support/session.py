"""A workshop session on a real case file, led from a test: the town pack, a clock that stands, some people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import CastVote, Decision, DecisionKind, Seat, Vote, VoteKind
from hustings.casefile import CaseFile, CaseJournal, create, open_case
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.workshop.session.commands import act
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TOWN = Path(__file__).parents[1] / "packs" / "town"
PLAN = "response_plan"
FULLY = {"value": "fully"}
WHY = Decision(DecisionKind.RECORDED, Answer(State.BLANK), rationale="We wrote it last week.")


@cache
def town() -> Pack:
    return read_pack(TOWN)


@dataclass
class Standing:
    """A clock that stands until it is moved."""

    now: datetime = field(default=AT)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def begun(case: CaseFile, clock: Standing | None = None, pack: Pack | None = None) -> Session:
    clock = clock or Standing()
    session = Session(pack or town(), CaseJournal(case, "a1", "Ann", clock), clock)
    session.begin()
    return session


@contextmanager
def workshop(path: Path, clock: Standing | None = None) -> Iterator[Session]:
    """A session on the case file at `path`, made if it is not there."""
    opening = open_case(path) if path.exists() else create(path, pack=town(), by="Ann", at=AT)
    with opening as case:
        yield begun(case, clock)


def people(session: Session, count: int) -> list[Seat]:
    return [session.sit(Seat(0, f"Person {number}", token=f"token {number}")) for number in range(1, count + 1)]


def votes(session: Session, name: str, *picks: str, round_: int = 1) -> None:
    """One vote for each seat in turn; `?` is don't know, `-` not applicable, `.` not my area."""
    marks = {"?": VoteKind.DONT_KNOW, "-": VoteKind.NOT_APPLICABLE, ".": VoteKind.ABSTAIN}
    for seat, pick in zip(session.voters(), picks, strict=False):
        vote = Vote(marks[pick]) if pick in marks else Vote(VoteKind.OPTION, pick)
        session.cast(CastVote(seat.number, name, round_, vote))


def shown(session: Session, name: str, *picks: str) -> None:
    """A whole round: opened, voted, closed, shown."""
    session.open(name)
    votes(session, name, *picks, round_=session.topic(name).round)
    session.close()
    session.reveal()


def do(session: Session, name: str, **fields: object) -> None:
    act(session, {"act": name, **fields})


def refused(session: Session, step: str, *given: object) -> str:
    """Why a step of the workshop is refused; nothing is written then."""
    before = session.journal.entries()
    with pytest.raises(InputError) as wrong:
        (getattr(session, step, None) or partial(getattr(written_notes, step), session))(*given)
    assert before == session.journal.entries()
    return str(wrong.value)
