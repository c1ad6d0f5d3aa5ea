"""One deed for all: better where it is worse, untouched where it is as good already or does not apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.what_if import Moved, MovedOf, checked_changes, is_among, moved_all
from hustings.problems import InputError
from hustings.scoring.plan.what_if import typed_changes
from hustings.scoring.score import score
from support.campaign_ai import pack as campaign_ai
from support.standings import campaign
from support.stored_campaigns import FEW, KEYS, stored


def test_a_campaign_becomes_what_its_own_what_if_says(tmp_path: Path) -> None:
    pack, tables = campaign_ai(), stored(tmp_path)
    found = {one.about.campaign: MovedOf(tables, ("sign_in=fully",))(one) for one in stored_assessments(tables)}
    raised = 0
    for number, case in enumerate(pack.cases[:FEW]):
        scope, moved = scoped(pack, case.edition), found[KEYS.of("campaign", str(number))]
        assert moved is not None
        answers = {name: given(pack, name, value) for name, value in case.answers if name in scope.questions}
        changed = (
            {**answers, **typed_changes(scope, {}, ["sign_in=fully"])} if "sign_in" in scope.questions else answers
        )
        after = score(scope, changed)  # type: ignore[arg-type]
        assert after.index == moved.after.index
        raised += moved.before != moved.after
    assert raised
    same = [MovedOf(tables, ("sign_in=none",))(one) for one in stored_assessments(tables)]
    assert 0 == moved_all(same).touched, "nothing is made worse"


def test_the_sum_of_all() -> None:
    before = campaign("a", 40, failed=["locked"], open_=["asked"])
    better = Moved(before, campaign("a", 70))
    worse = Moved(campaign("b", 50), campaign("b", 49, open_=["asked"]))
    still = campaign("c")
    found = moved_all([better, worse, Moved(still, still), None])
    assert (3, 2, 1, 1) == (found.campaigns, found.touched, found.band_changes, found.left_out)
    assert (("exposed", "guarded", 1),) == found.bands
    assert (("locked", 1, 0, 0), ("asked", 0, 1, 1)) == found.gates
    assert found.points is not None
    assert [-1, 30] == [int(found.points.lowest), int(found.points.highest)]
    assert moved_all([]).points is None


def test_who_is_meant() -> None:
    about = campaign("a").about
    assert is_among(about, ())
    assert is_among(about, (("office", "town"), ("place", "us_ca"), ("size", "few")))
    assert not is_among(about, (("office", "state"),))


def test_changes_that_no_pack_takes() -> None:
    checked_changes([campaign_ai()], ["sign_in=fully"])
    with pytest.raises(InputError):
        checked_changes([campaign_ai()], ["sign_on=fully"])
    with pytest.raises(InputError, match=r"called `nonsense`\.\n  The ids of questions stand in .*score CASE --json"):
        checked_changes([campaign_ai()], ["nonsense=fully"])
