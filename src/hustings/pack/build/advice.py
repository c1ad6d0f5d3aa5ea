"""The shapes of what a rubric advises to records: gates, deeds, actions, later tasks, the calendar and capacity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hustings.pack.build.item_values import as_level, valued_need
from hustings.pack.effort import Capacity, Deed
from hustings.pack.model import Action, Afterwards, Distance, Gate, Item
from hustings.pack.schema import advice as s
from hustings.pack.schema.pack_shapes import DomainShape, RubricShape
from hustings.pack.source.diagnostics import Diagnostics


def gates_of(diagnostics: Diagnostics, rubric: RubricShape, domains: Iterable[DomainShape]) -> tuple[Gate, ...]:
    """The gates of the index, then those of the domains. One whose condition cannot be read is left out."""
    gates = [_gate(diagnostics, gate, "index") for gate in rubric.gates]
    gates += [_gate(diagnostics, gate, d.domain) for d in domains for gate in d.gates]
    return tuple(gate for gate in gates if gate is not None)


def deed_of(shape: s.DeedShape | None) -> Deed | None:
    """What ends within the hour what is forbidden."""
    return Deed(shape.title, shape.how, shape.hours, shape.owner, shape.place) if shape else None


def _gate(diagnostics: Diagnostics, shape: s.GateShape, scope: str) -> Gate | None:
    needs = diagnostics.condition(shape.needs, diagnostics.at(shape.place, "needs"))
    when = diagnostics.condition(shape.when, diagnostics.at(shape.place, "when"))
    if needs is None or (shape.when is not None and when is None):
        return None
    return Gate(
        id=shape.id,
        title=shape.title,
        scope=scope,
        needs=needs,
        cap=shape.cap,
        because=shape.because,
        when=when,
        needs_text=shape.needs,
        when_text=shape.when or "",
        stop=shape.stop or "",
        open=shape.open or "",
        deed=deed_of(shape.deed),
        place=shape.place,
    )


def actions_of(
    diagnostics: Diagnostics, rubric: RubricShape, domains: Iterable[DomainShape], items: Mapping[str, Item]
) -> tuple[Action, ...]:
    """The actions of the domains, then those of the rubric, with what they raise."""
    shapes = [action for domain in domains for action in domain.actions] + rubric.actions
    return tuple(_action(diagnostics, shape, items) for shape in shapes)


def _action(diagnostics: Diagnostics, shape: s.ActionShape, items: Mapping[str, Item]) -> Action:
    needs = [
        valued_need(diagnostics, name, as_level(level), items, diagnostics.key(shape.place, "raises", name))
        for name, level in shape.raises.items()
    ]
    if None in needs:
        diagnostics.cut.add(shape.place)
    return Action(
        id=shape.id,
        title=shape.title,
        how=shape.how,
        hours=shape.hours,
        owner=shape.owner,
        raises=tuple(need for need in needs if need is not None),
        after=tuple(shape.after),
        fallback=shape.fallback or "",
        done=shape.done or "",
        paid=shape.paid,
        wait=shape.wait,
        tags=tuple(shape.tags),
        short=shape.short or "",
        shared=shape.shared,
        place=shape.place,
    )


def afterwards_of(diagnostics: Diagnostics, shapes: Iterable[s.AfterwardsShape]) -> tuple[Afterwards, ...]:
    """What to do once the election is over."""
    return tuple(_afterwards(diagnostics, shape) for shape in shapes)


def _afterwards(diagnostics: Diagnostics, shape: s.AfterwardsShape) -> Afterwards:
    when = diagnostics.condition(shape.when, diagnostics.at(shape.place, "when"))
    fields = (shape.id, shape.title, shape.how, shape.hours, shape.owner, shape.days)
    return Afterwards(*fields, when, shape.when or "", shape.place)


def calendar_of(shapes: Iterable[s.DistanceShape]) -> tuple[Distance, ...]:
    """The distances, the nearest to the ballots first."""
    distances = [
        Distance(shape.start, shape.title, shape.says, shape.skip or "", tuple(shape.forbid), shape.place)
        for shape in shapes
    ]
    return tuple(sorted(distances, key=lambda distance: distance.start))


def capacity_of(shape: s.CapacityShape | None) -> Capacity | None:
    """How many hours a week a team has for the plan."""
    if shape is None:
        return None
    return Capacity(
        question=shape.hours,
        team_question=shape.team,
        hours_by_team=tuple(shape.by_team.items()),
        small_teams=tuple(shape.small),
        first_day=shape.first_day,
        freeze_days=shape.freeze_days,
        because=shape.because,
        place=shape.place,
    )
