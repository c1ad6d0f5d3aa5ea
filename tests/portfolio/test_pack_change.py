"""Old rubric against new: who moves, and which part of the rubric makes them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from fractions import Fraction as F
from pathlib import Path

from hustings.pack.shipped import shipped_pack
from hustings.portfolio.pack_change import Rescored, RescoredOf, changed_parts, pack_change, with_old_part
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.what_if import Moved
from support.campaign_ai import pack as campaign_ai
from support.standings import campaign
from support.stored_campaigns import FEW, stored


def test_bands_that_begin_later_are_why_campaigns_fall(tmp_path: Path) -> None:
    old, new = shipped_pack("campaign-ai"), tmp_path / "ours"
    shutil.copytree(old, new)
    rubric = (new / "rubric.yaml").read_text()
    (new / "rubric.yaml").write_text(rubric.replace("from: 40,", "from: 59,").replace("from: 60,", "from: 79,"))
    tables = stored(tmp_path)
    found = [RescoredOf(tables, old, new)(one) for one in stored_assessments(tables)]
    assert FEW == len([one for one in found if one is not None])
    moved = [one for one in found if one is not None and one.moved.before.band != one.moved.after.band]
    assert moved
    assert {("bands",)} == {one.reasons for one in moved}
    assert all(one.moved.points == 0 for one in moved)
    same = [RescoredOf(tables, old, old)(one) for one in stored_assessments(tables)]
    assert all(one is not None and one.moved.before == one.moved.after for one in same)


def test_parts_that_differ_and_each_as_it_was() -> None:
    new = campaign_ai()
    rubric, area = new.rubric, new.rubric.domains[0]
    changes = {
        area.id: replace(rubric, domains=(replace(area, weight=area.weight + 1), *rubric.domains[1:])),
        "gates": replace(rubric, gates=rubric.gates[1:]),
        "bands": replace(rubric, bands=rubric.bands[:2]),
        "parameters": replace(rubric, eta=replace(rubric.eta, value=F(1, 3))),
    }
    assert () == changed_parts(new, new)
    for part, was in changes.items():
        old = replace(new, rubric=was)
        assert (part,) == changed_parts(old, new)
        assert () == changed_parts(with_old_part(old, new, part), old)


def test_the_sum_of_all() -> None:
    fell = Moved(campaign("a", 70), campaign("a", 50))
    moved = [Rescored(fell, ("gates",), 0), Rescored(fell, (), 2), Rescored(Moved(campaign("b"), campaign("b")), (), 0)]
    found = pack_change(moved)
    assert ((("gates", 1),), 1, 1, 2) == (found.reasons, found.several, found.dropped, len(found.largest))
