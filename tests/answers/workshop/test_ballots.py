"""Counts of votes, in an order that gives nobody away."""

from __future__ import annotations

from hustings.answers.workshop.ballots import Ballots, ballots, together


def test_the_order_of_voting_is_not_kept() -> None:
    assert ballots(["b", "a", "b"]) == ballots(["b", "b", "a"])
    assert ("a", "b", "b") == ballots(["b", "a", "b"]).votes
    assert (("a",), ("b", "c")) == ballots([("b", "c"), ("a",)]).votes


def test_counts() -> None:
    said = Ballots(("a", "b", "b"), dont_know=1, not_applicable=2, abstained=3)
    assert (6, 9) == (said.heard, said.cast)
    assert [1, 2, 0] == [said.count(name) for name in "abc"]
    assert (("a", 1), ("b", 2)) == said.counted()
    assert 2 == ballots([("a", "b"), ("b",)]).count("b")


def test_phones_and_cards_together() -> None:
    phones, cards = ballots(["b"], dont_know=1, abstained=1), ballots(["a"], not_applicable=1)
    assert Ballots(("a", "b"), 1, 1, 1) == together(phones, cards)


def test_without_votes_there_are_none() -> None:
    assert (0, 0) == (Ballots().heard, Ballots().cast)
