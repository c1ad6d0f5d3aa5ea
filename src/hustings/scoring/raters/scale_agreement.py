"""Krippendorff's alpha of two assessors (method.md 2.6), exact.

A unit is one question to which both gave a value; what one of them does not know is a missing value. Scored questions
form one ordinal scale: how ready an answer is, 0 to 1, as the rubric values it (an exposure the other way round). Two
choices that are worth the same are thus the same there. Questions that are not scored are nominal; those with the same
choices are taken together, and each choice of which several can be ticked is a yes or no of its own (method.md 2.5).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from hustings.answers.applicability import value_of
from hustings.answers.events import Value
from hustings.frozen_records import dataclass
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import SINGLES, Question
from hustings.scoring.raters.answer_pairs import AnswerPair
from hustings.scoring.workshop.agreement import alpha
from hustings.scoring.workshop.rounds import ENOUGH

Why = Literal["few", "no_variation", ""]
Two = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class ScaleAgreement:
    """Agreement on one scale: `alike` of `units` judgements are the same.

    `levels`: for an ordinal scale the values that were given, worst first (fractions as text), for a nominal one the
    ids of its choices. `alpha` is None where it is not reported; `why` then says why: fewer units than `ENOUGH`, or all
    judgements the same, so that there is nothing to tell apart.
    """

    scale: Literal["ordinal", "nominal"]
    levels: tuple[str, ...]
    units: int
    alike: int
    alpha: Fraction | None
    why: Why = ""


def scale_agreements(pack: Pack, pairs: Iterable[AnswerPair]) -> tuple[ScaleAgreement, ...]:
    """One for all scored questions, then one for each set of choices that enough other questions share."""
    valued = [pair for pair in pairs if pair.both_valued]
    scored = [_worths(pack.items[pair.question.id], pair) for pair in valued if pair.question.id in pack.items]
    nominal = dict[tuple[str, ...], list[Two]]()
    for pair in valued:
        if pair.question.id not in pack.items and pair.question.choices:
            choices, judged = _nominal(pair)
            nominal.setdefault(choices, []).extend(judged)
    enough = ((choices, judged) for choices, judged in nominal.items() if len(judged) >= ENOUGH)
    return (
        _agreement("ordinal", sorted({worth for both in scored for worth in both}), scored),
        *(_agreement("nominal", choices, judged) for choices, judged in enough),
    )


def _worths(item: Item, pair: AnswerPair) -> tuple[Fraction, Fraction]:
    first, second = (_worth(item, value) for value in _values(pair))
    return first, second


def _worth(item: Item, value: Value) -> Fraction:
    """How ready an answer is, 0 to 1."""
    worth = value_of(item, value)
    return worth if item.kind == "control" else 1 - worth


def _values(pair: AnswerPair) -> tuple[Value, Value]:
    assert pair.first is not None
    assert pair.second is not None
    assert pair.first.value is not None
    assert pair.second.value is not None
    return pair.first.value, pair.second.value


def _nominal(pair: AnswerPair) -> tuple[tuple[str, ...], list[Two]]:
    """The choices of an unscored question, sorted, and the judgements of both assessors."""
    first, second = _values(pair)
    choices = tuple(sorted(choice.id for choice in pair.question.choices))
    if pair.question.type in SINGLES:
        return choices, [(first, second)]
    return TICKS, list(_ticks(pair.question, first, second))


TICKS = ("no", "yes")


def _ticks(question: Question, first: Value, second: Value) -> Iterator[Two]:
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    for choice in question.choices:
        yield TICKS[choice.id in first], TICKS[choice.id in second]


def _agreement(
    scale: Literal["ordinal", "nominal"], levels: Sequence[Hashable], judged: Sequence[Two]
) -> ScaleAgreement:
    counts = [tuple(both.count(level) for level in levels) for both in judged]
    figure = alpha(counts, scale) if len(judged) >= ENOUGH else None
    why: Why = "" if figure is not None else "few" if len(judged) < ENOUGH else "no_variation"
    alike = sum(first == second for first, second in judged)
    return ScaleAgreement(scale, tuple(map(str, levels)), len(judged), alike, figure, why)
