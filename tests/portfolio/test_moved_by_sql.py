"""One deed for all by SQL: the sums that the exact scorer gives, over the tables of worked campaigns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hustings.portfolio.moved_by_sql import groups_meant, meant_in_words, moved_by_sql, values_of
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.tables.stored_tables import StoredTables
from hustings.portfolio.what_if import MovedAll, MovedOf, Where, is_among, moved_all
from support.stored_campaigns import FEW, stored


def one_by_one(tables: StoredTables, words: Sequence[str], where: Where) -> MovedAll:
    of_one = MovedOf(tables, tuple(words))
    return moved_all([of_one(one) for one in stored_assessments(tables) if is_among(one.about, where)])


@pytest.mark.slow
def test_both_engines_count_the_same(tmp_path: Path) -> None:
    tables, words = stored(tmp_path), ["sign_in=fully", "records_rule=fully"]
    exact, by_sql = one_by_one(tables, words, ()), moved_by_sql(tables, words, (), at_once=2)
    assert exact.points is not None
    assert by_sql.points is not None
    ends = [[float(one.low), float(one.middle), float(one.high)] for one in (exact.points, by_sql.points)]
    assert ends[0] == pytest.approx(ends[1], abs=1e-8)
    assert replace(exact, points=None) == replace(by_sql, points=None)


def test_a_pack_that_cannot_be_read_leaves_its_campaigns_out(tmp_path: Path) -> None:
    tables = stored(tmp_path, packs=False)
    assert (0, FEW) == ((found := moved_by_sql(tables, ["sign_in=fully"], ())).campaigns, found.left_out)


def test_who_is_meant(tmp_path: Path) -> None:
    tables = stored(tmp_path)
    assert FEW == sum(count for *_, count in groups_meant(tables, ()))
    place = next(one.about.place for one in stored_assessments(tables) if one.about.place)
    assert groups_meant(tables, (("place", place.split()[0]),))
    assert [] == groups_meant(tables, (("office", "mars"),))
    assert "us" in values_of(tables, "place")
    assert "office = 'o''hare'" == meant_in_words((("office", "o'hare"),))
