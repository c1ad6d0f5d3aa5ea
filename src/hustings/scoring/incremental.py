"""The index when only a few values change: what a change does not touch is taken from what was reckoned before.

A full pack has dozens of findings, each with its own "what if", and open points by the hundred combinations. Each such
question moves one or two values, so that one domain's sums, the gates that look at these values and the blend are all
there is to reckon. The plain way is `readiness.evaluate`; a property of the tests holds the two to the same fraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from hustings.pack.editions import about
from hustings.pack.model import Domain, Gate, Pack
from hustings.scoring.gates import Judged, fails
from hustings.scoring.items import ONE, ZERO, Derivation, Floors, ItemSheet, derive
from hustings.scoring.readiness import blended, exposure_of, required_at, whole

Changes = Mapping[str, Fraction | None]
"""New values by item; None: it no longer counts."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index, and the same before overall caps; 0 to 100."""

    index: Fraction
    raw: Fraction


@dataclass(frozen=True, slots=True)
class _Part:
    """One domain: the weight of its controls that count, the sum of weight times value, T, and r after caps."""

    weight: Fraction
    worth: Fraction
    required: Fraction
    readiness: Fraction | None


@dataclass(frozen=True, slots=True)
class EvaluatedParts:
    """One evaluation taken apart, ready for changes. `failed`: gates, by id; `looks`: gates that look at an item."""

    pack: Pack
    values: Judged
    judged: Judged
    parts: Mapping[str, _Part]
    failed: frozenset[str]
    looks: Mapping[str, tuple[Gate, ...]]


def reckoning(pack: Pack, values: Judged, judged: Judged) -> EvaluatedParts:
    """Take an evaluation apart; the same arguments as those of `readiness.evaluate`."""
    failed = frozenset(gate.id for gate in pack.rubric.gates if fails(pack, gate, judged))
    parts = {domain.id: _part(pack, domain, values, failed) for domain in pack.rubric.domains}
    looks = dict[str, tuple[Gate, ...]]()
    for gate in pack.rubric.gates:
        for name in about(gate):
            looks[name] = (*looks.get(name, ()), gate)
    return EvaluatedParts(pack, values, judged, parts, failed, looks)


def _part(pack: Pack, domain: Domain, values: Judged, failed: frozenset[str]) -> _Part:
    counted = [item for item in domain.items if item.kind == "control" and item.question in values]
    weights, over = whole(item.weight for item in counted)
    counts, parts = whole(values[item.question] for item in counted)
    weight, worth = Fraction(sum(weights), over), Fraction(sum(map(mul, weights, counts)), over * parts)
    required = required_at(pack.rubric, exposure_of(pack.rubric, domain.of_kind("exposure"), values))
    return _Part(weight, worth, required, _ready(weight, worth, required, _caps(pack, domain.id, failed)))


def _caps(pack: Pack, scope: str, failed: frozenset[str]) -> list[Fraction]:
    return [gate.cap for gate in pack.rubric.gates if gate.scope == scope and gate.id in failed]


def _ready(weight: Fraction, worth: Fraction, required: Fraction, caps: Iterable[Fraction]) -> Fraction | None:
    return min([ONE, worth / (weight * required), *caps]) if weight else None


def changed(known: EvaluatedParts, values: Changes, judged: Changes) -> Index:
    """The index with some values, and some values that gates are judged on, other than they were."""
    pack, failed = known.pack, _failed(known, judged)
    touched = {pack.items[name].domain for name in values}
    if other := failed ^ known.failed:
        touched |= {gate.scope for gate in pack.rubric.gates if gate.id in other}
    found = {
        domain.id: _again(known, domain, values, failed) if domain.id in touched else known.parts[domain.id].readiness
        for domain in pack.rubric.domains
    }
    raw = blended(pack.rubric, {name: ready for name, ready in found.items() if ready is not None})
    return Index(min([raw, *_caps(pack, "index", failed)]), raw)


def _failed(known: EvaluatedParts, judged: Changes) -> frozenset[str]:
    again = {gate.id: gate for name in judged for gate in known.looks.get(name, ())}
    if not again:
        return known.failed
    now = _overlaid(known.judged, judged)
    return known.failed - again.keys() | {name for name, gate in again.items() if fails(known.pack, gate, now)}


def _again(known: EvaluatedParts, domain: Domain, values: Changes, failed: frozenset[str]) -> Fraction | None:
    pack, part = known.pack, known.parts[domain.id]
    weight, worth, required = part.weight, part.worth, part.required
    moved = [name for name in values if pack.items[name].domain == domain.id]
    for item in (pack.items[name] for name in moved if pack.items[name].kind == "control"):
        before, after = known.values.get(item.question), values[item.question]
        worth += item.weight * ((after or ZERO) - (before or ZERO))
        if (before is None) is not (after is None):
            weight += item.weight if before is None else -item.weight
    if any(pack.items[name].kind == "exposure" for name in moved):
        exposure = exposure_of(pack.rubric, domain.of_kind("exposure"), _overlaid(known.values, values))
        required = required_at(pack.rubric, exposure)
    return _ready(weight, worth, required, _caps(pack, domain.id, failed))


def _overlaid(values: Judged, changes: Changes) -> dict[str, Fraction]:
    found = dict(values)
    for name, value in changes.items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found


# --- raising controls --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RaiseStart:
    """What "what if this were raised" starts from: today's values, as scored, and who follows whom."""

    now: Derivation
    known: EvaluatedParts
    followers: Mapping[str, tuple[str, ...]]


def raising(now: Derivation) -> RaiseStart:
    """Start what-ifs from today's derivation, in which nothing is raised."""
    values = {name: value.pt for name, value in now.values.items()}
    worst = {name: value.lo for name, value in now.values.items()}
    followers = dict[str, tuple[str, ...]]()
    for name, (parent, _) in now.sheet.parents.items():
        followers[parent] = (*followers.get(parent, ()), name)
    return RaiseStart(now, reckoning(now.sheet.pack, values, worst), followers)


def raised(start: RaiseStart, floors: Floors) -> Index:
    """The index as scored, had these controls stood at least at these values."""
    now = start.now
    after = Derivation(now.sheet, floors, dict(now.values), set(now.shut))
    touched = tuple(_touched(start, floors))
    for name in touched:
        derive(after, name)
    new = {name: after.values.get(name) for name in touched}
    values = {name: None if one is None else one.pt for name, one in new.items()}
    return changed(start.known, values, {name: None if one is None else one.lo for name, one in new.items()})


def _touched(start: RaiseStart, floors: Iterable[str]) -> Iterator[str]:
    """What is raised and all that follows it, parents first."""
    found, todo = set[str](), list(floors)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += start.followers.get(name, ())
    yield from (name for name in _order(start.now.sheet, found))


def _order(sheet: ItemSheet, found: set[str]) -> Iterable[str]:
    return found if len(found) == 1 else [name for name in sheet.order if name in found]
