"""Work of several plans is one entry; what is to be found out stays with its campaign; days and roles bound it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction as F

from hustings.pack.model import Shared
from hustings.portfolio.figures.standing import PlannedStep, Standing
from hustings.portfolio.shared_work import shared_work, work_within
from hustings.scoring.plan.steps import StepKind
from support.standings import TODAY, campaign, work

SHARED: dict[str, Shared] = {"letter": "once", "training": "together"}


def step(key: str, kind: StepKind = "fix", hours: int = 2, day: int = 0, owner: str = "boss") -> PlannedStep:
    start = TODAY + timedelta(day)
    shared = SHARED.get(key, "each")
    return PlannedStep(key, kind, f"Do {key}.", owner, F(hours), start, start + timedelta(9), key, shared)


def planned(key: str, *steps: PlannedStep) -> Standing:
    return campaign(key, planned=replace(work(), steps=steps))


ALL = [
    planned("a", step("letter", hours=2), step("ask", "find_out"), step("late", day=7)),
    planned("b", step("letter", hours=3, day=2), step("ask", "find_out"), step("own", owner="comms")),
    replace(campaign("c"), work=None),
]


def test_shared_work_is_one_entry() -> None:
    (letter,) = shared_work(ALL)
    assert ("letter", ["a", "b"]) == (letter.key, [one.about.campaign for one in letter.campaigns])
    assert (F(5), F(3), F(2)) == (letter.hours, letter.each, letter.spared)
    assert (TODAY, date(2026, 12, 9)) == (letter.start, letter.latest)


def test_what_each_campaign_does_for_itself_spares_nothing() -> None:
    both = [planned(key, step("training", hours=3), step("labels", hours=2)) for key in ("a", "b")]
    training, labels = shared_work(both)
    assert ("together", F(6), F(3), F(3)) == (training.shared, training.hours, training.needed, training.spared)
    assert ("each", F(4), F(4), F(0)) == (labels.shared, labels.hours, labels.needed, labels.spared)


def test_the_week() -> None:
    found = [(one.key, len(one.campaigns)) for one in work_within(ALL, TODAY, 7)]
    assert [("letter", 2), ("ask", 1), ("ask", 1), ("own", 1)] == found
    assert ["own"] == [one.key for one in work_within(ALL, TODAY, 7, ["comms"])]
    assert "late" in [one.key for one in work_within(ALL, TODAY, 8)]
