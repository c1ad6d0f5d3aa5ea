"""What the server of a rehearsal knows: whether the room was asked in this opening of a vote."""

from __future__ import annotations

import pytest

from hustings.problems import InputError
from hustings.workshop.session.rehearsal_state import Rehearsal
from hustings.workshop.session.session import Session
from support.session import PLAN, do


def test_the_room_is_asked_for_one_opening_of_a_vote(session: Session) -> None:
    rehearsal = Rehearsal(3)
    with pytest.raises(InputError, match="No vote is open"):
        rehearsal.ask(session)
    do(session, "open", question=PLAN)
    assert not rehearsal.has_asked(session.topic(PLAN))
    rehearsal.ask(session)
    assert rehearsal.has_asked(session.topic(PLAN))
    do(session, "cancel", question=PLAN)
    do(session, "open", question=PLAN)
    assert not rehearsal.has_asked(session.topic(PLAN))
