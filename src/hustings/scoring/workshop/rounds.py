"""What a room's votes on one question came to, round by round, and how far they moved between rounds.

Only what the room itself has seen counts: a round that was never revealed stays unknown. How votes lie is shown from
three votes on (method.md 2.4); below that a round says how many there were and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from hustings.answers.workshop.ballots import Ballots
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.gates import Judged
from hustings.scoring.workshop.agreement import alpha
from hustings.scoring.workshop.vote_outcome import FEWEST, VoteOutcome, group, ladder, named_now

ENOUGH = 8
"""Alpha says something over so many questions of one scale (method.md 2.6)."""
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
        """Whether how the votes lie may be told."""
        return self.said.heard >= FEWEST

    @property
    def weak(self) -> bool:
        """Whether so few voted on options that the spread says little."""
        return len(self.said.votes) <= WEAK


def rounds(pack: Pack, question: Question, seen: Iterable[Ballots], judged: Judged) -> tuple[Round, ...]:
    """The rounds of a question that count; one that names choices which the pack no longer has is left out."""
    rungs = ladder(pack, question)
    return tuple(
        Round(said, group(pack, question, said, judged), number, rungs, tuple(said.count(rung) for rung in rungs))
        for number, said in enumerate(seen, start=1)
        if said.heard and named_now(question, said)
    )


def movement(found: Sequence[Round]) -> Fraction | None:
    """How far a vote moved from the first round to the last, on average, in steps of the scale: at least so much.

    Who moved is not kept, so it is the least that turns one count into the other. None without two rounds on a scale
    that may both be shown.
    """
    if len(found) < 2 or not found[0].rungs:  # noqa: PLR2004 - a movement has two ends
        return None
    before, after = found[0].levels, found[-1].levels
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
    """One for each scale that enough questions share: the first rounds, since talk comes before the second."""
    scales = dict[tuple[str, ...], list[tuple[int, ...]]]()
    for found in asked:
        if found and sum(found[0].levels) > 1:
            scales.setdefault(found[0].rungs, []).append(found[0].levels)
    enough = ((rungs, units) for rungs, units in scales.items() if len(units) >= ENOUGH)
    return tuple(Alpha(rungs, len(units), alpha(units, "ordinal")) for rungs, units in enough)
