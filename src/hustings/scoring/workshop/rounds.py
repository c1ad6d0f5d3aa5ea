"""The result of each round of votes on a question, and how far votes moved between rounds.

Only revealed rounds count. The distribution is shown from three votes on (method.md 2.4); below that only the number of
votes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate

from hustings.answers.workshop.ballots import Ballots
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.gates import Judged
from hustings.scoring.workshop.agreement import alpha
from hustings.scoring.workshop.vote_outcome import FEWEST, VoteOutcome, group, ladder, named_now

ENOUGH = 8
"""Alpha is reported for at least so many questions of one scale (method.md 2.6)."""
WEAK = 4
"""With so few votes "Agreed" is weak evidence: it happens by chance once in ten (method.md 2.6)."""


@dataclass(frozen=True, slots=True)
class Round:
    """One revealed round, the first or the second by `number`.

    `rungs` is the scale from worst to best, `levels` the votes on each; a fact has neither.
    """

    said: Ballots
    group: VoteOutcome
    number: int
    rungs: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether the distribution of the votes may be shown."""
        return self.said.heard >= FEWEST

    @property
    def weak(self) -> bool:
        """Whether so few voted on options that the spread says little."""
        return len(self.said.votes) <= WEAK


def rounds(pack: Pack, question: Question, seen: Iterable[Ballots], judged: Judged) -> tuple[Round, ...]:
    """The rounds of a question that count. A round with choices that the pack no longer has is left out."""
    rungs = ladder(pack, question)
    return tuple(
        Round(votes, group(pack, question, votes, judged), number, rungs, tuple(votes.count(rung) for rung in rungs))
        for number, votes in enumerate(seen, start=1)
        if votes.heard and named_now(question, votes)
    )


def movement(voted: Sequence[Round]) -> Fraction | None:
    """How far a vote moved from the first round to the last, on average, in steps of the scale: at least so much.

    Who moved is not kept, so it is the least that turns one count into the other. None without two rounds on a scale
    that may both be shown.
    """
    if len(voted) < 2 or not voted[0].rungs:  # noqa: PLR2004 - a movement has two ends
        return None
    before, after = voted[0].levels, voted[-1].levels
    if min(sum(before), sum(after)) < FEWEST:
        return None
    gaps = zip(_below(before), _below(after), strict=True)
    return sum((abs(one - other) for one, other in gaps), Fraction())


def _below(levels: Sequence[int]) -> list[Fraction]:
    total = sum(levels)
    return [Fraction(part, total) for part in accumulate(levels)]


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha of the first votes on `questions` that share a scale; None where it is not defined."""

    rungs: tuple[str, ...]
    questions: int
    figure: Fraction | None


def alphas(asked: Iterable[Sequence[Round]]) -> tuple[Alpha, ...]:
    """One for each scale that enough questions share: the first rounds, which are independent of discussion."""
    scales = dict[tuple[str, ...], list[tuple[int, ...]]]()
    for voted in asked:
        if voted and sum(voted[0].levels) > 1:
            scales.setdefault(voted[0].rungs, []).append(voted[0].levels)
    enough = ((rungs, units) for rungs, units in scales.items() if len(units) >= ENOUGH)
    return tuple(Alpha(rungs, len(units), alpha(units, "ordinal")) for rungs, units in enough)
