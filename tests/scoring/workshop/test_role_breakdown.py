"""Votes by role: shown only where neither a cell nor a subtraction tells what somebody voted."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.workshop.ballots import Ballots, ballots, together
from hustings.answers.workshop.workshop_log import Vote, VoteKind, tallied
from hustings.scoring.workshop.role_breakdown import FEWEST_IN_CELL, RoleVotes, role_breakdown


def cast(**roles: str) -> list[tuple[str, Vote]]:
    """One letter for each vote: a choice, `?` for don't know, `.` for not my area; `_` is without a role."""
    kinds = {"?": VoteKind.DONT_KNOW, ".": VoteKind.ABSTAIN}
    return [
        ("" if role == "_" else role, Vote(kinds[one]) if one in kinds else Vote(VoteKind.OPTION, one))
        for role, letters in roles.items()
        for one in letters
    ]


def shown(entered: Ballots | None = None, **roles: str) -> dict[str, int]:
    """The roles that are shown, with how many votes each has."""
    votes = cast(**roles)
    everybody = together(tallied(vote for _, vote in votes), entered or Ballots())
    return {role: counts.cast for role, counts in role_breakdown(votes, everybody)}


def test_groups_with_four_votes_in_each_cell_are_shown() -> None:
    assert {"field": 8, "press": 9} == shown(field="aaaabbbb", press="aaaabbbbb")
    assert {"field": 8} == shown(field="aaaabbbb", press="aaabbbb", _="abbb")
    assert {"field": 8} == shown(ballots("aaaabbbb"), field="aaaabbbb")
    assert {"field": 12, "press": 8} == shown(field="aaaabbbb????", press="....bbbb")


def test_a_small_cell_keeps_its_whole_group_out() -> None:
    assert {} == shown(field="aaaabbb", press="aaaabbbb")  # the rest would be the small group
    assert {"press": 8} == shown(field="aaaabbb", press="aaaabbbb", _="b")
    assert {} == shown(field="aaaabbbb.", press="aaaabbb")


def test_a_group_of_one_mind_is_not_shown_nor_left_over() -> None:
    assert {} == shown(field="aaaaaaaa", press="aaaabbbb")
    assert {} == shown(field="aaaabbbb", _="aaaaa")


def test_what_is_left_over_is_as_large_as_what_is_shown() -> None:
    assert {} == shown(field="aaaabbbb", _="a")
    assert {"field": 9} == shown(field="aaaaabbbb", press="aaaabbbb", _="c", other="aaacccb")
    assert {} == shown(field="aaaabbbb")  # the whole room is no group


def test_several_ticks_are_no_table() -> None:
    votes = [("field", Vote(VoteKind.OPTION, ("a", "b")))] * 8
    assert () == role_breakdown(votes, tallied(vote for _, vote in votes))
    assert () == role_breakdown([], Ballots())


ROOMS = st.dictionaries(st.sampled_from(["field", "press", "money", "_"]), st.text("abc?.", max_size=14), max_size=4)


@given(ROOMS, st.text("abc", max_size=9))
def test_no_cell_and_no_difference_is_smaller_than_four(roles: dict[str, str], cards: str) -> None:
    votes = cast(**roles)
    everybody = together(tallied(vote for _, vote in votes), ballots(cards))
    table = role_breakdown(votes, everybody)
    for counts in differences(table, everybody):
        cells = [counts.count(one) for one in "abc"] + [counts.dont_know, counts.abstained]
        assert not [cell for cell in cells if 0 < cell < FEWEST_IN_CELL]
        assert 1 != sum(cell > 0 for cell in cells)


def differences(table: RoleVotes, everybody: Ballots) -> Iterator[Ballots]:
    """Each group that is shown, and everybody that is in none of them."""
    if not table:
        return
    yield from (counts for _, counts in table)
    known = together(*(counts for _, counts in table))
    yield Ballots(
        tuple("".join(one * (everybody.count(one) - known.count(one)) for one in "abc")),
        dont_know=everybody.dont_know - known.dont_know,
        abstained=everybody.abstained - known.abstained,
    )
