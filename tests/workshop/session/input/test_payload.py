"""What a request holds is read strictly, whoever sent it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hustings.answers.workshop.workshop_log import CastVote, Seat, Vote, VoteKind
from hustings.problems import InputError
from hustings.workshop.session.input.payload import Payload, cast_of, day, decision_of, number, seat_of, text, vote_of
from hustings.workshop.session.session import Session


def test_what_is_not_there_is_empty() -> None:
    assert ("", 0, None) == (text({}, "a"), number({}, "a", 9), day({}, "a"))
    assert ("x", 9, date(2026, 12, 1)) == (
        text({"a": "x"}, "a"),
        number({"a": 9}, "a", 9),
        day({"a": "1 Dec 2026"}, "a"),
    )


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (lambda: text({"a": 7}, "a"), "`a` must be text."),
        (lambda: number({"a": 10}, "a", 9), "`a` must be a number from 0 to 9."),
        (lambda: number({"a": -1}, "a", 9), "`a` must be a number from 0 to 9."),
        (lambda: number({"a": True}, "a", 9), "`a` must be a number from 0 to 9."),
        (lambda: day({"a": "soon"}, "a"), "“soon” is not a date."),
        (lambda: vote_of({"said": "shouted"}), "That is no vote."),
        (lambda: vote_of({"pick": 7}), "One choice is needed."),
        (lambda: vote_of({"pick": ["a", 7]}), "One choice is needed."),
    ],
)
def test_what_is_not_as_it_should_be_is_refused(read: Callable[[], object], why: str) -> None:
    with pytest.raises(InputError) as wrong:
        read()
    assert why == wrong.value.what


def test_a_vote_is_for_a_choice_unless_it_says_otherwise() -> None:
    assert Vote(VoteKind.OPTION, "none", "Why.") == vote_of({"pick": "none", "note": " Why. "})
    assert Vote(VoteKind.OPTION, ("a", "b")) == vote_of({"said": "option", "pick": ["a", "b"]})
    assert Vote(VoteKind.DONT_KNOW) == vote_of({"said": "dont_know", "pick": "none"})
    sent: Payload = {"question": "q", "round": 2, "pick": "a", "tap": "t" * 70, "opening": 3}
    assert CastVote(4, "q", 2, Vote(VoteKind.OPTION, "a"), "t" * 64, 3) == cast_of(Seat(4), sent)


def test_what_goes_with_a_decision() -> None:
    made = decision_of({"rationale": "So.", "dissent": 1, "dissent_text": "No.", "owner": " Lee ", "due": "2026-12-01"})
    assert ("So.", 1, "No.", "Lee", date(2026, 12, 1)) == (
        made.rationale, made.dissent, made.dissent_text, made.owner, made.due,
    )  # fmt: skip


def test_nobody_makes_themselves_another_seat(session: Session) -> None:
    known = Seat(3, "Lee", "comms", "es", token="t", link="l")
    asked: Payload = {"number": 1, "token": "x", "link": "y", "name": "Kim", "observer": True}
    assert Seat(3, "Kim", "comms", "es", True, "t", "l") == seat_of(session, asked, known)
    assert known == seat_of(session, {}, known)


def test_a_language_is_a_code_or_nothing_and_a_role_one_of_the_packs(session: Session) -> None:
    assert "pt-BR" == seat_of(session, {"language": "pt-BR"}).language
    assert Seat(0).language == seat_of(session, {"language": "My name is Lee"}).language
    with pytest.raises(InputError, match="There is no role `king`"):
        seat_of(session, {"role": "king"})
