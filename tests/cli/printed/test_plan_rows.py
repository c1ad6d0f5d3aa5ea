"""The table of steps: what is due together stands together, under the plan's own numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hustings.cli.printed.plan_rows import FEW, more_rows, plan_rows, step_rows
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan
from hustings.scoring.score import score
from hustings.styled_text.rows import UNBOUNDED, text_of
from support.campaign_ai import answers, case, edition, pack

ON = date(2026, 12, 1)
RED = "error"


def plan(name: str = "county_lists_in_chatbots") -> Plan:
    campaign = case(name)
    scope, given = edition(campaign.edition), answers(campaign)
    return make_plan(score(scope, given), clock(scope, given, ON))


def test_the_first_steps_in_columns() -> None:
    made = plan()
    rows = step_rows(pack(), made, made.steps[:3], 78)
    assert [
        "Today   1  ! Delete the chats that hold records,                Data lead, 1 h",
        "             and close their shared links.",
        "        2  ! Tell everyone to put no list into an     Campaign manager, 15 min",
    ] == [text_of(row) for row in rows[:3]]
    assert (RED, "!") in rows[0]


def test_when_is_said_once_for_steps_that_are_due_together() -> None:
    made = plan()
    lines = [text_of(row) for row in step_rows(pack(), made, made.steps, UNBOUNDED)]
    labels = [line[:12].strip() for line in lines if line[:1] != " "]
    assert len(made.steps) == len(lines)
    assert "Today" == labels[0]
    assert len(labels) < len(lines)
    assert all(before != after for before, after in pairwise(labels))


def test_what_is_not_listed_is_counted_with_the_last_day() -> None:
    made = plan()
    text = "\n".join(map(text_of, plan_rows(pack(), made, "", 78)))
    assert text.startswith("This campaign ")
    assert f"{len(made.steps) + len(made.later) - FEW} more steps" in text
    assert [] == list(more_rows(made, (), 78))
    last = "".join(map(text_of, more_rows(made, made.steps[-1:], 78)))
    assert last.startswith("1 more step, by ")


def test_a_check_says_that_it_may_take_less() -> None:
    made = plan()
    step = replace(made.steps[4], check=True, hours=Fraction(3, 2))
    assert text_of(step_rows(pack(), made, [step], UNBOUNDED)[0]).endswith(", up to 1.5 h")
