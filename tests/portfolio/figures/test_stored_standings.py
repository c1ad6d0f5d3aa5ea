"""What was computed before is found again, as long as nothing that it is made from has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from hustings.portfolio.figures.standing import StandingOf
from hustings.portfolio.figures.standings import Standings, standings
from hustings.portfolio.figures.stored_standings import StoredStandings, place_of
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.tables.stored_tables import StoredTables
from support.standings import TODAY
from support.stored_campaigns import FEW, stored

pytestmark = pytest.mark.slow


def planned(tables: StoredTables) -> Standings:
    return standings(tables, TODAY, planned=True, count=FEW + 1, cores=1, seen=lambda _: None)


def test_the_second_time_is_the_first_read_again(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    first = planned(tables)
    place = place_of(tables)
    written = place.read_bytes()
    assert (first, written) == (planned(tables), place.read_bytes())
    one, other = list(stored_assessments(tables))[:2]
    before = StoredStandings.read(tables, TODAY)
    assert before.find(one) == next(each for each in first.latest if each.about == one.about)
    assert before.find(replace(other, rows=one.rows[:-1])) is None, "other answers"
    assert StoredStandings.read(tables, TODAY + timedelta(1)).find(one) is None, "another day has another plan"
    (earlier,) = (each for each in stored_assessments(tables, every=True) if not each.about.latest)
    assert StoredStandings.read(tables, TODAY + timedelta(1)).find(earlier) == first.before[0]


def test_what_was_changed_is_passed_over(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    (one, *_) = stored_assessments(tables)
    place = place_of(tables)
    before = StoredStandings.read(tables, TODAY)
    made = StandingOf(tables, TODAY)(one)
    assert made is not None
    before.add(one, made)
    before.write()
    assert StoredStandings.read(tables, TODAY).find(one) == made
    with duckdb.connect() as db:
        other = f"select found, standing || ' ' as standing, mark from '{place}'"  # noqa: S608 - ours
        db.execute(f"create table t as {other}")
        db.execute(f"copy t to '{place}' (format parquet)")
    assert {} == StoredStandings.read(tables, TODAY).known, "its mark is another"
    place.write_bytes(b"PAR1 damaged")
    assert {} == StoredStandings.read(tables, TODAY).known
    place.unlink()
    place.mkdir()
    before.write()
    assert {} == StoredStandings.read(tables, TODAY).known
    for told in ("[[]]", "[" * 40_000 + "]" * 40_000):
        before.known = {next(iter(before.kept)): told}
        assert before.find(one) is None, "no standing at all"
