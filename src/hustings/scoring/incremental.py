"""The index when only a few values change: what a change does not touch is taken from the evaluation before.

A full pack has dozens of findings, each with its own "what if", and open points by the hundred combinations. Each such
question changes one or two values, so only the sums of one domain, the gates that use these values and the blend are
computed again. `readiness.evaluate` is the plain way; a property test checks that both give the same fraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from operator import mul
from typing import Literal

from hustings.frozen_records import dataclass
from hustings.pack.editions import about
from hustings.pack.model import Domain, Gate, Pack
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import ONE, ZERO, Derivation, Floors, ItemSheet, derive
from hustings.scoring.readiness import blended, exposure_of, required_at, whole
from hustings.scoring.result import Bounds

Counted = Literal["pt", "lo", "hi"]
Changes = Mapping[str, Fraction | None]
"""New values by item; None: it no longer counts."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index, and the same before overall caps; 0 to 100."""

    index: Fraction
    raw: Fraction


@dataclass(frozen=True, slots=True)
class DomainPart:
    """One domain: the weight of its controls that count, the sum of weight times value, T, and r after caps."""

    weight: Fraction
    total: Fraction
    required: Fraction
    readiness: Fraction | None


@dataclass(frozen=True, slots=True)
class EvaluatedParts:
    """One evaluation taken apart, ready for changes. `failed`: gates, by id; `looks`: gates that use an item."""

    pack: Pack
    values: Judged
    judged: Judged
    parts: Mapping[str, DomainPart]
    failed: frozenset[str]
    looks: Mapping[str, tuple[Gate, ...]]


def evaluated_parts(pack: Pack, values: Judged, judged: Judged) -> EvaluatedParts:
    """An evaluation with its parts, ready for changes. The arguments are those of `readiness.evaluate`."""
    failed = frozenset(gate.id for gate in pack.rubric.gates if fails(pack, gate, judged))
    parts = {domain.id: _part(pack, domain, values, failed) for domain in pack.rubric.domains}
    looks = dict[str, tuple[Gate, ...]]()
    for gate in pack.rubric.gates:
        for name in about(gate):
            looks[name] = (*looks.get(name, ()), gate)
    return EvaluatedParts(pack, values, judged, parts, failed, looks)


def _part(pack: Pack, domain: Domain, values: Judged, failed: frozenset[str]) -> DomainPart:
    counted = [item for item in domain.items if item.kind == "control" and item.question in values]
    weights, over = whole(item.weight for item in counted)
    counts, parts = whole(values[item.question] for item in counted)
    weight, total = Fraction(sum(weights), over), Fraction(sum(map(mul, weights, counts)), over * parts)
    required = required_at(pack.rubric, exposure_of(pack.rubric, domain.of_kind("exposure"), values))
    return DomainPart(weight, total, required, _ready(weight, total, required, _caps(pack, domain.id, failed)))


def _caps(pack: Pack, scope: str, failed: frozenset[str]) -> list[Fraction]:
    return [gate.cap for gate in pack.rubric.gates if gate.scope == scope and gate.id in failed]


def _ready(weight: Fraction, total: Fraction, required: Fraction, caps: Iterable[Fraction]) -> Fraction | None:
    return min([ONE, total / (weight * required), *caps]) if weight else None


def changed(known: EvaluatedParts, values: Changes, judged: Changes) -> Index:
    """The index after some values, and some of the values that gates are judged on, have changed."""
    pack, failed = known.pack, _failed(known, judged)
    touched = {pack.items[name].domain for name in values}
    if other := failed ^ known.failed:
        touched |= {gate.scope for gate in pack.rubric.gates if gate.id in other}
    readiness = {
        domain.id: _again(known, domain, values, failed) if domain.id in touched else known.parts[domain.id].readiness
        for domain in pack.rubric.domains
    }
    raw = blended(pack.rubric, {name: value for name, value in readiness.items() if value is not None})
    return Index(min([raw, *_caps(pack, "index", failed)]), raw)


def _failed(known: EvaluatedParts, judged: Changes) -> frozenset[str]:
    again = {gate.id: gate for name in judged for gate in known.looks.get(name, ())}
    if not again:
        return known.failed
    now = _overlaid(known.judged, judged)
    return known.failed - again.keys() | {name for name, gate in again.items() if fails(known.pack, gate, now)}


