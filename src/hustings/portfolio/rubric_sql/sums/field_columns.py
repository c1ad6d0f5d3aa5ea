"""Several sums over the same items side by side in the bits of one whole number, so that items are added up once.

A field is as wide as the most that its sum can reach; no sum of one field can run over into the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hustings.frozen_records import dataclass
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.answer_lists import ByValue
from hustings.portfolio.rubric_sql.query_parts.bits import bits_from
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr
from hustings.portfolio.rubric_sql.sums.sum_columns import summed

WIDTH = 31
"""So many bits has a whole number that is added fastest."""


@dataclass(frozen=True, slots=True)
class Field:
    """A sum over items: what it is, the most that it can be, and what each item adds by its value."""

    name: str
    most: int
    adds: Mapping[str, ByValue]

    @property
    def width(self) -> int:
        """How many bits it takes."""
        return self.most.bit_length()


def fields_fit(fields: Iterable[Field]) -> bool:
    """Whether each of them fits into a whole number."""
    return all(field.width <= WIDTH for field in fields)


def field_columns(whens: WhenColumns, of: str, fields: Iterable[Field], note: str) -> dict[str, Expr]:
    """A column for each field, by its name. `of`: the columns' name begins with it."""
    columns, found = whens.applies.columns, dict[str, Expr]()
    for number, together in enumerate(_together(fields)):
        listed = ", ".join(f"{field.name} * {1 << place}" if place else field.name for field, place in together)
        word = columns.define(f"{of}__sums_{number}", summed(whens, _packed(together)), f"{listed}: {note}")
        for field, place in together:
            last = field is together[-1][0]
            found[field.name] = columns.define(
                f"{of}__{field.name}", bits_from(word, place, None if last else field.most)
            )
    return found


def _together(fields: Iterable[Field]) -> Iterator[list[tuple[Field, int]]]:
    """The fields that share a number, each with the place of its lowest bit; the first stands highest."""
    rows, width = [list[Field]()], 0
    for field in fields:
        if rows[-1] and width + field.width > WIDTH:
            rows.append([])
            width = 0
        rows[-1].append(field)
        width += field.width
    for row in rows:
        place = 0
        placed = list[tuple[Field, int]]()
        for field in reversed(row):
            placed.append((field, place))
            place += field.width
        yield placed


def _packed(together: Iterable[tuple[Field, int]]) -> dict[str, ByValue]:
    """What each item adds to all of the fields."""
    parts = dict[str, list[tuple[ByValue, int]]]()
    for field, place in together:
        for name, adds in field.adds.items():
            parts.setdefault(name, []).append((adds, place))
    return {name: _all_of(adds) for name, adds in parts.items()}


def _all_of(parts: list[tuple[ByValue, int]]) -> ByValue:
    return lambda value: sum(adds(value) << place for adds, place in parts)
