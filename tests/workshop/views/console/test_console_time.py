"""The console says when the workshop ends, and what it costs to stay."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hustings.workshop.views.console.console import console_view
from support.session import PLAN, Standing, do, workshop


def test_to_stay_longer_than_planned_has_its_price(path: Path) -> None:
    clock = Standing()
    with workshop(path, clock) as session:
        do(session, "budget", section="fakes", minutes=5)
        do(session, "project", what="question", question=PLAN)
        clock.wait(600)
        do(session, "note", text="A long talk.")
        time = console_view(session)["time"]
        part = time["sections"]["fakes"]
        assert (10, 6, "10 of 5 min used, 6 to go") == (part["used"], part["left"], part["says"])
        assert "“Fakes” takes 11 minutes more than planned. To stay moves the end to about " == time["stay"][:-6]
        do(session, "leave_by", time=f"{(clock() + timedelta(minutes=30)).astimezone():%H:%M}")
        time = console_view(session)["time"]
        assert (True, "24 minutes too late") == (time["late"], time["says"])
        assert "“Fakes” takes 11 minutes more than planned. 8 questions at the end do not fit." == time["stay"]
        do(session, "leave_by", time=f"{(clock() + timedelta(minutes=90)).astimezone():%H:%M}")
        assert (False, "36 minutes left over") == tuple(console_view(session)["time"][key] for key in ("late", "says"))