def _again(known: EvaluatedParts, domain: Domain, values: Changes, failed: frozenset[str]) -> Fraction | None:
    pack, part = known.pack, known.parts[domain.id]
    weight, total, required = part.weight, part.total, part.required
    moved = [name for name in values if pack.items[name].domain == domain.id]
    for item in (pack.items[name] for name in moved if pack.items[name].kind == "control"):
        before, after = known.values.get(item.question), values[item.question]
        total += item.weight * ((after or ZERO) - (before or ZERO))
        if (before is None) is not (after is None):
            weight += item.weight if before is None else -item.weight
    if any(pack.items[name].kind == "exposure" for name in moved):
        exposure = exposure_of(pack.rubric, domain.of_kind("exposure"), _overlaid(known.values, values))
        required = required_at(pack.rubric, exposure)
    return _ready(weight, total, required, _caps(pack, domain.id, failed))


def _overlaid(values: Judged, changes: Changes) -> dict[str, Fraction]:
    overlaid = dict(values)
    for name, value in changes.items():
        if value is None:
            overlaid.pop(name, None)
        else:
            overlaid[name] = value
    return overlaid


# --- raising controls --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RaiseStart:
    """The starting point of a what-if: today's evaluation and the follow-ups of each control.

    `part`: which values count, `pt` (as scored), `lo` (at worst) or `hi` (at best). Gates are judged at best if all is,
    and at worst otherwise.
    """

    now: Derivation
    known: EvaluatedParts
    followers: Mapping[str, tuple[str, ...]]
    part: Counted = "pt"

    @property
    def pack(self) -> Pack:
        """The pack of the assessment."""
        return self.known.pack

    @property
    def index(self) -> Index:
        """The index today."""
        return changed(self.known, {}, {})

    def of(self, value: Bounds) -> Fraction:
        """The part of a value that counts here."""
        return _counted(value, self.part)

    def judged(self, value: Bounds) -> Fraction:
        """The part of a value on which gates are judged here."""
        return _judged(value, self.part)


def _counted(value: Bounds, part: Counted) -> Fraction:
    match part:
        case "pt":
            return value.pt
        case "lo":
            return value.lo
        case _:
            return value.hi


def _judged(value: Bounds, part: Counted) -> Fraction:
    return value.hi if part == "hi" else value.lo


def raising(now: Derivation, part: Counted = "pt") -> RaiseStart:
    """Start what-ifs from a derivation: today's, in which nothing is raised, or one in which something is."""
    values = {name: _counted(value, part) for name, value in now.values.items()}
    judged = {name: _judged(value, part) for name, value in now.values.items()}
    followers = dict[str, tuple[str, ...]]()
    for name, (parent, _) in now.sheet.parents.items():
        followers[parent] = (*followers.get(parent, ()), name)
    return RaiseStart(now, evaluated_parts(now.sheet.pack, values, judged), followers, part)


def raised(start: RaiseStart, floors: Floors) -> Index:
    """The index, if these controls, and no others, were raised to at least these values."""
    new = raised_values(start, floors)
    values = {name: None if one is None else start.of(one) for name, one in new.items()}
    return changed(start.known, values, {name: None if one is None else start.judged(one) for name, one in new.items()})


def raised_values(start: RaiseStart, floors: Floors) -> dict[str, Bounds | None]:
    """The values of what differs from the start, and of all that follows it; None: it no longer counts."""
    now = start.now
    after = Derivation(now.sheet, floors, dict(now.values), set(now.shut))
    touched = tuple(_touched(start, _differing(now.floors, floors)))
    for name in touched:
        derive(after, name)
    return {name: after.values.get(name) for name in touched}


def _differing(before: Floors, floors: Floors) -> Iterable[str]:
    """The controls with another floor. Floors that were passed on are the same objects, and are not compared."""
    every = {**before, **floors}
    return [n for n in every if before.get(n) is not floors.get(n) and before.get(n) != floors.get(n)]


def _touched(start: RaiseStart, floors: Iterable[str]) -> Iterator[str]:
    """The controls that are raised and all their follow-ups, parents first."""
    touched, todo = set[str](), list(floors)
    while todo:
        name = todo.pop()
        if name not in touched:
            touched.add(name)
            todo += start.followers.get(name, ())
    yield from (name for name in _order(start.now.sheet, touched))


def _order(sheet: ItemSheet, names: set[str]) -> Iterable[str]:
    return names if len(names) == 1 else [name for name in sheet.order if name in names]
