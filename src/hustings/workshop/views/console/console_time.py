"""The time of a workshop on the console: when it ends, what each part took and may take, and what it costs to stay."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import say, several
from hustings.scoring.workshop.time_budget import Forecast
from hustings.scoring.workshop.time_spent import SectionTime, TimeForecast, time_forecast
from hustings.workshop.session.session import Session
from hustings.workshop.views.view import View


def time_view(session: Session, forecast: Forecast) -> View:
    """The end, and each part by its id. Without a time by which the room must be left, nothing is late."""
    found = time_forecast(session.pack, session.room, forecast, session.clock())
    until = session.room.plan.until
    return {
        "ends": "" if session.room.finished else say("Ends about {time}", time=f"{found.ends.astimezone():%H:%M}"),
        "until": f"{until.astimezone():%H:%M}" if until else "",
        "late": found.late is not None and found.late > 0,
        "says": _late_text(found),
        "spare": max(0, -found.late) if found.late is not None else 0,
        "stay": " ".join(stay_lines(session, found)),
        "sections": {part.section.id: _section_view(part) for part in found.sections},
    }


def _late_text(found: TimeForecast) -> str:
    if found.late is None:
        return ""
    if found.late > 0:
        return several(found.late, "{n} minute too late", "{n} minutes too late")
    return several(-found.late, "{n} minute left over", "{n} minutes left over")


def _section_view(part: SectionTime) -> View:
    return {
        "budget": part.budget,
        "over": part.over,
        "says": say("{used} of {budget} min used, {left} to go", used=part.used, budget=part.budget, left=part.left)
        if part.budget
        else say("{n} min to go", n=part.left),
        "used": part.used,
        "left": part.left,
    }


def stay_lines(session: Session, found: TimeForecast) -> Iterator[str]:
    """What it costs to stay with the part that the room is in; nothing while it is within its time."""
    at_hand = session.pack.questions.get(session.room.at_hand or session.room.current)
    part = next((one for one in found.sections if at_hand and one.section.id == at_hand.section), None)
    if part is not None and part.over:
        yield several(
            part.over,
            "“{section}” takes {n} minute more than planned.",
            "“{section}” takes {n} minutes more than planned.",
            section=part.section.title,
        )
    if count := len(found.without):
        yield several(count, "{n} question at the end does not fit.", "{n} questions at the end do not fit.")
    elif part is not None and part.over and found.late is None:
        yield say("To stay moves the end to about {time}.", time=f"{found.ends.astimezone():%H:%M}")
