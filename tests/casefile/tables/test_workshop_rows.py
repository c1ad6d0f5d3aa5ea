"""Entries, votes and seats come back from their rows as they were."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import (
    Decision,
    DecisionKind,
    EntryKind,
    LogEntry,
    Seat,
    Vote,
    VoteKind,
)
from hustings.casefile.tables.workshop_rows import entry_of, entry_row, seat_of, seat_row, vote_of, vote_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


PICKS = TEXTS | st.lists(TEXTS, max_size=3).map(tuple)


DATES = st.dates()


COUNTS = st.integers(0, 9)


BALLOTS = st.builds(Ballots, st.lists(PICKS, max_size=4).map(tuple), COUNTS, COUNTS, COUNTS)


VALUES = PICKS | st.fractions() | DATES


ANSWERS = st.builds(
    Answer,
    st.sampled_from(State),
    st.none() | VALUES,
    TEXTS,
    TEXTS,
    st.integers(0, 3),
    TEXTS,
    st.lists(VALUES).map(tuple),
)


DECISIONS = st.builds(
    Decision,
    st.sampled_from(DecisionKind),
    ANSWERS,
    st.none() | ANSWERS,
    TEXTS,
    COUNTS,
    TEXTS,
    TEXTS,
    st.none() | DATES,
    COUNTS,
)


MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


ENTRIES = st.builds(
    LogEntry,
    st.integers(1, 999), MOMENTS, TEXTS, st.sampled_from(EntryKind), TEXTS, COUNTS, st.none() | BALLOTS,
    st.lists(TEXTS).map(tuple), st.lists(st.tuples(TEXTS, COUNTS)).map(tuple), st.none() | DECISIONS, TEXTS, TEXTS,
    st.none() | DATES, COUNTS,
)  # fmt: skip


@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(entry: LogEntry) -> None:
    assert entry_of(entry_row("a1", entry)) == entry


VOTES = st.builds(Vote, st.just(VoteKind.OPTION), PICKS, TEXTS) | st.builds(
    Vote, st.sampled_from([said for said in VoteKind if said is not VoteKind.OPTION]), st.none(), TEXTS
)


@given(VOTES)
def test_a_vote_comes_back_as_it_was(vote: Vote) -> None:
    assert vote_of(vote_text(vote)) == vote


@given(st.builds(Seat, COUNTS, TEXTS, TEXTS, st.sampled_from(["en", "es"]), st.booleans(), TEXTS, TEXTS))
def test_a_seat_comes_back_as_it_was(seat: Seat) -> None:
    assert seat_of(seat_row(seat)) == seat


def test_a_vote_that_is_none_is_damage() -> None:
    with pytest.raises(ValueError, match="no vote"):
        vote_of('{"said": "option", "pick": "{\\"number\\": \\"1/2\\"}", "note": ""}')
