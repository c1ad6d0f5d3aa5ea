"""A comparison as it is read out, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction as F

from hustings.answers.events import Answer
from hustings.pack.conditions import parse
from hustings.pack.model import Distance, Pack
from hustings.scoring.progress.comparison import Comparison, compare
from hustings.scoring.progress.comparison_sentences import (
    beside_the_sum,
    causes,
    headline,
    part_lines,
    parts_in_words,
    plan_lines,
    progress_lines,
    trend_lines,
)
from hustings.scoring.progress.shapley import Change, Parts
from scoring.test_rules import pack, rule
from support.assessments import NOW, visits
from support.small_packs import DONT_KNOW, action, answers, control, exposure, gate, made

ITEMS = (exposure(), control("a"), control("b"))
OLD = replace(
    made(*ITEMS, gates=[gate("g", "a >= partly", cap="39")], actions=[action("Mend a", {"a": "largely"})]),
    version="1.0",
)
NEW = replace(
    made(*ITEMS, control("c"), exposure("y", domain="e"), control("d", domain="e"), gates=[gate("h", "c >= fully")]),
    version="1.1",
    digest="1",
)
LOW = answers(x="much", a="none", b="fully")
HIGH = answers(x="much", a="largely", b="partly", c="partly", y="little", d="fully")


def lines(old: Pack, new: Pack, then: dict[str, Answer], now: dict[str, Answer]) -> list[str]:
    return list(progress_lines(compared(old, new, then, now)))


def compared(old: Pack, new: Pack, then: dict[str, Answer], now: dict[str, Answer]) -> Comparison:
    return compare(*visits(old, then, now, newer=new))


def test_a_campaign_that_mended_something_by_a_newer_pack() -> None:
    assert [
        "Then (30 November 2026, “baseline”): 39.0 out of 100, Unprepared.",
        "Now (30 December 2026, “follow-up”): 59.0 out of 100, Exposed.",
        "",
        "The index rose by 20. The band was Unprepared; it is Exposed.",
        "  What the campaign did: +5.5",
        "  What the rubric changed: +14.5",
        "  What law or calendar changed: 0",
        "",
        "Areas",
        "  D: 50.0 % then, 43.3 % now: the rubric −6.6.",
        "  E: counts only now.",
        "",
        "What the campaign did",
        "  Of 1 step of the plan of 30 November 2026, 1 is done.",
        "  Done: 1. Mend a.",
        "  What about a? Largely (then: None). +15",
        "",
        "Deal-breakers",
        "  “H”: not asked then, not met now. Changed by: the rubric.",
        "  “G”: not met then, not asked now. Changed by: the campaign and the rubric.",
        "",
        "Rubric",
        "  Pack version 1.0 then, 1.1 now.",
        "  3 questions are new.",
    ] == lines(OLD, NEW, LOW, HIGH)


def test_what_got_worse_is_said_too() -> None:
    said = lines(NEW, OLD, HIGH, LOW)
    assert "The index fell by 20. The band was Exposed; it is Unprepared." in said
    assert ["What got worse", "  What about a? None (then: Largely). −46"] == _under(said, "What got worse")
    assert "  E: no longer counts." in said
    assert "  3 questions are gone." in said


def test_a_gate_that_comes_to_be_of_no_concern_was_changed_by_nothing_that_counts() -> None:
    one = made(*ITEMS, gates=[gate("g", "a >= partly", when="x >= some")])
    then = answers(x="much", a="partly", b="none")
    said = lines(one, one, then, {**then, **answers(x="little")})
    assert ["Deal-breakers", "  “G”: met then, of no concern now."] == _under([*said, ""], "Deal-breakers")
    assert any(line.endswith("The band is Unprepared, as it was.") for line in said)


def _under(said: list[str], heading: str) -> list[str]:
    start = said.index(heading)
    return said[start : said.index("", start)]


def test_nothing_changed_is_said_so() -> None:
    one = made(*ITEMS)
    assert [
        "Then (30 November 2026, “baseline”): 50.0 out of 100, Exposed.",
        "Now (30 December 2026, “follow-up”): 50.0 out of 100, Exposed.",
        "",
        "The index stands where it stood.",
        "  What the campaign did: 0",
        "  What the rubric changed: 0",
        "  What law or calendar changed: 0",
        "",
        "Areas",
        "  D: 50.0 %, as it was.",
    ] == lines(one, one, LOW, LOW)


def test_steps_that_are_not_done_are_named_up_to_six() -> None:
    names = "abcdefgh"
    one = made(exposure(), *map(control, names), actions=[action(f"Mend {n}", {n: "fully"}) for n in names])
    low = answers(x="much", **dict.fromkeys(names, "none"))
    said = _under([*lines(one, one, low, low), ""], "What the campaign did")
    assert (1 + 1 + 6 + 1, "  2 more are not done yet.") == (len(said), said[-1])
    assert "  Of 8 steps of the plan of 30 November 2026, 0 are done." == said[1]
    assert "  Not done yet: 1. Mend a." == said[2]
    counted = list(plan_lines(compared(one, one, low, low), undone=0))
    assert ["Of 8 steps of the plan of 30 November 2026, 0 are done.", "8 are not done yet."] == counted


def test_too_little_known_splits_both_ends() -> None:
    found = compared(OLD, OLD, answers(x="much", a=DONT_KNOW, b=DONT_KNOW), LOW)
    assert "Too little was known, then or now, for one number; so worst and best case are split." == headline(found)
    assert [
        "Worst case, 0.0 to 39.0: the campaign +39.",
        "Best case, 100.0 to 39.0: the campaign −61.",
    ] == list(part_lines(found))


def test_law_and_calendar_that_changed() -> None:
    phases = (Distance(0, "Late", "Now."), Distance(100, "Early", "Soon."))
    soon = rule("soon", start=str(NOW - timedelta(days=1)))
    ads = rule("ads", breached_when=parse("ads == yes"))
    old, new = pack(soon, rule("gone")), pack(soon, ads)
    old = replace(old, rubric=replace(old.rubric, calendar=phases))
    new = replace(new, rubric=replace(new.rubric, calendar=phases))
    here = answers(where="us", ads="yes", x="much", a="fully", vote=date(2027, 4, 6))
    assert [
        "Law and calendar",
        "  97 days are left; last time: 127.",
        "  The phase now: Late.",
        "  United States: soon: not in force yet then, applies now.",
        "  United States: ads: new; applies. Breached now. Changed by: law or calendar.",
        "  United States: gone: no longer among the rules.",
    ] == _under([*lines(old, new, here, here), ""], "Law and calendar")
    mended = lines(new, new, here, {**here, **answers(ads="no")})
    assert "  United States: ads: applies, as then. No longer breached. Changed by: the campaign." in _under(
        [*mended, ""], "Law and calendar"
    )


def test_another_edition_or_content_and_new_ids_are_told() -> None:
    changed = replace(OLD, digest="2", edition="full")
    found = compared(replace(OLD, edition="quick"), changed, LOW, LOW)
    found = replace(found, questions=replace(found.questions, renamed=(("a", "z"),)))
    assert [
        "Rubric",
        "  The content of the pack has changed; its version is still 1.0.",
        "  Edition quick then, full now.",
        "  1 question has another id.",
    ] == _under([*progress_lines(found), ""], "Rubric")
    only = compared(replace(OLD, edition="quick"), replace(OLD, edition="full"), LOW, LOW)
    assert ["Rubric", "  Edition quick then, full now."] == _under([*progress_lines(only), ""], "Rubric")


def test_figures_that_look_a_tenth_apart_are_told() -> None:
    third = F(1, 3)
    whole = Change(F(0), F(1), Parts(third, third, third))
    assert "Each figure is cut to one decimal; uncut, the three add up exactly." == beside_the_sum(whole)
    assert "" == beside_the_sum(Change(F(0), F(3), Parts(F(1), F(2), F(0))))
    found = replace(compared(OLD, OLD, LOW, LOW), index=whole)
    assert 4 == len(list(part_lines(found)))
    across = Change(F("55.62"), F("55.58"), Parts(F("-0.04"), F(0), F(0)))
    assert "Each figure is cut to one decimal; uncut, the three add up exactly." == beside_the_sum(across)


def test_less_than_a_tenth_is_not_nothing() -> None:
    little = replace(compared(OLD, OLD, LOW, LOW), index=Change(F("55.62"), F("55.58"), Parts(F("-0.04"), F(0), F(0))))
    assert "The index changed by less than a tenth of a point." == headline(little)


def test_causes_are_named_in_one_order() -> None:
    assert "the campaign and law or calendar" == causes(Parts(F(1), F(0), F(-1)))
    assert "nothing changed it." == parts_in_words(Parts(F(0), F(0), F(0)))


def test_a_trend_begins_with_three_assessments() -> None:
    first = compared(OLD, NEW, LOW, HIGH)
    second = compare(first.now, replace(first.now, title="third"))
    unknown = compare(second.now, replace(second.now, answers={}, title=""))
    assert [] == list(trend_lines([first]))
    assert [
        "30 November 2026, “baseline”: 39.0 out of 100, Unprepared.",
        "30 December 2026, “follow-up”: 59.0 out of 100, Exposed.",
        "  Since the one before: the campaign +5.5 and the rubric +14.5.",
        "30 December 2026, “third”: 59.0 out of 100, Exposed.",
        "  Since the one before: nothing changed it.",
        "30 December 2026: between 0.0 and 100.0 out of 100 (Unprepared to Ready).",
        "  Since the one before: too little is known for one number.",
    ] == list(trend_lines([first, second, unknown]))
