"""The headline, the moments and the bars of the plan say what the plan says."""

from __future__ import annotations

from datetime import timedelta

from hustings.report.charts.primitives.text_width import text_width
from hustings.report.document.plan.plan_in_time import TITLE_ROOM, TITLE_SIZE
from support.report import BALLOTS, report_of, town, town_report, worked_report


def test_the_headline_says_from_where_to_where_by_when() -> None:
    time = town_report().todo.in_time
    assert (
        "3 steps and 3 hours take you from 28 to 84 by 12 September 2026; Exposed is reached by 11 September 2026."
        == time.headline
    )
    assert [
        ("28", "Today: Unprepared."),
        ("43", "11 September 2026: Exposed."),
        ("84", "12 September 2026: Ready."),
        ("90", "At best: Ready."),
    ] == [(moment.figure, moment.title) for moment in time.moments]
    assert ["All 3 steps are done.", "If the open answer is good news too (dashed)."] == [
        moment.text for moment in time.moments[-2:]
    ]


def test_without_a_curve_it_says_what_the_plan_says() -> None:
    empty = report_of(town(), {}).todo
    assert empty.headline == empty.in_time.headline
    assert (None, ()) == (empty.in_time.climb, empty.in_time.moments)
    over = town_report(on=BALLOTS + timedelta(200)).todo.in_time
    assert ((), None) == (over.owners, over.head)


def test_each_owner_has_rows_and_hours_under_the_dates() -> None:
    manager, team, press = town_report().todo.in_time.owners
    assert ("Campaign manager: 1 step", "1 h") == (manager.title, manager.hours)
    assert ("1 h", "–", "–", "–", "–") == manager.weeks
    assert ["2"] == [row.number for row in team.rows]
    assert "Whoever answers the press: 1 step" == press.title


def test_a_title_fits_its_column_in_full() -> None:
    page = worked_report("county_lists_in_chatbots")
    rows = [row for owner in page.todo.in_time.owners for row in owner.rows]
    wide = [text_width(line, TITLE_SIZE, 600 if row.kind == "stop" else 400) for row in rows for line in row.lines]
    assert max(wide) <= TITLE_ROOM  # a stop stands in bold
    named = {row.number: " ".join(row.lines) for row in rows}
    assert "Stop: Delete the chats that hold records, and close their shared links." == named["1"]
    assert "Ask what went into AI tools; delete it" == named["6"]  # the short title of an action
    assert all(len(row.lines) == 1 for row in rows if row.kind != "stop")
    assert page.todo.in_time.best.startswith("Most for the hour: step ")


def test_a_stop_is_broken_as_wide_as_its_bold_type() -> None:
    page = worked_report("county_lists_in_chatbots", race_heat="attacked", intimate_route="none")
    stops = [row for owner in page.todo.in_time.owners for row in owner.rows if row.kind == "stop"]
    assert ("Stop: Choose one discreet person, and save the", "link to StopNCII.org.") in [row.lines for row in stops]
