"""What depends on each open point, and in which order to ask: the next-best question (method.md 1.2; 1.6, 26; 1.8, 41).

First what decides a gate of the index, then the expected information about the band in bits per minute. All
combinations of open answers are tried if there are at most `MOST_WAYS`; above that, questions are ordered by the
expected narrowing of the interval per minute. Neither enters the score, and both are computed only when a page needs
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from math import log2, prod

from hustings.answers.applicability import Applicability, in_order, spoken
from hustings.answers.events import State, Value
from hustings.frozen_records import dataclass
from hustings.pack.model import Band
from hustings.pack.questionnaire import depends_on
from hustings.problems import InputError
from hustings.scoring.incremental import Index
from hustings.scoring.plan.questions.one_more_answer import (
    ChangedAnswers,
    CurrentAssessment,
    answered,
    as_scored,
    interval,
    outcomes,
    today,
)
from hustings.scoring.result import OpenPoint, Result

MOST_WAYS = 4096
DIGITS = 10
"""Decimals to which gains per minute are compared; equal ones are a tie."""

Ways = Mapping[str, tuple[Value, ...]]
"""For each open question the answers it may get, parents first."""


@dataclass(frozen=True, slots=True)
class Stake:
    """One open point with what depends on it.

    `low` and `high`: the index (0 to 100) at the worst and the best answer, everything else as scored; `behind_cap`:
    the points between them without overall caps. `bands` among these answers. `bits`: the expected information about
    the band; None if there are too many combinations to try. `narrows`: points by which the interval is expected to
    narrow.
    """

    point: OpenPoint
    low: Fraction
    high: Fraction
    behind_cap: Fraction
    bands: tuple[Band, ...]
    bits: float | None
    narrows: Fraction

    @property
    def points(self) -> Fraction:
        """How far apart the two indexes are, in points (0 to 100)."""
        return self.high - self.low

    @property
    def worth(self) -> float:
        """The gain per minute of asking: bits, or points of the interval."""
        gain = float(self.narrows) if self.bits is None else self.bits
        return round(gain / float(self.point.question.minutes), DIGITS)

    @property
    def order(self) -> tuple[bool, float, str]:
        """The key to sort by: what to ask first comes first."""
        return not self.point.decides, -self.worth, self.point.question.id


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every open point, in the order in which to ask, and how likely each band is (by id, 0 to 1).

    `odds`: over all combinations of answers, votes as they are; None if there are too many to try.
    """

    stakes: tuple[Stake, ...]
    odds: Mapping[str, Fraction] | None


def stakes(result: Result) -> tuple[Stake, ...]:
    """Every open point, in the order in which to ask."""
    return ranking(result).stakes


