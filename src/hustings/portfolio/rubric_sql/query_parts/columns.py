"""Named columns that are computed from one another, and the layers of SELECT that this takes.

Standard SQL lets no column of a SELECT use another of the same SELECT, so each layer adds the columns whose parts the
layers below have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from hustings.messages import say
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr, col, named
from hustings.problems import InputError

Step = tuple[str, exp.Select]
"""A SELECT and the name under which later ones read it."""
_AS_IT_IS = (exp.Literal, exp.Boolean, exp.Null, exp.Column)


@dataclass(slots=True)
class Columns:
    """Expressions by the name of their column. What no expression defines is a column of the table itself."""

    layer_of: dict[str, int] = field(default_factory=dict)
    layers: list[dict[str, Expr]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def define(self, name: str, value: Expr, note: str = "") -> Expr:
        """Give an expression a name; a reference to it. A constant or a column needs none and is used as it is.

        `note`: what it is, as a comment in the query.
        """
        if isinstance(value, _AS_IT_IS) or (isinstance(value, exp.Neg) and isinstance(value.this, exp.Literal)):
            return value
        return self.output(name, value, note)

    def output(self, name: str, value: Expr, note: str = "") -> Expr:
        """The same, but always as a column of the query. `InputError` if another one has this name."""
        if self.layer_of.get(name) is not None and self.layers[self.layer_of[name]][name] != value:
            what = say("Two columns of the table would have the name `{name}`.", name=name)
            raise InputError(what, say("Rename an area, question or deal-breaker of the pack."))
        layer = max((self.layer_of.get(part.name, -1) for part in value.find_all(exp.Column)), default=-1) + 1
        while len(self.layers) <= layer:
            self.layers.append({})
        self.layers[layer][name], self.layer_of[name] = value, layer
        if note:
            self.notes[name] = note
        return col(name)

    def query(self, source: Expr, kept: list[str]) -> exp.Select:
        """The SELECT of the columns `kept` over `source`, each layer a common table expression of its own."""
        layers, last = self.steps(source, kept)
        return with_steps(layers, last)

    def steps(self, source: Expr, kept: list[str], *, narrow: bool = False) -> tuple[list[Step], exp.Select]:
        """The layers by name, each a SELECT over the one before, and the SELECT of the columns `kept` over the last.

        `narrow`: a layer hands on only what is still needed, where engines store it.
        """
        needed, layers, before = self._needed(kept), list[Step](), source
        for number, layer in enumerate(self.layers):
            wanted = [self._column(name, value) for name, value in layer.items() if name in needed]
            if wanted:
                handed = self._handed_on(number, kept) if narrow else [exp.Star()]
                select = exp.select(*handed, *wanted, copy=False).from_(before, copy=False)
                layers.append((f"layer_{number}", select))
                before = exp.to_table(f"layer_{number}")
        return layers, exp.select(*(col(name) for name in kept), copy=False).from_(before, copy=False)

    def _handed_on(self, number: int, kept: list[str]) -> list[Expr]:
        """The columns from below a layer that layers above it need."""
        later, needed = dict.fromkeys(kept), self._needed(kept)
        for layer in self.layers[number + 1 :]:
            for name, value in layer.items():
                if name in needed:
                    later.update(dict.fromkeys(part.name for part in value.find_all(exp.Column)))
        return [col(name) for name in later if self.layer_of.get(name, -1) < number]

    def _column(self, name: str, value: Expr) -> Expr:
        column = named(value, name)
        if name in self.notes:
            column.add_comments([f" {self.notes[name]} "])
        return column

    def _needed(self, kept: list[str]) -> set[str]:
        needed, waiting = set[str](), [*kept]
        while waiting:
            name = waiting.pop()
            if name not in needed and name in self.layer_of:
                needed.add(name)
                waiting += [part.name for part in self.layers[self.layer_of[name]][name].find_all(exp.Column)]
        return needed


def with_steps(steps: Sequence[Step], last: exp.Select) -> exp.Select:
    """One query: each step a common table expression of the last SELECT."""
    query = last
    for name, select in steps:
        query = query.with_(name, as_=select, copy=False)
    return query
