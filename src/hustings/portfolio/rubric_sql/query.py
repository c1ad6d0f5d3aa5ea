"""A pack's rubric as a query: from the table of assessments to index, areas, gates, bands and coverage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from textwrap import fill

from sqlglot import exp

from hustings.answers.applicability import in_order
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.conditions.applicability_columns import AppliesColumns
from hustings.portfolio.rubric_sql.conditions.vote_columns import VoteColumns
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.figure_columns import FigureColumns
from hustings.portfolio.rubric_sql.findings.finding_columns import FindingColumns
from hustings.portfolio.rubric_sql.findings.point_columns import PointColumns
from hustings.portfolio.rubric_sql.gates.gate_clauses import AnswerClauses, GateClauses, ItemClauses
from hustings.portfolio.rubric_sql.gates.gate_columns import GateColumns
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.query_parts.bits import LEAST_CODE
from hustings.portfolio.rubric_sql.query_parts.columns import Columns, Step, with_steps
from hustings.portfolio.rubric_sql.query_parts.dialects import FIRST, STORED, Dialect, for_engine
from hustings.portfolio.rubric_sql.query_parts.expressions import (
    Expr,
    coalesced,
    code_of,
    col,
    greatest,
    named,
    number_of,
    whole,
)
from hustings.portfolio.rubric_sql.stored_answers import stored_answers
from hustings.portfolio.rubric_sql.sums.answer_sums import AnswerSums
from hustings.portfolio.rubric_sql.sums.area_sums import AreaSums, ItemSums
from hustings.portfolio.tables.assessment_table import ASSESSMENTS, KEY, NUMBER, UNKNOWN, Column, columns

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

    It reads the tables `assessments` and `votes` (see `tables.assessment_table`), or if they are `stored` those of a
    portfolio (see `rubric_sql.stored_answers`), and gives one row an assessment: its key,
    `index_lo`, `index_pt` and `index_hi` (0 to 100; NULL where nothing applies), `raw_*`, `band`, each area's readiness
    (0 to 1) and coverage, each gate's word, `coverage` and `provisional`. Without `votes` it is for assessments that no
    workshop left with disputed questions: it reads `assessments` alone, and takes a fraction of the time.

    `findings`: also `finding_ID` of each control (its severity, from 1 critical to 4 low; NULL where it is no finding)
    and `open_ID` of each question that can be an open point (1 not known, 2 disputed; else NULL).
    """
    query = for_engine(rubric_query(pack, votes=votes, findings=findings, stored=stored), dialect)
    if not pretty:
        return query.sql(dialect=dialect, comments=False)
    return _each_on_its_line(query.sql(dialect=dialect, pretty=True, max_text_width=WIDTH))


def _each_on_its_line(sql: str) -> str:
    """Each part of a sum that has a comment, on a line of its own; and the numbers of a list, many on a line."""
    return _LIST.sub(_filled, sql).replace(" */ + ", " */\n      + ")


_LIST = re.compile(r"\[\s+(-?[0-9.e]+(?:,\s+-?[0-9.e]+)+)\s+\]")


def _filled(found: re.Match[str]) -> str:
    numbers = " ".join(found[1].split())
    return "[\n" + fill(numbers, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6) + "\n    ]"


def rubric_query(pack: Pack, *, votes: bool = True, findings: bool = False, stored: bool = False) -> exp.Select:
    """The same, as a tree of expressions."""
    return with_steps(*_rubric_steps(pack, votes=votes, findings=findings, stored=stored))


def rubric_statements(
    pack: Pack, dialect: Dialect, *, votes: bool = True, findings: bool = False, stored: bool = False
) -> list[str]:
    """The rubric as statements to be run one after the other; the last gives the rows that `rubric_sql` gives.

    One query for DuckDB; elsewhere each step is stored first.
    """
    narrow = dialect in STORED
    return statements_of(*_rubric_steps(pack, votes=votes, findings=findings, stored=stored, narrow=narrow), dialect)


def statements_of(steps: Sequence[Step], last: exp.Select, dialect: Dialect) -> list[str]:
    """Steps as statements to be run one after the other; the last gives the rows of the SELECT `last`."""
    if dialect not in STORED:
        return [with_steps(steps, last).sql(dialect=dialect, pretty=True, max_text_width=WIDTH)]
    for select in (*(select for _, select in steps), last):
        for_engine(select, dialect)
    texts = [
        (name, _each_on_its_line(select.sql(dialect=dialect, pretty=True, max_text_width=WIDTH)))
        for name, select in steps
    ]
    stored_first = [STORED[dialect].format(name=name, select=text).split(";\n") for name, text in texts]
    return [*FIRST.get(dialect, ()), *chain.from_iterable(stored_first), last.sql(dialect=dialect, pretty=True)]


