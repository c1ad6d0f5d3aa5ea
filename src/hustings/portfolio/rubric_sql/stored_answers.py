"""The tables that a rubric's query reads, as steps of SQL over the tables that a portfolio is stored in.

A portfolio holds a row an answer; the rubric reads a row an assessment with a column a question.
"""

from __future__ import annotations

from sqlglot import exp

from hustings.pack.editions import edition_of
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.query_parts.columns import Step
from hustings.portfolio.rubric_sql.query_parts.expressions import NULL, Expr, choose, coalesced, col, every, named
from hustings.portfolio.tables.assessment_table import ASSESSMENTS, KEY, NUMBER, VOTES, Column, columns

PORTFOLIO, PORTFOLIO_VOTES, PORTFOLIO_ASSESSMENTS = "portfolio", "portfolio_votes", "portfolio_assessments"
"""The names under which the query reads the stored tables."""
CHOSEN = "chosen"
CAMPAIGN, ASSESSMENT, QUESTION = "campaign", "assessment", "question"


def stored_answers(pack: Pack, *, votes: bool) -> list[Step]:
    """The steps that make `assessments`, and `votes`, of every assessment with this pack and edition."""
    steps = [(CHOSEN, _chosen(pack)), (ASSESSMENTS, _wide(pack))]
    return [*steps, (VOTES, _votes())] if votes else steps


def _chosen(pack: Pack) -> exp.Select:
    """The assessments that were answered with this pack, in its edition."""
    digest = exp.EQ(this=col("digest"), expression=exp.Literal.string(pack.digest))
    usual = edition_of(pack, "")
    named_ = exp.Nullif(this=col("edition"), expression=exp.Literal.string(""))
    edition = coalesced(named_, exp.Literal.string(usual.id if usual is not None else ""))
    of_edition = exp.EQ(this=edition, expression=exp.Literal.string(pack.edition))
    chosen = exp.select(col(CAMPAIGN), col(ASSESSMENT), named(_key(), "key"), copy=False)
    return chosen.from_(PORTFOLIO_ASSESSMENTS).where(every([digest, of_edition]), copy=False)


def _key() -> Expr:
    """A campaign and the number of its assessment, as one text."""
    number = exp.cast(col(ASSESSMENT, PORTFOLIO_ASSESSMENTS), "varchar")
    return exp.DPipe(
        this=exp.DPipe(this=col(CAMPAIGN, PORTFOLIO_ASSESSMENTS), expression=exp.Literal.string("/")),
        expression=number,
    )


def _wide(pack: Pack) -> exp.Select:
    """A row an assessment: its key and the code of each question."""
    cells = [named(_cell(column), column.name) for column in columns(pack)]
    wide = exp.select(named(col("key", CHOSEN), KEY), *cells, copy=False).from_(CHOSEN)
    return _joined(wide, PORTFOLIO, "left").group_by(col("key", CHOSEN))


def _cell(column: Column) -> Expr:
    taken = "number" if column.name.endswith(NUMBER) else "code"
    about = exp.EQ(this=col(QUESTION, PORTFOLIO), expression=exp.Literal.string(column.question))
    cell = exp.Max(this=choose((about, col(taken, PORTFOLIO)), otherwise=NULL))
    return exp.cast(cell, column.type)


def _votes() -> exp.Select:
    taken = [col(name, PORTFOLIO_VOTES) for name in (QUESTION, "code", "number", "people")]
    votes = exp.select(named(col("key", CHOSEN), KEY), *taken, copy=False).from_(CHOSEN)
    return _joined(votes, PORTFOLIO_VOTES, "inner")


def _joined(select: exp.Select, table: str, how: str) -> exp.Select:
    same = [exp.EQ(this=col(name, table), expression=col(name, CHOSEN)) for name in (CAMPAIGN, ASSESSMENT)]
    return select.join(exp.to_table(table), on=every(same), join_type=how, copy=False)
