"""Open points, as SQL: what counts and is not known, at the question that can be asked now (method.md 1.8, 38 and 41).

From the last question to the first: a question that cannot be asked yet hands its want on to those that decide whether
it applies, so that each question is listed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from hustings.answers.applicability import in_order, level_value, opening
from hustings.pack.conditions import Comparison, clauses, names
from hustings.pack.model import Gate
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.conditions.applicability_columns import (
    APPLIES,
    UNKNOWN,
    WAITING,
    AppliesColumns,
    is_standing,
)
from hustings.portfolio.rubric_sql.gates.gate_columns import GateColumns
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.items.own_values import reaches
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    NULL,
    Expr,
    as_small,
    at_least,
    choose,
    code_of,
    every,
    is_false,
    no,
    one_of,
    some,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.tables.assessment_table import DISPUTED, in_table

NOT_KNOWN, NOT_AGREED = 1, 2
"""What the column of an open point says: nobody knows, or a workshop left its votes open."""


@dataclass(slots=True)
class PointColumns:
    """By question: whether it is an open point, and the column `open_ID` that says why."""

    items: ItemColumns
    gates: GateColumns
    points: dict[str, Expr] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    wanted: dict[str, list[Expr]] = field(default_factory=dict)

    @property
    def applies(self) -> AppliesColumns:
        """The columns that say which questions apply."""
        return self.items.applies

    def make(self) -> None:
        """Make the column of every question that can be an open point."""
        decided = self._decided_by_votes()
        for name in reversed(list(in_order(self.applies.pack))):
            wanted = [*self.wanted.get(name, []), self._open(name)]
            want = self.applies.columns.define(f"{name}__wanted", some(wanted))
            self._hand_on(self.applies.pack.questions[name], want)
            here = every([want, self._can_be_asked(name)])
            self.points[name] = self.applies.columns.define(f"{name}__point", some([here, *decided.get(name, [])]))
            self._tell(name)

    def _tell(self, name: str) -> None:
        """The column that says whether a question is an open point."""
        if not is_false(self.points[name]):
            disputed = FALSE if self.applies.votes is None else one_of(code_of(name), [DISPUTED])
            why = choose((no(self.points[name]), NULL), (disputed, whole(NOT_AGREED)), otherwise=whole(NOT_KNOWN))
            place = written_at(self.applies.pack, self.applies.pack.questions[name].place)
            note = f"{NOT_KNOWN} not known, {NOT_AGREED} disputed: {place}"
            self.applies.columns.output(f"open_{name}", as_small(why), note)
            self.kept.append(f"open_{name}")

    def _open(self, name: str) -> Expr:
        """Whether an item counts and is not settled."""
        if name not in self.applies.pack.items:
            return FALSE
        return every([self.items.counts[name], no(self.items.settled[name])])

    def _can_be_asked(self, name: str) -> Expr:
        shelved = self.items.shelved(name) if self.applies.pack.questions[name].follows is not None else FALSE
        return every([is_standing(self.applies.where[name], APPLIES), no(shelved)])

    def _hand_on(self, question: Question, want: Expr) -> None:
        """Whom a question that cannot be asked yet hands its want on to."""
        where, later = self.applies.where[question.id], no(is_standing(self.applies.where[question.id], APPLIES))
        undecided = every([later, no(is_standing(where, WAITING))])
        for name in names(question.when) if question.when is not None else ():
            self._want(name, [want, undecided, self._unsettled(name)])
        if question.follows is not None:
            parent = question.follows.question
            not_known = every([undecided, is_standing(self.applies.where[parent], UNKNOWN, WAITING)])
            shelved = every([is_standing(where, APPLIES), self.items.shelved(question.id)])
            self._want(parent, [want, some([is_standing(where, WAITING), shelved, not_known])])

    def _want(self, name: str, when: list[Expr]) -> None:
        self.wanted.setdefault(name, []).append(every(when))

    def _unsettled(self, name: str) -> Expr:
        """Whether more than one outcome of a question in a condition is still possible."""
        applies, where = self.applies, self.applies.where[name]
        said = every([is_standing(where, APPLIES), no(applies.na[name]), no(self._said_once(name))])
        return some([said, is_standing(where, UNKNOWN, WAITING)])

    def _said_once(self, name: str) -> Expr:
        question = self.applies.pack.questions[name]
        if not in_table(question):
            return FALSE
        votes = self.applies.votes
        alike = FALSE if votes is None else every([one_of(code_of(name), [DISPUTED]), one_of(votes.kinds(name), [1])])
        return some([at_least(code_of(name), whole(0)), alike])

    # --- votes on both sides of an open gate -----------------------------------------------------------------

    def _decided_by_votes(self) -> dict[str, list[Expr]]:
        """By question, when its votes decide an open gate."""
        found = dict[str, list[Expr]]()
        for gate in self.applies.pack.rubric.gates if self.applies.votes is not None else ():
            for name, deciding in self.gates.deciding(gate).items():
                when = [self.gates.is_(gate, "open"), deciding, no(self._open(name))]
                for level in _levels(self.applies, gate, name):
                    for root, disputed in self._disputed(name, level):
                        found.setdefault(root, []).append(every([*when, disputed]))
        return found

    def _disputed(self, name: str, level: Fraction) -> Iterator[tuple[str, Expr]]:
        """Votes on both sides of a level; a control whose middle vote is below its target is a finding instead."""
        applies, item = self.applies, self.applies.pack.items[name]
        low, high = (reaches(applies.own_column(name, end), level, applies.scale(name)) for end in ("lo", "hi"))
        both = some([every([low, no(high)]), every([no(low), high])])
        good = reaches(applies.own_column(name, "pt"), item.target, applies.scale(name))
        yield name, both if item.kind == "exposure" else every([both, good])
        for root, above in self._votes_above(name):
            yield root, every([high, above])

    def _votes_above(self, name: str) -> Iterator[tuple[str, Expr]]:
        """The parents whose votes decide whether a follow-up counts at all."""
        applies, question = self.applies, self.applies.pack.questions[name]
        if question.follows is None:
            return
        parent, level = question.follows.question, opening(applies.pack, question)
        size = applies.scale(parent)
        apart = every(
            [
                no(reaches(self.items.values[parent, "lo"], level, size)),
                reaches(self.items.values[parent, "hi"], level, size),
            ]
        )
        yield parent, every([apart, no(reaches(applies.own_column(parent, "lo"), level, size))])
        for root, above in self._votes_above(parent):
            yield root, every([apart, above])


def _levels(applies: AppliesColumns, gate: Gate, name: str) -> list[Fraction]:
    """The levels that a gate asks of an item."""
    asked = [*clauses(gate.needs), *(clauses(gate.when) if gate.when is not None else ())]
    levels = (one.level for one in asked if isinstance(one, Comparison) and one.question == name)
    return list(dict.fromkeys(level_value(applies.pack.items[name], level) for level in levels))
