"""How a condition that asks one question turns out, looked up by its answer: 0 false, 2 open, 3 true."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress, product

from hustings.frozen_records import dataclass
from hustings.pack.conditions import Condition, Contains, holds
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.conditions.condition_ways import Way, Ways
from hustings.portfolio.rubric_sql.query_parts.bits import bits_from, listed, looked_up
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    Expr,
    as_one,
    at_least,
    code_of,
    equals,
    every,
    no,
    times,
    total,
    whole,
)
from hustings.portfolio.tables.assessment_table import DISPUTED, NOT_APPLICABLE, UNKNOWN, all_ticked

NO, OPEN, YES = 0, 2, 3
"""How a condition turns out: 1 if it holds at worst, and 2 if it holds at best."""
MOST_TICKS = 3
"""Of more choices that a condition names not every way to tick them is listed."""
LISTED_TICKS = 7
"""So many choices have few enough codes to be looked up by these."""


def can_be_listed(group: Ways) -> bool:
    """Whether the answers to a question of a condition can be looked up: no number, and no follow-up."""
    question = group.question
    few = question.type == "select_multiple" and len(_named(group)) <= MOST_TICKS
    return question.follows is None and (few or has_few_codes(question))


def has_few_codes(question: Question) -> bool:
    """Whether everything that can be chosen is looked up by its code."""
    few = question.type == "select_multiple" and len(question.choices) <= LISTED_TICKS
    return few or question.type in ("yes_no", "select_one")


def _named(group: Ways) -> list[str]:
    """The choices of a list that a condition names, in their order."""
    named = {clause.choice for clause in group.clauses if isinstance(clause, Contains)}
    return [choice.id for choice in group.question.choices if choice.id in named]


def _as_it_is(number: int) -> int:
    return number


@dataclass(frozen=True, slots=True)
class Turns:
    """A condition with the one question that it asks."""

    pack: Pack
    condition: Condition
    group: Ways

    @property
    def out(self) -> int:
        """The number if the question does not apply."""
        return self._number(self.group.out)

    def asked(self, of: Callable[[int], int] = _as_it_is) -> Expr:
        """What `of` makes of the number if the question applies."""
        if has_few_codes(self.group.question):
            return looked_up(code_of(self.group.question.id), list(map(of, self.numbers())))
        return self._by_named_ticks(of)

    def numbers(self) -> list[int]:
        """By the code of what is chosen, from that of disputed votes on."""
        unknown = self._unknown
        by_code = {DISPUTED: unknown, NOT_APPLICABLE: self.out, UNKNOWN: unknown}
        return [*(by_code[code] for code in sorted(by_code)), *map(self._number, self._answered())]

    def _answered(self) -> list[int]:
        """By code the bit of an answer, or of all that is ticked."""
        question, named = self.group.question, _named(self.group)
        if question.type != "select_multiple":
            return [self.group.of_choice(self.pack, choice.id) for choice in question.choices]
        ticked = (set(all_ticked(question, code)) for code in range(2 ** len(question.choices)))
        return [self.group.of_ticks(self.pack, tuple(one for one in named if one in those)) for those in ticked]

    @property
    def _unknown(self) -> int:
        return self._number(self.group.open(self.pack, may_be_out=self.group.question.na))

    def perhaps(self) -> Expr:
        """The number if it may apply."""
        unknown = self._number(self.group.open(self.pack, may_be_out=True))
        if unknown == self.out:
            return whole(unknown)
        marked = equals(code_of(self.group.question.id), NOT_APPLICABLE)
        return total([times(whole(unknown), as_one(no(marked))), times(whole(self.out), as_one(marked))])

    def _by_named_ticks(self, of: Callable[[int], int]) -> Expr:
        code = code_of(self.group.question.id)
        answered = times(as_one(at_least(code, whole(0))), self.ticked(of))
        marked = equals(code, NOT_APPLICABLE)
        others = [(of(self._unknown), every([no(at_least(code, whole(0))), no(marked)])), (of(self.out), marked)]
        return total([answered, *(times(whole(number), as_one(when)) for number, when in others if number)])

    def ticked(self, of: Callable[[int], int] = _as_it_is) -> Expr:
        """By the choices that the condition names: the first has the lowest bit of the place in the list.

        It says nothing where nothing is answered.
        """
        named, code = _named(self.group), code_of(self.group.question.id)
        picks = (tuple(compress(named, reversed(picked))) for picked in product((False, True), repeat=len(named)))
        numbers = [of(self._number(self.group.of_ticks(self.pack, one))) for one in picks]
        ids = [choice.id for choice in self.group.question.choices]
        bits = [times(bits_from(code, ids.index(name), 1), whole(1 << at)) for at, name in enumerate(named)]
        if len(named) == 1 and numbers[0] == 0:
            return times(whole(numbers[1]), *bits)
        return listed(total([*bits, whole(1)]), numbers)

    def is_open_or_ticked(self) -> bool:
        """Whether a question that does not apply makes it false, and one that is not answered leaves it open."""
        perhaps = self._number(self.group.open(self.pack, may_be_out=True))
        return (self.out, self._unknown, perhaps) == (NO, OPEN, OPEN)

    def _number(self, bits: int) -> int:
        """The number of a condition while the ways with these bits are possible."""
        possible = [way for at, way in enumerate(self.group.ways) if bits >> at & 1]
        truths = {self._holds(way) for way in possible}
        return OPEN if len(truths) > 1 else YES if True in truths else NO

    def _holds(self, way: Way) -> bool:
        return holds(self.condition, dict(zip(self.group.clauses, way, strict=True)).__getitem__)
