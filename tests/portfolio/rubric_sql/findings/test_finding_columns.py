"""A finding's severity, and what raises it; the properties are in `test_query`."""

from __future__ import annotations

from hustings.portfolio.rubric_sql.findings.finding_columns import LABELS
from support.portfolio import scored_by_sql
from support.scoring import e1, mini
from support.small_packs import answers, control, exposure, gate, made


def test_the_worked_example() -> None:
    (row,) = scored_by_sql(mini(), [e1()], findings=True)
    found = {value for name, value in row.items() if name.startswith("finding_") and value is not None}
    assert {LABELS["critical"], LABELS["low"]} <= found


def test_a_gate_that_is_not_met_raises_the_severity() -> None:
    pack = made(control("a"), control("b"), exposure("x"), gates=(gate("g", "a >= partly"),))
    (row,) = scored_by_sql(pack, [answers(a="none", b="partly", x="little")], findings=True)
    assert (LABELS["critical"], LABELS["low"]) == (row["finding_a"], row["finding_b"])


def test_what_is_at_its_target_or_not_known_is_no_finding() -> None:
    pack = made(control("a"), control("b"), exposure("x"))
    (row,) = scored_by_sql(pack, [answers(a="largely", x="little")], findings=True)
    assert (None, None, 1) == (row["finding_a"], row["finding_b"], row["open_b"])
