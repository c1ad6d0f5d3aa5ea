"""What a phone is shown: how many have voted while it is open, and never what, before the votes are shown."""

from __future__ import annotations

from hustings.answers.workshop.workshop_log import CastVote, Seat, Vote, VoteKind
from hustings.workshop.session.session import Session
from hustings.workshop.views.phone import MOST_COUNTED, phone_view
from support.session import PLAN, town


def _came(session: Session, count: int) -> None:
    for number in range(1, count + 1):
        session.sit(Seat(0, f"Person {number}", token=f"t{number}"))


def _voted(session: Session, *seats: int, pick: str = "none") -> None:
    for seat in seats:
        session.cast(CastVote(seat, PLAN, 1, Vote(VoteKind.OPTION, pick), f"tap-{seat}"))


def test_a_phone_tells_how_many_have_voted_and_when_all_have(session: Session) -> None:
    _came(session, 3)
    session.open(PLAN)
    _voted(session, 1, 2)
    view = phone_view(session, town())
    assert {"cast": 2, "all": 3, "full": False, "text": "2 of 3 have voted"} == view["count"]
    assert not {"rows", "finding", "card"} & set(view)
    _voted(session, 3, pick="fully")
    told = {"cast": 3, "all": 3, "full": True, "text": "All 3 votes are in"}
    assert told == phone_view(session, town())["count"]
    session.close()
    assert not {"count", "rows", "finding"} & set(phone_view(session, town()))
    session.reveal()
    view = phone_view(session, town())
    assert ("The room is far apart", None) == (view["finding"], view["card"])
    assert {"none": [2], "fully": [1]} == {row["id"]: row["counts"] for row in view["rows"] if any(row["counts"])}


def test_in_a_large_room_a_phone_is_told_only_that_all_have_voted(session: Session) -> None:
    _came(session, MOST_COUNTED + 1)
    session.open(PLAN)
    _voted(session, *range(1, MOST_COUNTED + 1))
    assert phone_view(session, town())["count"] is None
    _voted(session, MOST_COUNTED + 1)
    assert phone_view(session, town())["count"]["full"]
