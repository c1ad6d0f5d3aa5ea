"""The value of every item, as SQL, once its parent is considered (method.md 1.5, rulings 2 and 3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from hustings.answers.applicability import opening
from hustings.pack.model import Item
from hustings.portfolio.rubric_sql.conditions.applicability_columns import (
    APPLIES,
    EXCLUDED,
    IMPLIED,
    UNKNOWN,
    AppliesColumns,
    is_standing,
)
from hustings.portfolio.rubric_sql.items.own_values import ENDS, End, reaches, unknown_value
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    FALSE,
    NULL,
    TRUE,
    Expr,
    choose,
    code_of,
    every,
    no,
    one_of,
    some,
    whole,
)
from hustings.portfolio.rubric_sql.query_parts.rubric_comment import written_at
from hustings.portfolio.tables.assessment_table import NOT_APPLICABLE

_ENDS: dict[End, str] = {"lo": "at worst", "pt": "as scored", "hi": "at best"}


@dataclass(slots=True)
class ItemColumns:
    """By item: its value at worst, as scored and at best; NULL where it does not count.

    `counts`: whether it is in the denominator. `settled`: whether it counts as answered (ruling 13). `shut`: whether
    it is unknown, so that answers below it are ignored.
    """

    applies: AppliesColumns
    values: dict[tuple[str, End], Expr] = field(default_factory=dict)
    counts: dict[str, Expr] = field(default_factory=dict)
    settled: dict[str, Expr] = field(default_factory=dict)
    shut: dict[str, Expr] = field(default_factory=dict)

    def make(self, order: list[str]) -> None:
        """Make the columns of every item, parents first."""
        for name in order:
            item = self.applies.pack.items[name]
            self._counts(name)
            for end in ENDS:
                parts, place = self.applies.scale(name).parts, written_at(self.applies.pack, item.place)
                note = f"{_ENDS[end]}, in parts of {parts}: {item.kind} of {item.domain}, {place}"
                value = self.applies.columns.define(f"{name}__{end}", self._value(item, end), note)
                self.values[name, end] = value
            self.shut[name] = self.applies.columns.define(f"{name}__shut", self._shut(name))

    def shelved(self, name: str) -> Expr:
        """Whether it counts, as a parent is absent or not known, though it or a parent was marked as not applicable."""
        if name not in self.counts:
            return FALSE
        marked, line = list[Expr](), name
        while True:
            marked.append(one_of(code_of(line), [NOT_APPLICABLE]))
            follows = self.applies.pack.questions[line].follows
            if follows is None:
                break
            line = follows.question
        return self.applies.columns.define(f"{name}__shelved", every([self.counts[name], some(marked)]))

    def _counts(self, name: str) -> None:
        applies, where = self.applies, self.applies.where[name]
        counts = every([no(is_standing(where, EXCLUDED)), no(applies.na[name])])
        self.counts[name] = applies.columns.define(f"{name}__counts", counts)
        known = some([every([is_standing(where, APPLIES), applies.answered(name)]), is_standing(where, IMPLIED)])
        self.settled[name] = applies.columns.define(f"{name}__settled", every([self.counts[name], known]))

    def _value(self, item: Item, end: End) -> Expr:
        applies, name = self.applies, item.question
        where, size = applies.where[name], applies.scale(name)
        unknown, own = unknown_value(item, end, size), applies.own(name, end)
        parent = applies.pack.questions[name].follows
        opened = own
        if parent is not None:
            level = opening(applies.pack, applies.pack.questions[name])
            above = reaches(self.values[parent.question, end], level, applies.scale(parent.question))
            opened = choose((self.shut[parent.question], unknown), (above, own), otherwise=whole(0))
        return choose(
            (no(self.counts[name]), NULL),
            (is_standing(where, UNKNOWN), unknown),
            otherwise=opened,
        )

    def _shut(self, name: str) -> Expr:
        applies = self.applies
        where, question = applies.where[name], applies.pack.questions[name]
        unsaid = no(applies.answered(name))
        if question.follows is not None:
            parent, level = question.follows.question, opening(applies.pack, question)
            above = reaches(self.values[parent, "hi"], level, applies.scale(parent))
            unsaid = choose((self.shut[parent], TRUE), (no(above), FALSE), otherwise=unsaid)
        return choose((no(self.counts[name]), FALSE), (is_standing(where, UNKNOWN), TRUE), otherwise=unsaid)
