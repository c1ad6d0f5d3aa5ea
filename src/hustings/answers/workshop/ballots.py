"""The counts of one round of votes on one question.

Who voted what is stored elsewhere, and only until the workshop ends (method.md 2.4). Votes are sorted, so their order
does not tell who voted first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hustings.frozen_records import dataclass

Pick = str | tuple[str, ...]
"""A vote on options: the choice's id, or the ids ticked."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """Votes on options, and the numbers of don't know, not applicable and abstentions."""

    votes: tuple[Pick, ...] = ()
    dont_know: int = 0
    not_applicable: int = 0
    abstained: int = 0

    @property
    def heard(self) -> int:
        """How many votes count (n of method.md 2.5), without abstentions."""
        return len(self.votes) + self.dont_know + self.not_applicable

    @property
    def cast(self) -> int:
        """All votes of the round, abstentions included."""
        return self.heard + self.abstained

    def count(self, choice: str) -> int:
        """How many votes are for this choice, or ticked it."""
        return sum(choice == vote or (isinstance(vote, tuple) and choice in vote) for vote in self.votes)

    def counted(self) -> tuple[tuple[Pick, int], ...]:
        """Each vote and how often it was cast."""
        return tuple(Counter(self.votes).items())


def ballots(votes: Iterable[Pick], *, dont_know: int = 0, not_applicable: int = 0, abstained: int = 0) -> Ballots:
    """Counts from votes, which are sorted, so that their order tells nothing about who cast them."""
    settled = tuple(sorted(votes, key=lambda vote: (vote,) if isinstance(vote, str) else vote))
    return Ballots(settled, dont_know, not_applicable, abstained)


def together(*parts: Ballots) -> Ballots:
    """Several counts added up: phones, cards, paper."""
    return ballots(
        (vote for part in parts for vote in part.votes),
        dont_know=sum(part.dont_know for part in parts),
        not_applicable=sum(part.not_applicable for part in parts),
        abstained=sum(part.abstained for part in parts),
    )
