"""The votes of one round by role, where nobody's vote can be guessed from it (method.md 2.4).

The room knows the counts of everybody. So the groups that are shown, and everybody else together, must each have at
least four votes for an answer or none, and at least two different answers: otherwise a subtraction, or an answer that
a whole group gave, would tell what somebody voted. There is one such table for a question at most: two of them, before
and after somebody came, could be subtracted too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.workshop_log import Vote, VoteKind, tallied

FEWEST_IN_CELL = 4
FEWEST_ANSWERS = 2
Cells = Counter[str]
RoleVotes = tuple[tuple[str, Ballots], ...]


def role_breakdown(votes: Iterable[tuple[str, Vote]], everybody: Ballots) -> RoleVotes:
    """The counts of each role that may be shown, by its id; empty if there are none.

    `everybody`: the counts that the room sees, with cards and paper. A vote without a role has an empty one.
    """
    by_role = _by_role(votes)
    if any(isinstance(pick, tuple) for pick in everybody.votes):
        return ()
    named = [role for role in by_role if role and _safe(_cells(tallied(by_role[role])))]
    named.sort(key=lambda role: (-len(by_role[role]), role))
    while named:
        rest = _cells(everybody)
        rest.subtract(_cells(tallied(vote for role in named for vote in by_role[role])))
        left = +rest
        if (left and _safe(left)) or (not left and len(named) > 1):
            return tuple((role, tallied(by_role[role])) for role in sorted(named))
        named.pop()
    return ()


def _by_role(votes: Iterable[tuple[str, Vote]]) -> Mapping[str, Sequence[Vote]]:
    by_role: dict[str, list[Vote]] = {}
    for role, vote in votes:
        by_role.setdefault(role, []).append(vote)
    return by_role


def _cells(counts: Ballots) -> Cells:
    """The number of votes for each answer; those that are no choice have names that no choice can have."""
    cells = Counter(str(vote) for vote in counts.votes)
    cells[f" {VoteKind.DONT_KNOW}"] = counts.dont_know
    cells[f" {VoteKind.NOT_APPLICABLE}"] = counts.not_applicable
    cells[f" {VoteKind.ABSTAIN}"] = counts.abstained
    return +cells


def _safe(cells: Cells) -> bool:
    return len(cells) >= FEWEST_ANSWERS and min(cells.values()) >= FEWEST_IN_CELL
