"""Reminders for a calendar program, read back by the rules of RFC 5545."""

from __future__ import annotations

from datetime import date

from hustings.report.export.calendars.reminder_calendar import reminder_calendar
from hustings.scoring.progress.reminders import Reminder
from report.export.calendars.test_plan_calendar import entries

ONE = Reminder("follow-up", date(2026, 12, 31), "Again, please", "Ten minutes;\nno more")
TODAY = date(2026, 12, 1)


def test_an_entry_takes_a_day_and_keeps_its_name() -> None:
    content = reminder_calendar([ONE], TODAY, "Rivera", "a case")
    (found,) = entries(content)
    assert ("20261231", "20270101") == (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"])
    assert ("Again, please", "Ten minutes;\nno more") == (found["SUMMARY"], found["DESCRIPTION"])
    assert b"X-WR-CALNAME:Dates: Rivera" in content
    assert b"X-WR-CALNAME:Dates\r\n" in reminder_calendar([], TODAY, "", "a case")
    (later,) = entries(reminder_calendar([ONE], date(2026, 12, 9), "Rivera", "a case"))
    assert found["UID"] == later["UID"]
    assert int(found["SEQUENCE"]) < int(later["SEQUENCE"])
