"""The outcome of a vote before anybody decides (method.md 2.5): a provisional answer, and how far it is agreed.

The outcome is never a decision. Scored choices form a ladder, so their votes have a median; a fact has only a most
frequent choice. Thresholds are fixed before any votes are seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from hustings.answers.applicability import level_value, value_of
from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, Pick
from hustings.frozen_records import dataclass
from hustings.messages import english
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.gates import Judged, active
from hustings.scoring.workshop.agreement import leik

AGREED, SPLIT, NOMINAL_AGREED = Fraction(4, 5), Fraction(1, 2), Fraction(3, 4)
NEAR, FAR = 1, 2
FEWEST = 3
"""Below three votes there are no statistics, and no distribution is shown."""


class Status(StrEnum):
    """How far a question is agreed: by its votes, or OTHERWISE if it was decided against them."""

    AGREED = "agreed"
    MIXED = "mixed"
    SPLIT = "split"
    FEW = "few"
    OTHERWISE = "otherwise"


STATUS = MappingProxyType(
    {
        Status.AGREED: english("Agreed"),
        Status.MIXED: english("Mixed"),
        Status.SPLIT: english("Split"),
        Status.FEW: english("Too few votes"),
        Status.OTHERWISE: english("Decided otherwise than voted"),
    }
)
"""How far votes agree, in words."""


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """The outcome of a vote.

    `state` with `value` is the provisional answer; a tie, or a set that nobody ticked, has no value. `worst` and `best`
    are the ends of the votes. `agreement` is L on a ladder, else the modal share (0 to 1). `discuss`: talk first.
    """

    state: State
    status: Status
    value: Pick | None = None
    worst: Pick | None = None
    best: Pick | None = None
    agreement: Fraction | None = None
    discuss: bool = False


def proposed(outcome: VoteOutcome | None) -> Answer | None:
    """The provisional answer of a vote; None if there is none."""
    if outcome is None or outcome.state in (State.UNRESOLVED, State.BLANK):
        return None
    return Answer(outcome.state, outcome.value)


def votable(question: Question) -> bool:
    """Whether a room can vote on it. Numbers, dates and texts are not voted on but recorded."""
    return bool(question.choices)


def ladder(pack: Pack, question: Question) -> tuple[str, ...]:
    """The choices of a scored question from worst to best for readiness; empty for a fact."""
    item = pack.items.get(question.id)
    if item is None or not isinstance(item.values, OptionValues):
        return ()
    rank = {choice: place for place, choice in enumerate(c.id for c in question.choices)}
    worst_first = sorted(
        rank, key=lambda choice: (value_of(item, choice), rank[choice]), reverse=item.kind == "exposure"
    )
    return tuple(worst_first)


def named_now(question: Question, votes: Ballots) -> bool:
    """Whether the question still has all the choices that were voted for: the pack may have changed since."""
    return all(_known(question, vote) for vote in votes.votes)


def _known(question: Question, vote: Pick) -> bool:
    several = isinstance(vote, tuple)
    named = vote if isinstance(vote, tuple) else (vote,)
    return several == (question.type == "select_multiple") and all(question.choice(name) for name in named)


def group(pack: Pack, question: Question, votes: Ballots, judged: Judged | None = None) -> VoteOutcome:
    """The provisional answer and its status. `judged`: the other items' values, to know which gates are active."""
    if votes.heard == 0:
        return VoteOutcome(State.BLANK, Status.FEW)
    ends = _on_options(pack, question, votes, judged or {}) if votes.votes else VoteOutcome(State.BLANK, Status.FEW)
    state = _state(votes)
    if state is State.ANSWERED:
        return ends
    unanimous = votes.heard in (votes.dont_know, votes.not_applicable)
    return VoteOutcome(
        state, _outweighed(votes, ends, unanimous=unanimous), None, ends.worst, ends.best, None, not unanimous
    )


def _outweighed(votes: Ballots, ends: VoteOutcome, *, unanimous: bool) -> Status:
    if votes.heard < FEWEST:
        return Status.FEW
    if unanimous:
        return Status.AGREED
    return Status.SPLIT if ends.status is Status.SPLIT else Status.MIXED


def _state(votes: Ballots) -> State:
    """Rules 1 to 3: the state of the answer where votes other than for options decide."""
    if 2 * votes.not_applicable > votes.heard:
        return State.NA
    return State.DONT_KNOW if 2 * votes.dont_know >= votes.heard else State.ANSWERED


