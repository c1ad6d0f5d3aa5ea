"""Whether each question applies, as SQL: the standings of `answers.applicability` (method.md 1.5, rulings 2 to 4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from hustings.answers.applicability import Applicability, in_order, opening
from hustings.pack.conditions import Condition
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.conditions.condition_ways import Verdict, Ways, verdict, ways
from hustings.portfolio.rubric_sql.conditions.vote_columns import VoteColumns
from hustings.portfolio.rubric_sql.items.own_values import (
    End,
    Scale,
    answered_or_unknown,
    answered_value,
    reaches,
    scale,
    unknown_value,
)
from hustings.portfolio.rubric_sql.query_parts.columns import Columns
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    NULL,
    TRUE,
    Expr,
    choose,
    code_of,
    every,
    no,
    number_of,
    one_of,
    some,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.tables.assessment_table import DISPUTED, NOT_APPLICABLE, in_table

WHERE = {standing: number for number, standing in enumerate(Applicability)}
"""The numbers that stand for an applicability in the query: 0 applies, 1 excluded, 2 implied, 3 waiting, 4 unknown."""
WORDS = ", ".join(f"{number} {standing.value}" for standing, number in WHERE.items())
APPLIES, EXCLUDED, IMPLIED, WAITING, UNKNOWN = (WHERE[standing] for standing in Applicability)


@dataclass(slots=True)
class AppliesColumns:
    """The columns that say of each question whether it applies; made in the order of the questions' dependence.

    `votes`: the votes on disputed questions; None where no assessment has any. `where`: the number of its
    applicability. `na`: whether it was marked as not applicable and the mark counts.
    """

    pack: Pack
    columns: Columns
    votes: VoteColumns | None
    where: dict[str, Expr] = field(default_factory=dict)
    na: dict[str, Expr] = field(default_factory=dict)
    sure: dict[str, Expr] = field(default_factory=dict)
    allowed: dict[Ways, Expr] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)

    def make(self) -> None:
        """Make the columns of every question."""
        self.scales.update({domain.id: scale(domain) for domain in self.pack.rubric.domains})
        for name in in_order(self.pack):
            question = self.pack.questions[name]
            note = f"{WORDS}: {written_at(self.pack, question.place)}"
            self.where[name] = self.columns.define(f"{name}__where", self._standing(question), note)
            self.sure[name] = self.columns.define(f"{name}__surely_asked", self._surely_opened(question))
            self.na[name] = self.columns.define(f"{name}__na", self._is_na(question))

    def scale(self, name: str) -> Scale:
        """The denominator of an item's values."""
        return self.scales[self.pack.items[name].domain]

    def answered(self, name: str) -> Expr:
        """Whether a question has an answer with a value, or votes."""
        if not in_table(self.pack.questions[name]):
            return FALSE
        votes = exp.EQ(this=code_of(name), expression=whole(DISPUTED)) if self.votes is not None else FALSE
        return some([exp.GTE(this=code_of(name), expression=whole(0)), votes])

    def own(self, name: str, end: End) -> Expr:
        """The value of an item by its own answer alone; of an unknown one its worst or best."""
        item, question, size = self.pack.items[name], self.pack.questions[name], self.scale(name)
        if self.votes is None:
            return answered_or_unknown(item, question, size, end)
        answer = answered_value(item, question, size, code_of(name))
        known = choose((exp.GTE(this=code_of(name), expression=whole(0)), answer), otherwise=NULL)
        known = self.columns.define(f"{name}__value", known, f"what the answer is worth, in parts of {size.parts}")
        disputed = exp.EQ(this=code_of(name), expression=whole(DISPUTED))
        voted = choose((disputed, self.votes.value(item, question, size, end)), otherwise=NULL)
        return exp.Coalesce(this=known, expressions=[voted, unknown_value(item, end, size)])

    def reached(self, child: Question, *, by_all: bool) -> Expr:
        """Whether every vote on the parent opens a follow-up, or at least one does; only where there is a vote."""
        assert child.follows is not None
        parent = self.pack.items[child.follows.question]
        low_end = (parent.kind == "control") == by_all
        return reaches(
            self.own_column(parent.question, "lo" if low_end else "hi"),
            opening(self.pack, child),
            self.scale(parent.question),
        )

    def own_column(self, name: str, end: End) -> Expr:
        """The same as `own`, as a column."""
        return self.columns.define(f"{name}__own_{end}", self.own(name, end))

    # --- standings -------------------------------------------------------------------------------------------

    def _standing(self, question: Question) -> Expr:
        opened = self._opened(question)
        if question.when is None:
            return opened
        judged = self.judged(question.when)
        return choose(
            (no(judged.can_be_true), whole(EXCLUDED)),
            (
                exp.EQ(this=opened, expression=whole(EXCLUDED)) if question.follows is not None else FALSE,
                whole(EXCLUDED),
            ),
            (no(judged.can_be_false), opened),
            otherwise=whole(UNKNOWN),
        )

    def judged(self, condition: Condition) -> Verdict:
        """Whether a condition can be true, and can be false."""
        groups = ways(self.pack, condition)
        for group in groups:
            if group not in self.allowed:
                number = sum(other.question is group.question for other in self.allowed)
                self.allowed[group] = self.columns.define(f"{group.question.id}__allows_{number}", self._allowed(group))
        return verdict(condition, groups, {group.question.id: self.allowed[group] for group in groups})

    def _allowed(self, group: Ways) -> Expr:
        """The bits of the ways in which a question's clauses can still turn out."""
        name = group.question.id
        out, where, code = whole(group.out), self.where[name], code_of(name)
        if not in_table(group.question):
            return whole(group.open(self.pack, may_be_out=False))
        known = choose(
            (exp.GTE(this=code, expression=whole(0)), group.of_answer(self.pack, code, number_of(name))),
            *self._disputed(group),
            otherwise=whole(group.open(self.pack, may_be_out=group.question.na)),
        )
        return choose(
            (exp.EQ(this=code, expression=whole(NOT_APPLICABLE)), out),
            (is_standing(where, EXCLUDED, IMPLIED), out),
            (is_standing(where, APPLIES), known),
            otherwise=whole(group.open(self.pack, may_be_out=True)),
        )

    def _disputed(self, group: Ways) -> list[tuple[Expr, Expr]]:
        if self.votes is None:
            return []
        return [
            (exp.EQ(this=code_of(group.question.id), expression=whole(DISPUTED)), self.votes.ways(self.pack, group))
        ]

    def _opened(self, question: Question) -> Expr:
        if question.follows is None:
            return whole(APPLIES)
        parent = question.follows.question
        return choose(
            (self.na[parent], whole(EXCLUDED)),
            (no(is_standing(self.where[parent], APPLIES)), self.where[parent]),
            (no(self.answered(parent)), whole(WAITING)),
            (self.reached(question, by_all=False), whole(APPLIES)),
            otherwise=whole(IMPLIED),
        )

    def _is_na(self, question: Question) -> Expr:
        if not question.na or not in_table(question):
            return FALSE
        marked = exp.EQ(this=code_of(question.id), expression=whole(NOT_APPLICABLE))
        return every([marked, is_standing(self.where[question.id], APPLIES, UNKNOWN), self.sure[question.id]])

    def _surely_opened(self, question: Question) -> Expr:
        """Whether no open answer or vote could still imply 0 for a question."""
        if question.follows is None:
            return TRUE
        parent = question.follows.question
        reached = self.reached(question, by_all=True)
        return every([is_standing(self.where[parent], APPLIES), self.sure[parent], self.answered(parent), reached])


def is_standing(where: Expr, *standings: int) -> Expr:
    """Whether an applicability is one of these; of a constant it is known now."""
    if isinstance(where, exp.Literal):
        return TRUE if int(where.this) in standings else FALSE
    return one_of(where, standings)
