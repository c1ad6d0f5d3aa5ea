"""A clause of a gate is judged alike by the columns of items and by what is looked up for an answer."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.answers.events import Answer, Value
from hustings.pack.conditions import Comparison, parse
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.gates.gate_clauses import AnswerClauses, GateClauses, ItemClauses
from hustings.portfolio.rubric_sql.items.item_columns import ItemColumns
from hustings.portfolio.rubric_sql.query_parts.expressions import Expr
from support.portfolio import made_columns_of, without_votes
from support.small_packs import DONT_KNOW, LINE, NA, answers, control, exposure, made

PACK = made(control("a"), control("line", values=LINE), exposure("x"), a={"na": True})
CLAUSES = ("a >= partly", "a >= fully", "line >= 4", "x >= some")
SAID: tuple[dict[str, Value | Answer], ...] = (
    {"a": "partly", "line": F(5), "x": "much"},
    {"a": NA, "x": "little"},
    {"a": DONT_KNOW, "x": DONT_KNOW},
    {"a": "none"},
)


def test_both_ways() -> None:
    items = ItemColumns(without_votes(PACK))
    items.make(list(PACK.items))
    by_items = ItemClauses(items)
    ways: dict[str, GateClauses] = {"items": by_items, "answers": AnswerClauses(WhenColumns(items.applies), by_items)}
    names = [f"{way}_{at}" for way in ways for at in range(3 * len(CLAUSES))]
    for way, clauses in ways.items():
        for at, judged in enumerate(one for clause in CLAUSES for one in _all(clauses, clause)):
            items.applies.columns.output(f"{way}_{at}", judged)
    drawn: list[dict[str, Answer]] = [answers(**said) for said in SAID]
    for row in made_columns_of(items.applies, drawn, names):
        told = [[row[f"{way}_{at}"] for at in range(3 * len(CLAUSES))] for way in ways]
        assert told[0] == told[1]


def _all(clauses: GateClauses, text: str) -> tuple[Expr, Expr, Expr]:
    clause = parse(text)
    assert isinstance(clause, Comparison)
    return clauses.fails(clause, "lo"), clauses.fails(clause, "hi"), clauses.gone(clause)
