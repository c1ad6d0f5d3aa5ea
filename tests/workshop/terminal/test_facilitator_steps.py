"""What a facilitator can do from the terminal, and what is said when it cannot be done."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.workshop_log import (
    CastVote,
    EntryKind,
    Seat,
    Vote,
    VoteKind,
)
from hustings.casefile import CaseJournal, open_case
from hustings.workshop.terminal.facilitate import EndReason
from support.session import AT, PLAN
from support.terminal import AGREED, RESUME, kinds, last, led, log_of


def test_votes_that_were_prepared_count_and_are_not_shown(path: Path) -> None:
    led(path)
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        seat = journal.sit(Seat(0, "Bo"))
        journal.cast(CastVote(seat.number, PLAN, 0, Vote(VoteKind.OPTION, "fully")))
    _, said = led(path, "go response_plan", "", "c2", "")
    assert "1 vote was given before. This person shows no card." in said
    assert ballots(["fully", "largely", "largely"]) == last(path, EntryKind.CLOSED).ballots


def test_park_and_thoughts_without_a_question(path: Path) -> None:
    led(path, "go response_plan", "park Ask Lee", "park", "Rent", "note Long evening")
    parked = [(entry.question, entry.text) for entry in log_of(path) if entry.kind is EntryKind.PARKED]
    assert [(PLAN, "Ask Lee"), ("", "Rent")] == parked
    assert "Long evening" == last(path, EntryKind.NOTED).text


def test_evidence_to_fetch_has_somebody_and_a_day(path: Path) -> None:
    _, said = led(path, "go response_plan", "fetch", "The binder", "Lee", "tomorrow", "2026-12-01")
    found = last(path, EntryKind.FETCH)
    assert ("The binder", "Lee", date(2026, 12, 1), PLAN) == (found.text, found.owner, found.due, found.question)
    assert "“tomorrow” is not a date." in said


def test_a_timer_tells_when_it_ends_and_what_is_left(path: Path) -> None:
    ticks = count()
    typed = ("time 2", *["time"] * 12, "time 0", "time")
    _, said = led(path, *typed, clock=lambda: AT + timedelta(seconds=15 * next(ticks)))
    assert re.search(r"2 minutes, until \d\d:\d\d:\d\d\.", said)
    assert " left]" in said
    assert "time is up" in said
    assert "No timer runs." in said


@pytest.mark.parametrize(
    ("before", "typed", "told"),
    [
        ((), "clsoe", "Did you mean `close`?"),
        ((), "xyzzy", "? lists what you can type."),
        ((), "Rivera for Council", "To answer, press Enter first. ? lists what you can type."),
        ((), "close", "No vote is open."),
        ((), "reveal", "Close the vote first."),
        ((), "undo", "Nothing has been decided yet."),
        ((), "go 99", "The agenda has the numbers 1 to"),
        ((), "go respnse_plan", "No question is called `respnse_plan`."),
        ((), "time soon", "Give minutes from 0 to 60"),
        ((), "time 61", "Give minutes from 0 to 60"),
        ((), "decide b", "No question is in hand."),
        (("go response_plan",), "e", "“e” cannot be understood here."),
        (("go response_plan",), "ab", "“ab” cannot be understood here."),
        (("go response_plan",), "z", "“Not my area” is a vote, and no answer of the room's."),
        (("go response_plan",), "leave", "Nobody voted for one of the choices"),
        (("go response_plan",), "discuss", "Show the votes first."),
        (("go response_plan", ""), "", "No card was counted yet."),
        (("go response_plan", ""), "e2", "There is no choice E."),
        (("go response_plan", ""), "a1 a2", "A is there twice."),
        (("go response_plan", ""), "a1000", "“A1000” is no count."),
        (("go response_plan", ""), "0 0 0", "Enter how many cards went up, from 1 to 999."),
        (("go response_plan", ""), "1 2 3 4 5 6 7 8", "That is 8 numbers for 6 cards."),
        (("go response_plan", ""), "a-1", "“A-1” is no count."),
        (("go response_plan", ""), "ab2", "AB names more than one choice."),
        (("go response_plan", ""), "hands up", "“hands up” cannot be understood here."),
        (("go response_plan", ""), "b", "“b” cannot be understood here."),
        (("go response_plan", ""), "finish", "A vote is still open."),
        (("go response_plan", ""), "park", "This cannot be parked now"),
        (("go channels", ""), "ad2", "“None of these” cannot go together with other choices."),
        (("go channels", ""), "ax2", "AX names more than one choice."),
        (("go response_plan", "", "go channels"), "", "another vote is open"),
        (("go staff",), "many", "“many” is not a number."),
        (("go campaign_name",), "vote", "This is not voted on"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_explained_and_nothing_happens(
    path: Path, tmp_path: Path, before: tuple[str, ...], typed: str, told: str
) -> None:
    led(path, *before)
    stood = kinds(path)
    again = tmp_path / "again.hustings"
    _, said = led(again, *before, typed, *(["yes"] if typed == "finish" else []))
    assert told in " ".join(said.split()), said
    assert stood == kinds(again)


def test_a_vote_that_waits_is_offered_again(path: Path) -> None:
    _, said = led(path, *AGREED, "", "go records_rule", "", "undo", "c", "", "")
    assert "Another vote waits. Enter goes back to it: " in said


def test_finish_is_confirmed_and_a_decision_can_be_corrected_afterwards(path: Path) -> None:
    left, said = led(path, *AGREED, "", "finish", "", "finish", "yes")
    assert EndReason.ENDED is left
    assert "It goes on." in said
    assert RESUME not in said
    left, said = led(
        path, "go response_plan", "reopen", "", "It was the old list.", "b", "The list says so.", "", "quit"
    )
    assert "The workshop has ended. Decisions can be corrected" in said
    topic = room(log_of(path)).topic(PLAN)
    assert ("partly", ["largely"]) == (
        topic.decision and topic.decision.answer.value,
        [former.answer.value for former in topic.former],
    )
