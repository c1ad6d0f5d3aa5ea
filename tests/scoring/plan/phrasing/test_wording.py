"""Steps in words: dates, hours, gains and checks, as every face says them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest

from hustings.cli.options import words_of
from hustings.messages import speaking
from hustings.scoring.plan.phrasing.wording import (
    brief_due,
    brief_hours,
    by,
    check,
    closes,
    comes_after,
    costs,
    day_words,
    due,
    gain,
    hours,
    kind,
    latest,
    line,
    minutes,
    numbers,
    work_dates,
)
from hustings.scoring.plan.steps import Plan, Step
from support.plans import planned
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW


def plan(days: int = 60, **changes: object) -> Plan:
    return planned(mini(), e1(**changes), days)  # type: ignore[arg-type]


def step(found: Plan, number: int) -> Step:
    return next(one for one in (*found.steps, *found.later) if one.number == number)


LENGTHS = [
    ("1/100", "under a minute"),
    ("1/60", "1 minute"),
    ("1/4", "15 minutes"),
    ("119/120", "1 hour"),
    ("1", "1 hour"),
    ("121/120", "1 hour"),
    ("9/8", "1.25 hours"),
    ("5/2", "2.5 hours"),
]


@pytest.mark.parametrize(("length", "text"), LENGTHS)
def test_work_is_said_in_minutes_and_quarter_hours(length: str, text: str) -> None:
    assert text == hours(F(length))


def test_minutes() -> None:
    assert ["under a minute", "2 minutes"] == [minutes(F(1, 2)), minutes(F(3, 2))]


def test_a_step_in_one_line() -> None:
    stopping = plan(p_c1="0.3")
    assert "Today: Close it. Campaign manager, 30 minutes." == line(mini(), stopping, step(stopping, 1))
    assert "This week: P one to full. Campaign manager, 48 hours." == line(mini(), stopping, step(stopping, 2))


def test_what_is_worked_on_today_is_due_today_though_it_waits_and_this_week_if_its_work_ends_within_it() -> None:
    short = plan(5)
    first = step(short, 1)
    assert "Today" == due(short, first)
    assert "This week" == due(short, replace(first, worked=6, finish=6))
    assert "By 7 December 2026" == due(short, replace(first, worked=7, finish=7))


def test_what_no_longer_fits_is_for_after_election_day() -> None:
    short = plan(5)
    later = step(short, 2)
    said = (due(short, later), kind(short, later), work_dates(short, later), latest(short, later), gain(short, later))
    assert ("After election day", "Afterwards", "", "", "") == said


def test_work_and_waiting_are_told_apart() -> None:
    found = plan()
    assert "Work: today to 3 December 2026; then 7 days of waiting: 10 December 2026." == work_dates(
        found, step(found, 1)
    )
    assert "Work: 6 December 2026; then 5 days of waiting: 11 December 2026." == work_dates(found, step(found, 3))
    without = replace(step(found, 1), wait=0)
    assert "Work: today to 3 December 2026." == work_dates(found, without)
    assert "Work: today." == work_dates(found, replace(without, worked=0))


def test_when_to_begin_at_the_latest_and_after_what() -> None:
    found = plan()
    fourth = step(found, 4)
    assert "Start at the latest: 21 January 2027." == latest(found, fourth)
    assert ("After step 3.", "After steps 1 and 3.") == (
        comes_after(fourth),
        comes_after(replace(fourth, after=(1, 3))),
    )
    assert "" == comes_after(step(found, 1))
    stopping = plan(p_c1="0.3")
    assert "" == latest(stopping, step(stopping, 1))


def test_without_a_day_lengths_take_the_place_of_dates() -> None:
    undated = replace(plan(), on=None)
    assert ("Within 1 day", "Within 12 days") == (by(undated, 1), by(undated, 12))
    assert ("today", "12 days from now") == (day_words(undated, 0), day_words(undated, 12))


def test_runs_of_numbers_are_drawn_together() -> None:
    assert ["2", "1 and 2", "1 to 4, 6 and 7"] == [numbers(some) for some in ((2,), (2, 1), (1, 2, 3, 4, 6, 7))]


def test_gains_are_said_in_the_plan_and_alone() -> None:
    found = plan()
    assert "+19.2 points in this plan, 8 alone." == gain(found, step(found, 1))
    assert "+3.7 points in this plan, 6.2 alone. For the band, not for a gap." == gain(found, step(found, 4))
    first = step(found, 1)
    said = [gain(found, replace(first, alone=F(alone), in_plan=F(whole))) for alone, whole in ((0, 2), (0, 0), (1, 1))]
    assert [
        "+2 points in this plan; alone hardly anything.",
        "By itself it hardly moves the index.",
        "+1 point.",
    ] == said


def test_no_gain_is_said_of_stops_and_find_outs_nor_while_too_little_is_known() -> None:
    stopping, unknown = plan(p_c1="0.3"), planned(mini(), {})
    assert ["", "", ""] == [gain(stopping, step(stopping, 1)), *(gain(unknown, one) for one in unknown.steps)]


def test_a_check_says_both_what_it_costs_if_it_is_there_and_if_it_is_not() -> None:
    found = plan(p_c1=DONT_KNOW)
    first, second = step(found, 1), step(found, 2)
    assert "Today: Find out: P control one. Campaign manager, under a minute." == line(mini(), found, first)
    assert "Nobody knows yet. If it is in place: under a minute. If not: 48 hours." == check(found, second)
    assert "This week: P one to full. Campaign manager, up to 48 hours." == line(mini(), found, second)
    assert "" == check(found, first)
    unasked = replace(found, steps=found.steps[1:])
    assert "Nobody knows yet. If it is in place: nothing to do. If not: 48 hours." == check(unasked, second)


def test_deal_breakers_that_a_step_closes_or_decides() -> None:
    known, unknown = plan(p_c1="0.3"), plan(p_c1=DONT_KNOW)
    assert ["", "Helps to close the deal-breaker “Privacy first”.", ""] == [closes(one) for one in known.steps[:3]]
    assert "Decides the deal-breaker “Privacy first”." == closes(step(unknown, 1))


def test_a_title_ends_and_a_team_has_a_name() -> None:
    unknown = planned(mini(), {})
    assert "Today: Find out: P exposure one And 9 more questions. Team, 5 minutes." == line(
        mini(), unknown, step(unknown, 2)
    )
    assert "Find out" == kind(unknown, step(unknown, 2))


def test_steps_in_spanish() -> None:
    found = plan(p_c1=DONT_KNOW)
    with speaking(words_of("es")):
        said = line(mini(), found, step(found, 2)), check(found, step(found, 2)), work_dates(found, step(found, 2))
    assert (
        "Esta semana: P one to full. Campaign manager, hasta 48 horas.",
        "Nadie lo sabe todavía. Si ya está: menos de un minuto. Si no: 48 horas.",
        "Trabajo: hoy – 6 de diciembre de 2026; luego 15 días de espera: 21 de diciembre de 2026.",
    ) == said


def test_dates_follow_the_day_of_the_plan() -> None:
    assert date(2026, 12, 10) == plan().date_of(10)


def test_what_takes_money_says_so() -> None:
    free = step(plan(5), 1)
    assert free.action is not None
    paid = replace(free, action=replace(free.action, paid=True))
    said = ("", "It takes money or a hire.", "")
    assert said == (costs(free), costs(paid), costs(replace(paid, kind="fallback")))


def test_hours_in_a_column_are_short() -> None:
    assert ["<1 min", "15 min", "1 h", "1.5 h"] == [brief_hours(F(n)) for n in ("0.01", "0.25", "1", "1.5")]


def test_a_date_in_a_column_is_short() -> None:
    found = plan()
    assert ["This week", "By 19 Dec", "By 28 Dec"] == [brief_due(found, one) for one in found.steps[2:]]
    assert {"Later"} == {brief_due(late, one) for late in (plan(3),) for one in late.later}
