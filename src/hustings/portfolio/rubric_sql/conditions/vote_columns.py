"""What the votes on a disputed question make of it, as columns of a query over the table of votes.

Worst, middle and best vote by the item's values (method.md 1.5, ruling 7), and which ways of a condition they allow.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.conditions.condition_ways import Ways
from hustings.portfolio.rubric_sql.items.own_values import End, Scale, answered_value
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    NULL,
    Expr,
    as_real,
    choose,
    coalesced,
    col,
    every,
    named,
    some,
    total,
    whole,
)
from hustings.portfolio.tables.assessment_table import KEY, VOTES

CODE, NUMBER_, PEOPLE, QUESTION = "code", "number", "people", "question"


@dataclass(slots=True)
class VoteColumns:
    """The columns that are asked for, and the query that makes them: one row an assessment with disputed questions."""

    valued: dict[str, tuple[Item, Expr]] = field(default_factory=dict)
    asked: dict[str, Expr] = field(default_factory=dict)

    def value(self, item: Item, question: Question, scale: Scale, end: End) -> Expr:
        """A column with the worst, the middle or the best vote on an item; the middle is the worse of two."""
        name = item.question
        self.valued[name] = item, answered_value(item, question, scale, col(CODE), col(NUMBER_))
        worse, better = (exp.Min, exp.Max) if item.kind == "control" else (exp.Max, exp.Min)
        about, counted = _about(name), exp.Mul(this=whole(2), expression=col("so_far"))
        middle = every([about, exp.GTE(this=counted, expression=col("all_votes"))])
        kind, wanted = {"lo": (worse, about), "pt": (worse, middle), "hi": (better, about)}[end]
        return self._asked(f"{name}__votes_{end}", kind(this=choose((wanted, col("value")), otherwise=NULL)))

    def ways(self, pack: Pack, group: Ways) -> Expr:
        """A column with the bits of the ways that the votes on a question allow."""
        about, bit = _about(group.question.id), group.of_answer(pack, col(CODE), col(NUMBER_))
        bits = list[Expr]()
        for at in range(len(group.ways)):
            allowed = every([about, exp.EQ(this=bit.copy(), expression=whole(1 << at))])
            bits.append(exp.Max(this=choose((allowed, whole(1 << at)), otherwise=whole(0))))
        return self._asked(f"{group.question.id}__votes_ways_{len(self.asked)}", total(bits))

    def kinds(self, name: str) -> Expr:
        """A column with how many different answers the votes on a question give."""
        answer = exp.Add(this=as_real(col(CODE)), expression=coalesced(as_real(col(NUMBER_)), whole(0)))
        about = choose((_about(name), answer), otherwise=NULL)
        return self._asked(f"{name}__votes_kinds", exp.Count(this=exp.Distinct(expressions=[about])))

    def _asked(self, name: str, value: Expr) -> Expr:
        self.asked[name] = value
        return col(name)

    def query(self, used: set[str]) -> exp.Select:
        """One row an assessment: the columns `used` of those that were asked for."""
        wanted = [named(value, name) for name, value in self.asked.items() if name in used]
        return exp.select(col(KEY), *wanted, copy=False).from_("ordered_votes").group_by(col(KEY))

    def ordered(self) -> exp.Select:
        """The votes with their values, and how many people voted as badly or worse (`so_far`)."""
        values = [(_about(name), value) for name, (_, value) in self.valued.items()]
        rising = [_about(name) for name, (item, _) in self.valued.items() if item.kind == "control"]
        falling = exp.Neg(this=col("value"))
        worst_first = choose((some(rising), col("value")), otherwise=falling)
        valued = exp.select(exp.Star(), named(as_real(choose(*values, otherwise=whole(0))), "value")).from_(VOTES)
        signed = exp.select(exp.Star(), named(worst_first, "worst_first")).from_(valued.subquery("valued"))
        spec = exp.WindowSpec(kind="RANGE", start="UNBOUNDED", start_side="PRECEDING", end="CURRENT ROW")
        order = exp.Order(expressions=[exp.Ordered(this=col("worst_first"))])
        so_far, all_votes = (exp.Window(this=exp.Sum(this=col(PEOPLE)), partition_by=_BY) for _ in range(2))
        so_far.set("order", order)
        so_far.set("spec", spec)
        columns = (exp.Star(), named(so_far, "so_far"), named(all_votes, "all_votes"))
        return exp.select(*columns).from_(signed.subquery("signed"))


def _about(name: str) -> Expr:
    return exp.EQ(this=col(QUESTION), expression=exp.Literal.string(name))


_BY = [col(KEY), col(QUESTION)]
