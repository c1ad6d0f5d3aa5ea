"""Each assessment with what is made of it."""

from __future__ import annotations

from pathlib import Path

from hustings.portfolio.parallel_assessments import of_each
from hustings.portfolio.tables.stored_answers import StoredAssessment
from support.stored_campaigns import FEW, stored


def rows_of(one: StoredAssessment) -> int:
    return len(one.rows)


def test_each_once(tmp_path: Path) -> None:
    tables, steps = stored(tmp_path), list[int]()
    found = list(of_each(tables, rows_of, every=False, count=FEW, cores=2, seen=steps.append))
    assert [len(one.rows) for one, _ in found] == [rows for _, rows in found]
    assert (FEW, FEW) == (len(found), sum(steps))