def statements_for(pack: Pack, applies: AppliesColumns, kept: list[str], dialect: Dialect) -> list[str]:
    """The columns `kept` over the tables, as statements to be run one after the other; the last gives the rows."""
    return statements_of(*_steps(pack, applies, kept, [], narrow=dialect in STORED), dialect)


def _rubric_steps(
    pack: Pack, *, votes: bool, findings: bool, stored: bool, narrow: bool = False
) -> tuple[list[Step], exp.Select]:
    """The steps from the answers to the figures, and the SELECT that gives these."""
    figures = rubric_columns(pack, votes=votes)
    kept = [*figures.kept, *(f"gate_{gate.id}" for gate in pack.rubric.gates)]
    if findings:
        kept += findings_columns(figures).kept
    before = stored_answers(pack, votes=votes) if stored else []
    return _steps(pack, figures.applies, kept, before, narrow=narrow)


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
    sums, clauses = _of_items(items) if votes else _of_answers(items)
    gates = GateColumns(pack, applies.columns, clauses, clauses if isinstance(clauses, AnswerClauses) else None)
    for gate in pack.rubric.gates:
        gates.make(gate)
    figures = FigureColumns(pack.rubric, items, gates, sums, applies.columns)
    figures.make()
    return figures


def _of_items(items: ItemColumns) -> tuple[AreaSums, GateClauses]:
    return ItemSums(items), ItemClauses(items)


def _of_answers(items: ItemColumns) -> tuple[AreaSums, GateClauses]:
    """The same without columns of items, but for what cannot be looked up."""
    whens, (sums, clauses) = WhenColumns(items.applies), _of_items(items)
    return AnswerSums(whens, sums), AnswerClauses(whens, clauses)


def whole_query(pack: Pack, applies: AppliesColumns, kept: list[str]) -> exp.Select:
    """The columns `kept` over the tables, with all that they need."""
    return with_steps(*_steps(pack, applies, kept, []))


def _steps(
    pack: Pack, applies: AppliesColumns, kept: list[str], before: Sequence[Step], *, narrow: bool = False
) -> tuple[list[Step], exp.Select]:
    """The steps `before` that make the tables, those that lead to the columns `kept`, and the SELECT of these."""
    layers, last = applies.columns.steps(exp.to_table("answered"), [KEY, *kept], narrow=narrow)
    source = exp.select(*_answers(pack, votes=applies.votes is not None), copy=False).from_(ASSESSMENTS)
    used = {column.name for select in (*(layer for _, layer in layers), last) for column in select.find_all(exp.Column)}
    return [*before, *_with_votes(applies.votes, used, source), ("answered", source), *layers], last


def _with_votes(votes: VoteColumns | None, used: set[str], source: exp.Select) -> list[Step]:
    """The steps that make the columns of votes, which are joined to `source`."""
    asked = [name for name in votes.asked if name in used] if votes is not None else []
    if votes is None or not asked:
        return []
    on = exp.EQ(this=col(KEY, "voted"), expression=col(KEY, ASSESSMENTS))
    source.select(*(col(name, "voted") for name in asked), copy=False).join(
        "voted", on=on, join_type="left", copy=False
    )
    return [("ordered_votes", votes.ordered()), ("voted", votes.query(set(asked)))]


def _answers(pack: Pack, *, votes: bool) -> list[Expr]:
    """The key and the codes of the table; what was never asked is not known."""
    return [col(KEY, ASSESSMENTS), *(_cell(column, votes=votes) for column in columns(pack))]


def _cell(column: Column, *, votes: bool) -> Expr:
    """A column of the table.

    Without votes a disputed question is not known, and so the least code can stand for NULL, which GREATEST passes
    over. DuckDB works a function out once for each entry of a column's dictionary, COALESCE for every row.
    """
    cell = col(column.name, ASSESSMENTS)
    if column.name.endswith(NUMBER):
        return named(cell, number_of(column.question).name)
    known = coalesced(cell, whole(UNKNOWN)) if votes else greatest([cell, whole(LEAST_CODE)])
    return named(known, code_of(column.question).name)
