"""The shapes of what a rubric advises: gates with their deeds, actions, the calendar, and the hours that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from hustings.messages import english
from hustings.pack.model import Shared
from hustings.pack.schema.shape import Shape
from hustings.pack.source.scalars import Brief, Days, Hours, Id, Percent, Short, Switch, Text, Weight


class DeedShape(Shape):
    """What ends at once what a gate or a law forbids."""

    title: Text = Field(description="What to do now, as an order: “Pause the calls.”")
    how: Text
    hours: Hours = Field(description="An hour at most.")
    owner: Id


class GateShape(Shape):
    """A deal-breaker: it caps the index, or a domain, while it is not met."""

    id: Id
    title: Text
    needs: Text = Field(description="Controls at a level, joined with and/or: `sign_in >= largely`.")
    when: Text | None = Field(None, description="The gate counts only when an exposure reaches a level.")
    cap: Percent = Field(description="Index gates: 0 to 100, just under a band. Domain gates: 0 to 1.")
    because: Text
    stop: Text | None = Field(None, description="A hard stop: the message shown before any score.")
    open: Text | None = Field(None, description="While nobody knows yet: what to ask, and whom. Beside every `stop`.")
    deed: DeedShape | None = Field(None, description="What ends it within the hour, apart from the lasting fix.")


class ActionShape(Shape):
    """What to do about a gap."""

    instead: ClassVar[Mapping[str, str]] = {
        "lead_days": english("Give the work under `hours`, and the days of waiting after it under `wait`: `wait: 7`."),
        "pack": english("Take it away: what is done on the first day follows from the answers, in the plan."),
    }

    id: Id
    title: Text = Field(description="What to do, as an order: “Turn on two-step sign-in everywhere.”")
    short: Brief | None = Field(None, description="The same in at most 44 characters, for charts and narrow columns.")
    how: Text
    raises: dict[Id, Short] = Field(description="Which control reaches which level.", min_length=1)
    hours: Hours
    wait: Days = Field(0, description="Calendar days of waiting after the work: a vendor answers, a record settles.")
    owner: Id
    after: list[Id] = Field([], description="Actions that must come first.")
    fallback: Text | None = Field(None, description="What to do when it is too late for this.")
    done: Text | None = Field(None, description="How one can tell that it is done.")
    paid: Switch = Field(False, description="It takes money or a hire; the plan says so.")
    tags: list[Id] = Field([], description="What it brings about, such as `new_tool`; the calendar may forbid it.")
    shared: Shared = Field("each", description="For many campaigns: once for all, at one time together, or in each.")


class AfterwardsShape(Shape):
    """What to do once the election is over."""

    id: Id
    title: Text
    how: Text
    hours: Hours
    owner: Id
    days: Days = Field(description="Days after election day.")
    when: Text | None = Field(None, description="Only for campaigns of which this holds.")


class DistanceShape(Shape):
    """What to do at a distance to the first ballots."""

    start: Days = Field(alias="from", description="Days to the first ballots, from which this counts.")
    title: Text
    says: Text = Field(description="What to do at this distance.")
    skip: Text | None = Field(None, description="What to leave.")
    forbid: list[Id] = Field([], description="Tags that no action may have in this phase: `new_tool`.")


class CapacityShape(Shape):
    """How many hours a week a team has for the plan."""

    hours: Id = Field(description="The number question that asks for the hours a week of the whole team.")
    team: Id = Field(description="The select_one question that asks how large the team is.")
    by_team: dict[Id, Weight] = Field(description="Hours a week for each choice of `team`, where nobody answered.")
    small: list[Id] = Field([], description="Choices of `team` that mean three people or fewer.")
    first_day: Hours = Field(description="Hours of work on the first day, apart from stops.")
    freeze_days: Days = Field(7, description="Days before the first ballots by which everything is done.")
    because: Text
