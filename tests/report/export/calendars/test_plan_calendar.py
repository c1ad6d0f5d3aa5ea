"""The plan for a calendar program, read back by the rules of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hustings.report.export.calendars.plan_calendar import escaped, folded, plan_calendar, uid
from hustings.scoring.plan.steps import Plan
from hustings.text import harmless
from support.plans import clock, planned
from support.scoring import e1, mini


def unfolded(content: bytes) -> list[str]:
    """The lines of a file, which ends each of them with CR LF and holds no other line break."""
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    text = content.decode().replace("\r\n ", "")
    assert text.endswith("\r\n")
    assert re.fullmatch(r"(?:[^\r\n]*\r\n)*", text)
    return text.split("\r\n")[:-1]


def entries(content: bytes) -> Iterator[dict[str, str]]:
    lines = unfolded(content)
    assert ("BEGIN:VCALENDAR", "END:VCALENDAR") == (lines[0], lines[-1])
    found: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found = {}
        elif line == "END:VEVENT":
            yield found
        else:
            found[name] = plain(value)


def plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], value)


def calendar(plan: Plan, case: str = "a case") -> bytes:
    return plan_calendar(mini(), plan, "Rivera, for Council", case)


def test_each_step_is_an_entry_of_whole_days() -> None:
    first = next(entries(calendar(planned(mini(), e1()))))
    assert {
        "UID": uid("a case", "a1"),
        "DTSTAMP": "20261130T000000Z",
        "SEQUENCE": str(date(2026, 11, 30).toordinal()),
        "DTSTART;VALUE=DATE": "20261130",
        "DTEND;VALUE=DATE": "20261211",
        "SUMMARY": "1. F one to largely.",
        "DESCRIPTION": (
            "Campaign manager, 32 hours.\n"
            "Work: 30 November 2026 to 3 December 2026; then 7 days of waiting: 10 December 2026.\n"
            "Start at the latest: 4 January 2027.\nas said"
        ),
        "CATEGORIES": "For the band",
        "TRANSP": "TRANSPARENT",
    } == first


def test_a_later_plan_moves_the_same_entries() -> None:
    before = {one["SUMMARY"].partition(" ")[2]: one for one in entries(calendar(planned(mini(), e1())))}
    plan = planned(mini(), e1())
    moved = replace(plan, on=date(2026, 12, 7))
    after = {one["SUMMARY"].partition(" ")[2]: one for one in entries(calendar(moved))}
    assert [one["UID"] for one in before.values()] == [one["UID"] for one in after.values()]
    assert all(int(after[name]["SEQUENCE"]) > int(before[name]["SEQUENCE"]) for name in before)


def test_two_cases_share_no_entry() -> None:
    plan = planned(mini(), e1())
    one, other = ({entry["UID"] for entry in entries(calendar(plan, case))} for case in ("one", "other"))
    assert set() == one & other


def test_what_has_no_day_has_no_entry() -> None:
    assert ["1. P three to largely."] == [one["SUMMARY"] for one in entries(calendar(planned(mini(), e1(), 5)))]
    assert [] == list(entries(calendar(replace(planned(mini(), e1()), on=None))))


def test_the_calendar_has_the_campaigns_name() -> None:
    assert r"X-WR-CALNAME:Plan: Rivera\, for Council" in unfolded(calendar(planned(mini(), e1())))
    assert "X-WR-CALNAME:Plan" in unfolded(plan_calendar(mini(), planned(mini(), e1()), "", "a case"))
    assert clock().on == planned(mini(), e1()).on


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    whole = f"{folded(f'SUMMARY:{escaped(text)}')}\r\n".encode()
    assert all(len(line) <= 75 for line in whole.split(b"\r\n"))
    (line,) = whole.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert harmless(text) == plain(line.removeprefix("SUMMARY:"))
