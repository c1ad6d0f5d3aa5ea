"""Days to come back to, for a calendar program: written like the plan, and read in again without doubles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hustings.messages import say
from hustings.report.export.calendars.plan_calendar import calendar_file, escaped, uid, written_day
from hustings.scoring.progress.reminders import Reminder


def reminder_calendar(found: Sequence[Reminder], today: date, campaign: str, case: str) -> bytes:
    """The reminders as a calendar. `case`: what tells this case from all others."""
    name = say("Dates: {campaign}", campaign=campaign) if campaign else say("Dates")
    return calendar_file(name, (line for one in found for line in _entry(one, today, case)))


def _entry(one: Reminder, today: date, case: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{uid(case, one.key)}", f"DTSTAMP:{written_day(today)}T000000Z")
    yield from (f"SEQUENCE:{today.toordinal()}", f"DTSTART;VALUE=DATE:{written_day(one.on)}")
    yield f"DTEND;VALUE=DATE:{written_day(one.on + timedelta(days=1))}"
    yield from (f"SUMMARY:{escaped(one.title)}", f"DESCRIPTION:{escaped(one.about)}")
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")
