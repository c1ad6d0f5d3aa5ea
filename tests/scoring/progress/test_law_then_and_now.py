"""Duties and phases on two days, and what made a breach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction as F

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Distance, Pack
from hustings.pack.rules import Rule
from hustings.scoring.progress.corner_answers import pair
from hustings.scoring.progress.law_then_and_now import RuleThenAndNow, calendar, duties
from hustings.scoring.progress.shapley import Parts
from scoring.test_rules import pack, rule
from support.assessments import NOW, THEN, visits
from support.rubrics import with_rubric
from support.small_packs import answers, control, exposure, made

HERE = answers(where="us", x="much", a="fully", vote=date(2027, 4, 6))


def compared(old: Pack, new: Pack, then: dict[str, Answer], now: dict[str, Answer]) -> dict[str, RuleThenAndNow]:
    found = duties(pair(*visits(old, {**HERE, **then}, {**HERE, **now}, newer=new)))
    return {one.rule.rule.id: one for one in found}


def breached(name: str = "label", **changes: object) -> Rule:
    return rule(name, breached_when=parse("ads == yes"), **changes)


def test_a_law_that_is_new_makes_the_breach() -> None:
    said = answers(ads="yes")
    found = compared(pack(), pack(breached()), said, said)["label"]
    assert (None, "applies", True) == (found.then, found.now and found.now.stands, found.changed)
    assert Parts(F(0), F(0), F(1)) == found.breach.parts


def test_a_law_that_comes_into_force_between_the_days_makes_it_too() -> None:
    one = pack(breached(start=str(NOW - timedelta(days=3))))
    found = compared(one, one, answers(ads="yes"), answers(ads="yes"))["label"]
    assert ("opens", "applies") == (found.then and found.then.stands, found.now and found.now.stands)
    assert Parts(F(0), F(0), F(1)) == found.breach.parts


def test_what_the_campaign_took_down_is_its_doing() -> None:
    one = pack(breached())
    found = compared(one, one, answers(ads="yes"), answers(ads="no"))["label"]
    assert Parts(F(-1), F(0), F(0)) == found.breach.parts
    assert (True, False) == (found.then and found.then.breached, found.now and found.now.breached)


def test_a_law_that_is_gone_is_told_last() -> None:
    found = compared(pack(rule("old"), rule("both")), pack(rule("both")), {}, {})
    assert [("both", False), ("old", True)] == [(name, one.changed) for name, one in found.items()]
    assert found["old"].then is found["old"].rule


def test_the_calendar_counts_down_and_its_phases_change() -> None:
    phases = (Distance(0, "Late", "Now."), Distance(60, "Early", "Soon."))
    one = with_rubric(made(exposure(), control("a")), calendar=phases)
    found = calendar(pair(*visits(one, {}, {})))
    assert (None, None, None, None) == (found.days_then, found.days_now, found.phase_then, found.phase_now)
    bare = pack()
    dated = replace(bare, rubric=replace(bare.rubric, calendar=phases))
    vote = answers(vote=THEN + timedelta(days=70))
    found = calendar(pair(*visits(dated, vote, vote)))
    assert (70, 40) == (found.days_then, found.days_now)
    assert ("Early", "Late") == tuple(phase and phase.title for phase in (found.phase_then, found.phase_now))
