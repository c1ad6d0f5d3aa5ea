"""A pack's rubric as a query: from the table of assessments to index, areas, gates, bands and coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlglot import exp

from hustings.answers.applicability import in_order
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.applies import AppliesColumns
from hustings.portfolio.rubric_sql.columns import Columns
from hustings.portfolio.rubric_sql.expressions import Expr, coalesced, code_of, col, named, number_of, whole
from hustings.portfolio.rubric_sql.figure_columns import FigureColumns
from hustings.portfolio.rubric_sql.finding_columns import FindingColumns
from hustings.portfolio.rubric_sql.gate_columns import GateColumns
from hustings.portfolio.rubric_sql.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.point_columns import PointColumns
from hustings.portfolio.rubric_sql.stored_answers import stored_answers
from hustings.portfolio.rubric_sql.votes import VoteColumns
from hustings.portfolio.table import ASSESSMENTS, KEY, NUMBER, UNKNOWN, Column, columns

Dialect = Literal["duckdb"]
"""The engines on which the query was run. Others plan it badly: PostgreSQL puts each layer into the next."""
DIALECTS: tuple[Dialect, ...] = ("duckdb",)
WIDTH = 110
"""About as long are the lines of a query that people read."""


def rubric_sql(
    pack: Pack,
    dialect: Dialect,
    *,
    votes: bool = True,
    findings: bool = False,
    pretty: bool = True,
    stored: bool = False,
) -> str:
    """The rubric of a pack, as one edition scores it, as a query in an engine's SQL.

    It reads the tables `assessments` and `votes` (see `portfolio.table`), or if they are `stored` those of a portfolio
    (see `rubric_sql.stored_answers`), and gives one row an assessment: its key,
    `index_lo`, `index_pt` and `index_hi` (0 to 100; NULL where nothing applies), `raw_*`, `band`, each area's readiness
    (0 to 1) and coverage, each gate's word, `coverage` and `provisional`. Without `votes` it is for assessments that no
    workshop left with disputed questions: it reads `assessments` alone, and takes a fraction of the time.

    `findings`: also `finding_ID` of each control (its severity, from 1 critical to 4 low; NULL where it is no finding)
    and `open_ID` of each question that can be an open point (1 not known, 2 disputed; else NULL).
    """
    query = rubric_query(pack, votes=votes, findings=findings, stored=stored)
    return query.sql(dialect=dialect, pretty=pretty, max_text_width=WIDTH)


def rubric_query(pack: Pack, *, votes: bool = True, findings: bool = False, stored: bool = False) -> exp.Select:
    """The same, as a tree of expressions."""
    figures = rubric_columns(pack, votes=votes)
    kept = [*figures.kept, *(f"gate_{gate.id}" for gate in pack.rubric.gates)]
    if findings:
        kept += findings_columns(figures).kept
    before = stored_answers(pack, votes=votes) if stored else []
    return whole_query(pack, figures.applies, kept, before)


def findings_columns(figures: FigureColumns) -> FindingColumns:
    """The columns of findings and open points, beside those of figures."""
    points = PointColumns(figures.items, figures.gates)
    points.make()
    found = FindingColumns(points, points.kept)
    found.make()
    return found


def rubric_columns(pack: Pack, *, votes: bool = True) -> FigureColumns:
    """Every column that the rubric needs, from the answers to the index."""
    applies = AppliesColumns(pack, Columns(), VoteColumns() if votes else None)
    applies.make()
    items = ItemColumns(applies)
    items.make([name for name in in_order(pack) if name in pack.items])
    gates = GateColumns(items)
    for gate in pack.rubric.gates:
        gates.make(gate)
    figures = FigureColumns(pack.rubric, items, gates, applies.columns)
    figures.make()
    return figures


def whole_query(
    pack: Pack, applies: AppliesColumns, kept: list[str], before: Sequence[tuple[str, exp.Select]] = ()
) -> exp.Select:
    """The columns `kept` over the tables, with all that they need, and the steps `before` that make the tables."""
    query = applies.columns.query(exp.to_table("answered"), [KEY, *kept])
    source = exp.select(*_answers(pack), copy=False).from_(ASSESSMENTS)
    used = {column.name for column in query.find_all(exp.Column)}
    steps = [*before, *_with_votes(applies.votes, used, source), ("answered", source)]
    first = [exp.CTE(this=select, alias=exp.TableAlias(this=exp.to_identifier(name))) for name, select in steps]
    layers = query.args["with_"]
    layers.set("expressions", [*first, *layers.expressions])
    return query


def _with_votes(votes: VoteColumns | None, used: set[str], source: exp.Select) -> list[tuple[str, exp.Select]]:
    """The steps that make the columns of votes, which are joined to `source`."""
    asked = [name for name in votes.asked if name in used] if votes is not None else []
    if votes is None or not asked:
        return []
    on = exp.EQ(this=col(KEY, "voted"), expression=col(KEY, ASSESSMENTS))
    source.select(*(col(name, "voted") for name in asked), copy=False).join(
        "voted", on=on, join_type="left", copy=False
    )
    return [("ordered_votes", votes.ordered()), ("voted", votes.query(set(asked)))]


def _answers(pack: Pack) -> list[Expr]:
    """The key and the codes of the table; what was never asked is not known."""
    return [col(KEY, ASSESSMENTS), *map(_cell, columns(pack))]


def _cell(column: Column) -> Expr:
    cell = col(column.name, ASSESSMENTS)
    if column.name.endswith(NUMBER):
        return named(cell, number_of(column.question).name)
    return named(coalesced(cell, whole(UNKNOWN)), code_of(column.question).name)
