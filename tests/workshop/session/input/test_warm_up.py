"""The warm-up: never scored, never in the log, shown only when the facilitator says so, and erased at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.workshop.state import WarmUp
from hustings.answers.workshop.workshop_log import Seat
from hustings.problems import InputError
from hustings.workshop.session.input.warm_up import asked_question, words, write_words
from hustings.workshop.session.session import Session
from hustings.workshop.views.warm_up_view import usual_question
from support.session import PLAN, do, people, shown, workshop

FEAR = "A cloned voice of Zebulon"


def test_it_survives_a_restart_and_is_gone_with_the_workshop(path: Path) -> None:
    with workshop(path) as session:
        one, two, _ = people(session, 3)
        do(session, "warm_up")
        write_words(session, one.number, FEAR)
        write_words(session, two.number, "Leaks")
        write_words(session, two.number, "leaks of lists")
        assert (FEAR, "leaks of lists") == words(session)
    with workshop(path) as again:
        assert (WarmUp.OPEN, (FEAR, "leaks of lists")) == (again.room.warm_up, words(again))
        do(again, "show_warm_up")
        assert not [entry for entry in again.journal.entries() if FEAR in repr(entry)]
        assert {} == dict(again.answers)
        again.finish()
        assert () == words(again)
    assert not [file for file in path.parent.iterdir() if FEAR.encode() in file.read_bytes()]


def test_words_are_taken_while_it_is_open_only(session: Session) -> None:
    (one,) = people(session, 1)
    watching = session.sit(Seat(0, "Eve", observer=True, token="t"))
    for seat, text in ((one.number, "late"), (watching.number, "x")):
        with pytest.raises(InputError):
            write_words(session, seat, text)
    do(session, "warm_up")
    for seat, text in ((one.number, " "), (one.number, "x" * 201), (watching.number, "x"), (99, "x")):
        with pytest.raises(InputError):
            write_words(session, seat, text)
    write_words(session, one.number, "Leaks")
    do(session, "show_warm_up")
    for step in ("show_warm_up",):
        with pytest.raises(InputError):
            do(session, step)
    do(session, "end_warm_up")
    do(session, "end_warm_up")
    assert WarmUp.OVER is session.room.warm_up


def test_words_are_removed_for_good_and_a_new_one_begins_empty(session: Session) -> None:
    one, two = people(session, 2)
    do(session, "warm_up")
    write_words(session, one.number, "Kim leaks")
    write_words(session, two.number, "Time")
    do(session, "remove_words", text="Kim leaks")
    assert ("Time",) == words(session)
    do(session, "warm_up")
    assert () == words(session)


def test_the_facilitator_asks_another_question(session: Session) -> None:
    do(session, "warm_up", text="  What went\nwell?  ")
    assert "What went well?" == asked_question(session)
    do(session, "show_warm_up")
    assert "What went well?" == asked_question(session)
    for same in ("", usual_question()):
        do(session, "warm_up", text=same)
        assert ("", usual_question()) == (session.room.warm_up_question, asked_question(session))
    with pytest.raises(InputError, match="At most 200 letters"):
        do(session, "warm_up", text="x" * 201)


def test_it_begins_neither_in_a_vote_nor_after_the_end_and_practice_ends_it(session: Session) -> None:
    people(session, 3)
    do(session, "warm_up")
    do(session, "practise")
    assert (WarmUp.OVER, True) == (session.room.warm_up, session.practice is not None)
    session.open(PLAN)
    with pytest.raises(InputError, match="A vote is still open"):
        do(session, "warm_up")
    session.cancel(PLAN)
    shown(session, PLAN, "none", "none", "none")
    do(session, "warm_up")
    do(session, "project", what="question", question=PLAN)
    assert WarmUp.OVER is session.room.warm_up
    session.finish()
    with pytest.raises(InputError, match="has ended"):
        do(session, "warm_up")
