"""The plan for a calendar program: an iCalendar file (RFC 5545) with an all-day entry for each step.

Days have no time zone, so an entry stays on its day wherever it is read. Each step keeps its UID in every plan of a
case, and SEQUENCE grows from day to day: a file that is read in once more moves its entries and doubles none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from hustings import __version__
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.report.export.tables.plan_table import how
from hustings.scoring.plan.phrasing.wording import check, comes_after, kind, latest, length, owner, title, work_dates
from hustings.scoring.plan.steps import Plan, Step
from hustings.text import harmless

MOST_OCTETS = 75
"""Of a line, without its end (RFC 5545, 3.1)."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def plan_calendar(pack: Pack, plan: Plan, campaign: str, case: str) -> bytes:
    """The steps before the deadline as a calendar. `case`: an identifier, part of each UID.

    What is left for after election day has no date and no entry.
    """
    return calendar_file(_name(campaign), (line for step in plan.steps for line in _entry(pack, plan, step, case)))


def calendar_file(name: str, entries: Iterable[str]) -> bytes:
    """A calendar with these entries, each given by its lines."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Hustings//{__version__}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        *entries,
    ]
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _name(campaign: str) -> str:
    return say("Plan: {campaign}", campaign=campaign) if campaign else say("Plan")


def _entry(pack: Pack, plan: Plan, step: Step, case: str) -> Iterator[str]:
    start, day_after = plan.date_of(step.start), plan.date_of(step.finish + 1)
    if plan.on is None or start is None or day_after is None:
        return
    yield from ("BEGIN:VEVENT", f"UID:{uid(case, step.key)}", f"DTSTAMP:{written_day(plan.on)}T000000Z")
    yield from (f"SEQUENCE:{plan.on.toordinal()}", f"DTSTART;VALUE=DATE:{written_day(start)}")
    yield f"DTEND;VALUE=DATE:{written_day(day_after)}"
    yield f"SUMMARY:{escaped(f'{step.number}. {title(step)}')}"
    yield f"DESCRIPTION:{escaped(_about(pack, plan, step))}"
    yield from (f"CATEGORIES:{escaped(kind(plan, step))}", "TRANSP:TRANSPARENT", "END:VEVENT")


def _about(pack: Pack, plan: Plan, step: Step) -> str:
    """Who, how long and how; what comes before it, and until when it can wait."""
    who = say("{owner}, {hours}.", owner=owner(pack, step), hours=length(step))
    days = work_dates(plan, step, dated=True), latest(plan, step, dated=True)
    parts = (who, *days, comes_after(step), check(plan, step), how(step))
    return "\n".join(part for part in parts if part)


def uid(case: str, key: str) -> str:
    """The UID of a step's entry: the same in every plan of a case, and without anything about the campaign."""
    named = f"{case}\n{key}"
    return f"{sha256(named.encode()).hexdigest()[:32]}@hustings.invalid"


def written_day(day: date) -> str:
    """A day as a calendar writes it."""
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """A text as the value of a property (RFC 5545, 3.3.11)."""
    return harmless(text).translate(ESCAPES)


def folded(line: str) -> str:
    """A line in several of 75 octets at most, each after the first begun by a blank; no character is cut in two."""
    parts, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > MOST_OCTETS:
            parts.append(" ")
            octets = 1
        parts[-1] += character
        octets += size
    return "\r\n".join(parts)
