"""The records of the page on which the index is made again by hand; ready text."""

from __future__ import annotations

from hustings.frozen_records import dataclass


@dataclass(frozen=True, slots=True)
class AreaSum:
    """An area in one line of sums: what is in place, exposure, what is asked for, and readiness."""

    title: str
    in_place: str
    exposure: str
    asked: str
    ready: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One answer in the sum, with the line of the pack (`place`). Its bar, in points: where it starts, filled, lost."""

    name: str
    value: str
    weight: str
    product: str
    place: str
    start_x: str
    filled_width: str
    lost_width: str


@dataclass(frozen=True, slots=True)
class WeightTable:
    """The answers of an area with their weights, and their sum; `file`: in which the lines are."""

    title: str
    file: str
    rows: tuple[WeightRow, ...]
    total: str
    weights: str
    products: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The index made again by hand: the areas, the sentences of the sum, and a table of answers for each."""

    areas: tuple[AreaSum, ...]
    pencil: tuple[str, ...]
    tables: tuple[WeightTable, ...]