def ranking(result: Result) -> Ranking:
    """The open points in the order in which to ask, and the odds of each band."""
    if not result.open_points:
        return Ranking((), {result.band.id: Fraction(1)})
    start = today(result)
    bits, odds = _bits_and_odds(start, result)
    stakes = sorted((_stake(start, result, point, bits) for point in result.open_points), key=lambda s: s.order)
    return Ranking(tuple(stakes), odds)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The index with one set of answers: as scored, and the width of its interval."""

    scored: Index
    width: Fraction


def _stake(start: CurrentAssessment, result: Result, point: OpenPoint, bits: Mapping[str, float] | None) -> Stake:
    width = result.index.hi - result.index.lo
    seen = list(_worlds(start, point)) or [_Seen(Index(result.index.pt, result.raw.pt), width)]
    indices, raws = [one.scored.index for one in seen], [one.scored.raw for one in seen]
    bands = {result.pack.rubric.band(index).id for index in indices}
    return Stake(
        point=point,
        low=min(indices),
        high=max(indices),
        behind_cap=max(raws) - min(raws),
        bands=tuple(band for band in result.pack.rubric.bands if band.id in bands),
        bits=None if bits is None else bits.get(point.question.id, 0.0),
        narrows=width - sum((one.width for one in seen), Fraction()) / len(seen),
    )


def _worlds(start: CurrentAssessment, point: OpenPoint) -> Iterator[_Seen]:
    """The possible results of an open point; of a disputed one, those that were voted for.

    Answers that leave no score are left out.
    """
    name = point.question.id
    votes = tuple(dict.fromkeys(spoken(start.now.sheet.answers.get(name))))
    for value in votes or outcomes(start, name):
        world = answered(start, ChangedAnswers(start.now), name, value)
        with suppress(InputError):
            low, high = interval(start, world)
            yield _Seen(as_scored(start, world), high - low)


# --- bits --------------------------------------------------------------------------------------------------


def _bits_and_odds(
    start: CurrentAssessment, result: Result
) -> tuple[Mapping[str, float] | None, Mapping[str, Fraction] | None]:
    """VOI of each question that can be asked: H(band) less what is expected to be left of it once it is answered."""
    if result.certain:
        return {}, {result.band.id: Fraction(1)}
    ways = _ways(start, result)
    total = prod(len(values) for values in ways.values())
    if total > MOST_WAYS:
        return None, None
    asked = {point.question.id for point in result.open_points}.intersection(ways)
    counts = {name: {value: Counter[str]() for value in ways[name]} for name in asked}
    whole = Counter[str]()
    for number, band, chosen in _turns(start, result, ways, total):
        whole[band] += number
        for name in asked.intersection(chosen):
            counts[name][chosen[name]][band] += number
    bits = {name: _told(list(values.values())) for name, values in counts.items()}
    return bits, {band: Fraction(number, whole.total()) for band, number in whole.items()}


def _told(counts: Sequence[Counter[str]]) -> float:
    """Bits, rounded so that they are never below 0."""
    whole = sum(counts, Counter[str]())
    left = sum(part.total() * _entropy(part) for part in counts)
    return max(_entropy(whole) - left / whole.total(), 0.0) if whole else 0.0


def _entropy(counts: Counter[str]) -> float:
    total = counts.total()
    return -sum(n / total * log2(n / total) for n in counts.values() if n)


def _ways(start: CurrentAssessment, result: Result) -> Ways:
    """The open questions that count, or decide what counts, with the answers to try; votes stay as they are (20)."""
    work = start.now.sheet
    deciding = {before for point in result.open_points for name in point.items for before in _above(result, name)}
    values_to_try = {
        name: outcomes(start, name)
        for name in in_order(result.pack)
        if (name in work.own or name in deciding) and _is_open(start, name)
    }
    return {name: values for name, values in values_to_try.items() if values}


def _above(result: Result, name: str) -> Iterator[str]:
    """The questions that decide, directly or not, whether a question is asked."""
    for before in depends_on(result.pack.questions[name]):
        yield before
        yield from _above(result, before)


def _is_open(start: CurrentAssessment, name: str) -> bool:
    work = start.now.sheet
    answer = work.answers.get(name)
    unsaid = answer is None or answer.state in (State.DONT_KNOW, State.BLANK)
    return unsaid and work.standings[name] not in (Applicability.EXCLUDED, Applicability.IMPLIED)


def _turns(
    start: CurrentAssessment, result: Result, ways: Ways, total: int
) -> Iterator[tuple[int, str, Mapping[str, Value]]]:
    """Every combination of answers: how many of `total` it represents, its band, and the answers."""
    todo: list[tuple[ChangedAnswers, int, int, dict[str, Value]]] = [(ChangedAnswers(start.now), 0, total, {})]
    names = tuple(ways)
    while todo:
        world, at, number, chosen = todo.pop()
        if at == len(names):
            with suppress(InputError):
                yield number, result.pack.rubric.band(as_scored(start, world).index).id, chosen
        elif world.then.sheet.standings[names[at]] is not Applicability.APPLIES:
            todo.append((world, at + 1, number, chosen))
        else:
            name, values = names[at], ways[names[at]]
            todo += [
                (answered(start, world, name, value), at + 1, number // len(values), {**chosen, name: value})
                for value in values
            ]
