"""Who of the people on the roster is in the room, and whose sheet speaks for them."""

from __future__ import annotations

import pytest

from hustings.answers.workshop.workshop_log import PREWORK, CastVote, EntryKind, Seat, Vote, VoteKind
from hustings.problems import InputError
from hustings.workshop.session.people.seats import (
    check_seat,
    counted_seats,
    languages,
    namesakes,
    off_roster,
    prepared,
    present,
    same_names,
)
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import own_view
from support.session import PLAN, people, shown

KIM, ANA, LEE = Seat(1, "Kim Lee"), Seat(2, "Ana Ruiz", token="a"), Seat(3, "Lee", token="l", observer=True)
KIM_BY_CODE, NAMELESS = Seat(4, "kim  LEE", token="k"), Seat(5, "", token="n")


def test_the_languages_of_the_votes_are_counted(session: Session) -> None:
    session.sit(Seat(0, language="es", token="es"))
    people(session, 2)
    shown(session, PLAN, "none", "none")
    closed = next(entry for entry in session.journal.entries() if entry.kind is EntryKind.CLOSED)
    assert (("en", 1), ("es", 1)) == closed.languages


def test_a_sheet_counts_for_who_stays_away_and_not_beside_who_came(session: Session) -> None:
    away, came = session.sit(Seat(0, "Kim Lee")), session.sit(Seat(0, "Ana Ruiz"))
    for seat in (away, came):
        session.journal.cast(CastVote(seat.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "none")))
    again = session.sit(Seat(0, "ana ruiz", token="by the code"))
    session.open(PLAN)
    assert [away.number] == list(session.votes(session.topic(PLAN)))
    assert own_view(session, again)["own"] is None


def test_who_joined_and_may_vote_is_present() -> None:
    assert (ANA, NAMELESS) == present((KIM, ANA, LEE, NAMELESS))


def test_of_who_stays_away_the_sheet_is_heard_unless_the_name_is_in_the_room() -> None:
    assert {1, 2} == counted_seats((KIM, ANA, LEE))
    assert {2, 4} == counted_seats((KIM, ANA, KIM_BY_CODE))
    assert {5, 6} == counted_seats((NAMELESS, Seat(6, "")))


def test_equal_names_are_found_however_they_are_typed() -> None:
    assert ((KIM, KIM_BY_CODE),) == namesakes((KIM, ANA, KIM_BY_CODE, NAMELESS, Seat(6, "")))


def test_a_name_that_can_vote_twice_is_told() -> None:
    assert ("“Kim Lee” can vote 2 times here.",) == same_names((KIM, KIM_BY_CODE), voted={1})
    assert () == same_names((KIM, KIM_BY_CODE), voted=())


def test_who_is_not_on_the_roster_is_found_and_the_first_of_a_name_stays() -> None:
    linked, second = Seat(6, "Bo", token="b", link="x"), Seat(7, "KIM LEE", token="q")
    assert (ANA, NAMELESS, second) == off_roster((KIM, ANA, KIM_BY_CODE, NAMELESS, linked, second))
    with pytest.raises(InputError, match=r"^Nobody is on the roster, so this would empty the room\."):
        off_roster((ANA, NAMELESS))


def test_what_was_prepared_counts_for_who_is_heard() -> None:
    none = Vote(VoteKind.OPTION, "none")
    assert (CastVote(2, PLAN, 1, none),) == prepared((KIM, ANA, KIM_BY_CODE), PLAN, {1: none, 2: none, 9: none})


def test_languages_are_those_of_who_voted() -> None:
    seats = (Seat(1, language="es"), Seat(2), Seat(3), Seat(4, language="fr"))
    assert (("en", 2), ("es", 1)) == languages(seats, voted={1, 2, 3})


def test_who_may_not_vote_is_told_why() -> None:
    check_seat(ANA)
    for seat, why in ((None, "This seat was taken away."), (LEE, "Observers do not vote.")):
        with pytest.raises(InputError) as wrong:
            check_seat(seat)
        assert why == wrong.value.what
