"""Whatever dates somebody types, score, report, kit and questions come out: years are mistyped, and none overflows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State, Value
from hustings.answers.flow import may_come
from hustings.kit import compose
from hustings.report import compose_document, render_html
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.campaign_ai import pack
from support.deep import count
from support.report import plain_theme

pytestmark = pytest.mark.slow

NOW = date(2026, 11, 24)
KNOWN = {"campaign_name": "Poe for Council", "jurisdiction": "us", "us_state": "us_me", "office": "local"}


@settings(max_examples=count(25, 1), deadline=None)
@example(ballots=date(9999, 12, 10), election=date(9999, 12, 31), on=NOW)
@example(ballots=date.min, election=date.min, on=NOW)
@example(ballots=date.max, election=date.min, on=date.min)
@example(ballots=date.max, election=date.max, on=date.max)
@given(ballots=st.dates(), election=st.dates(), on=st.one_of(st.just(NOW), st.dates()))
def test_every_date_of_the_calendar_makes_a_report_and_a_kit(ballots: date, election: date, on: date) -> None:
    said: dict[str, Value] = {**KNOWN, "first_ballots": ballots, "election_day": election}
    answers = {name: Answer(State.ANSWERED, value) for name, value in said.items()}
    result, now = score(pack(), answers), clock(pack(), answers, on)
    page = compose_document(result, make_plan(result, now), on)
    assert "Poe for Council" in render_html(page, plain_theme())
    assert [text.title for text in pack().kit] == [compose(pack(), answers, text, on).title for text in pack().kit]
    assert may_come(pack(), answers)