def _on_options(pack: Pack, question: Question, votes: Ballots, judged: Judged) -> VoteOutcome:
    rungs = ladder(pack, question)
    stray = bool(votes.dont_know or votes.not_applicable)
    if rungs:
        return _ordinal(pack, question, votes.votes, rungs, stray=stray, judged=judged)
    if question.type == "select_multiple":
        return _ticked(pack, question, votes, stray=stray)
    return _nominal(question, votes, stray=stray)


def _ordinal(
    pack: Pack, question: Question, votes: Sequence[Pick], rungs: Sequence[str], *, stray: bool, judged: Judged
) -> VoteOutcome:
    levels = sorted(rungs.index(str(vote)) for vote in votes)
    middle = levels[(len(levels) - 1) // 2]
    counts = [levels.count(level) for level in range(len(rungs))]
    share = leik(counts)
    ends = (rungs[levels[0]], rungs[levels[-1]])
    calm = not stray and not straddled(pack, question, ends, judged)
    status = _ladder_status(levels, len(rungs), share, calm=calm)
    return _found(rungs[middle], ends, share, status, differ=levels[0] != levels[-1] or stray)


def _ladder_status(levels: Sequence[int], rungs: int, share: Fraction, *, calm: bool) -> Status:
    if len(levels) < FEWEST:
        return Status.FEW
    spread = levels[-1] - levels[0]
    half = Fraction(rungs - 1, 2)
    camps = all(3 * sum(side) >= len(levels) for side in ([v < half for v in levels], [v > half for v in levels]))
    if share < SPLIT or (camps and spread >= FAR):
        return Status.SPLIT
    return Status.AGREED if share >= AGREED and spread <= NEAR and calm else Status.MIXED


def _nominal(question: Question, votes: Ballots, *, stray: bool) -> VoteOutcome:
    """The most frequent choice; a tie has none."""
    counts = [votes.count(choice.id) for choice in question.choices]
    share = Fraction(max(counts), len(votes.votes))
    first = [c.id for c, count in zip(question.choices, counts, strict=True) if count == max(counts)]
    voted = [c.id for c, count in zip(question.choices, counts, strict=True) if count]
    status = _modal_status(len(votes.votes), share, tied=len(first) > 1, stray=stray)
    value = first[0] if len(first) == 1 else None
    return _found(value, (voted[0], voted[-1]), share, status, differ=len(voted) > 1 or stray)


def _modal_status(votes: int, share: Fraction, *, tied: bool, stray: bool) -> Status:
    if votes < FEWEST:
        return Status.FEW
    if tied or share < SPLIT:
        return Status.SPLIT
    return Status.AGREED if share >= NOMINAL_AGREED and not stray else Status.MIXED


def _ticked(pack: Pack, question: Question, said: Ballots, *, stray: bool) -> VoteOutcome:
    """Each choice is ticked if more than half ticked it; the agreement is that of the least agreed choice."""
    votes, total = [vote for vote in said.votes if isinstance(vote, tuple)], len(said.votes)
    counts = {choice.id: said.count(choice.id) for choice in question.choices}
    share = min(Fraction(max(count, total - count), total) for count in counts.values())
    tied = any(2 * count == total for count in counts.values())
    value = tuple(name for name, count in counts.items() if 2 * count > total)
    item = pack.items.get(question.id)
    by_worth = sorted(votes, key=lambda vote: value_of(item, vote) if item else Fraction(len(vote)))
    ends = (by_worth[-1], by_worth[0]) if item and item.kind == "exposure" else (by_worth[0], by_worth[-1])
    status = _modal_status(total, share, tied=tied, stray=stray)
    return _found(value if value or () in votes else None, ends, share, status, differ=len(set(votes)) > 1 or stray)


def _found(
    value: Pick | None, ends: tuple[Pick, Pick], share: Fraction, status: Status, *, differ: bool
) -> VoteOutcome:
    discuss = differ if status is Status.FEW else status is not Status.AGREED
    state = State.UNRESOLVED if value is None else State.ANSWERED
    return VoteOutcome(state, status, value, *ends, agreement=share, discuss=discuss)


def straddled(pack: Pack, question: Question, ends: tuple[Pick, Pick], judged: Judged) -> bool:
    """Whether votes are on both sides of the level that an active gate needs."""
    item = pack.items[question.id]
    low, high = sorted(value_of(item, end) for end in ends)
    lines = (
        level_value(item, clause.level)
        for gate in pack.rubric.gates
        if active(pack, gate, judged)
        for clause in _clauses(gate.needs)
        if clause.question == question.id
    )
    return any(low < line <= high for line in lines)


def _clauses(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _clauses(part)
        case Comparison():
            yield condition
        case _:  # the pack's checks let nothing else into a gate
            raise TypeError(condition)
