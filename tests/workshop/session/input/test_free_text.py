"""Free text from a room: cleaned, and of a length that a page can show."""

from __future__ import annotations

import pytest

from hustings.answers.workshop.workshop_log import Vote, VoteKind
from hustings.problems import InputError
from hustings.workshop.session.input.free_text import note, notes_of, required_note, short


def test_a_note_is_cleaned_and_may_be_empty() -> None:
    assert ("It is\nhere.", "") == (note("  It is\nhere.\x07 "), note(" \t"))


def test_what_is_too_long_is_refused_with_its_length() -> None:
    assert "x" * 500 == note("x" * 500)
    with pytest.raises(InputError, match=r"^That is 501 characters; 500 is the most\.$"):
        note("x" * 501)
    assert "x" * 60 == short("x" * 60)
    with pytest.raises(InputError, match=r"^The name is too long\.\n  That is 61 characters; 60 is the most\.$"):
        short("x" * 61)


def test_a_name_is_on_one_line() -> None:
    assert "Kim Lee" == short(" Kim\n Lee ")


def test_where_words_are_needed_blanks_are_none() -> None:
    assert "So." == required_note(" So. ")
    with pytest.raises(InputError, match=r"^A few words are needed\.$"):
        required_note(" \n ")


def test_notes_come_once_each_in_an_order_that_tells_nobody_apart() -> None:
    votes = {
        seat: Vote(VoteKind.OPTION, "none", text)
        for seat, text in enumerate(("We have none.", "", "All of us know.", "We have none."), start=1)
    }
    assert ("All of us know.", "We have none.") == notes_of(votes)
    assert notes_of(votes) == notes_of(dict(reversed(votes.items())))
