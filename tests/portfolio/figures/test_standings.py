"""Where campaigns stand, from tables alone: what the exact scorer and the planner say of each case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.portfolio.figures.standings import standings
from hustings.portfolio.scored_portfolio import findings_path, score_portfolio
from hustings.portfolio.tables.stored_answers import count_of, stored_assessments
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.campaign_ai import pack as campaign_ai
from support.standings import TODAY
from support.stored_campaigns import FEW, KEYS, stored


def test_figures_are_those_of_the_case_itself(tmp_path: Path) -> None:
    pack, tables, steps = campaign_ai(), stored(tmp_path), list[int]()
    assert (FEW + 1, FEW) == (count_of(tables, every=True), count_of(tables))
    found = standings(tables, TODAY, planned=True, count=FEW, cores=1, seen=steps.append)
    assert (FEW, 1, 0, FEW + 1) == (len(found.latest), len(found.before), len(found.left_out), sum(steps))
    by_key = {one.about.campaign: one for one in found.latest}
    for number, case in enumerate(pack.cases[:FEW]):
        scope = scoped(pack, case.edition)
        answers = {name: given(pack, name, value) for name, value in case.answers if name in scope.questions}
        result = score(scope, answers)  # type: ignore[arg-type]
        plan = make_plan(result, clock(scope, result.answers, TODAY))
        one = by_key[KEYS.of("campaign", str(number))]
        assert (result.index, result.band.id, result.coverage) == (one.index, one.band, one.coverage)
        assert [finding.item.question for finding in result.findings] == [gap.question for gap in one.gaps]
        assert {gate.gate.id for gate in result.gates if gate.status == "not_met"} == set(one.failed)
        assert one.work is not None
        assert (plan.hours + plan.left_out.hours, len(plan.steps)) == (one.work.needed, len(one.work.steps))
    assert all(one.work is None for one in found.before)


def test_what_cannot_be_scored_is_counted(tmp_path: Path) -> None:
    found = standings(stored(tmp_path, packs=False), TODAY, planned=False, count=FEW, cores=1, seen=lambda _: None)
    assert (0, FEW + 1) == (len(found.latest), len(found.left_out))


@pytest.mark.slow
def test_a_row_that_somebody_changed_leaves_its_assessment_out(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    with duckdb.connect() as db:
        changed = f"select * replace (if(question = 'sign_in', 'nonsense', option) as option) from '{tables.path}'"  # noqa: S608 - ours
        db.execute(f"create table t as {changed}; copy t to '{tables.path}'")
    found = standings(tables, date(2026, 11, 30), planned=True, count=FEW, cores=1, seen=lambda _: None)
    told = sum(any(row[0] == "sign_in" for row in one.rows) for one in stored_assessments(tables))
    assert 0 < told == len([one for one in found.left_out if one.about.latest])


@pytest.mark.slow
def test_gaps_and_unknowns_are_those_of_the_table_of_findings(tmp_path: Path) -> None:
    tables, target = stored(tmp_path), tmp_path / "scored.parquet"
    score_portfolio(tables, target)
    found = standings(tables, TODAY, planned=False, count=FEW, cores=1, seen=lambda _: None)
    expected = {(one.about.campaign, gap.question, gap.severity) for one in found.latest for gap in one.gaps}
    unknown = {(one.about.campaign, question) for one in found.latest for question in one.unknown}
    with duckdb.connect() as db:
        told = f"from '{findings_path(target)}' where assessment = 2"
        assert expected == set(
            db.execute(f"select campaign, question, severity {told} and kind = 'finding'").fetchall()
        )
        assert unknown == set(db.execute(f"select campaign, question {told} and kind = 'open'").fetchall())
