"""Gates: deal-breakers that cap the score (method.md 1.2 "Gate", 1.5 rulings 8 to 11; 1.8, ruling 37).

A clause on an item that does not count is deleted, and a group without clauses with it; only an entirely empty
condition is met. Gates are judged on worst values for R and for its lower end, on best values for its upper end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from hustings.answers.applicability import level_value
from hustings.pack.conditions import AllOf, AnyOf, Comparison, Condition, names
from hustings.pack.model import Gate, Pack
from hustings.scoring.result import GateScore, ItemState

Judged = Mapping[str, Fraction]
"""One value for every item that counts."""


def fails(pack: Pack, gate: Gate, values: Judged) -> bool:
    """Whether a gate is active and its needs are not met, on these values."""
    return active(pack, gate, values) and _met(pack, gate.needs, values) is False


def active(pack: Pack, gate: Gate, values: Judged) -> bool:
    """A gate without `when`, or with all of its `when` deleted, is always active."""
    return gate.when is None or _met(pack, gate.when, values) is not False


def _met(pack: Pack, condition: Condition, values: Judged) -> bool | None:
    """Whether a condition is met; None if every clause in it was deleted."""
    match condition:
        case Comparison(question=name, level=level):
            return None if name not in values else values[name] >= level_value(pack.items[name], level)
        case AllOf(parts) | AnyOf(parts):
            outcomes = [met for part in parts if (met := _met(pack, part, values)) is not None]
            whole = all(outcomes) if isinstance(condition, AllOf) else any(outcomes)
            return whole if outcomes else None
        case _:  # the pack's checks let nothing else into a gate
            raise TypeError(condition)


def unmet(pack: Pack, condition: Condition, values: Judged) -> Iterator[str]:
    """The controls of unsatisfied clauses inside unsatisfied groups (ruling 17)."""
    if _met(pack, condition, values) is not False:
        return
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from unmet(pack, part, values)
    else:
        yield from names(condition)


def gate_score(pack: Pack, gate: Gate, lo: Judged, hi: Judged, states: Mapping[str, ItemState]) -> GateScore:
    """A gate's outcome in one of four words (method.md 1.8, ruling 37).

    What may be either, is open: disputed, if nothing that could settle it is unknown, so that only votes are left.
    """
    if no_concern(pack, gate, lo):
        return GateScore(gate, "no_concern")
    if not fails(pack, gate, lo):
        return GateScore(gate, "met")
    if fails(pack, gate, hi):
        return GateScore(gate, "not_met", _failing(pack, gate, hi))
    asked = names(gate.when) if gate.when is not None and not active(pack, gate, hi) else ()
    deciding = tuple(dict.fromkeys((*_failing(pack, gate, lo), *(name for name in asked if name in lo))))
    disputed = not any(states[name].open for name in deciding)
    return GateScore(gate, "open", _failing(pack, gate, lo), disputed, deciding)


def no_concern(pack: Pack, gate: Gate, worst: Judged) -> bool:
    """Whether nothing that a gate asks for applies, or its `when` is false even on worst values."""
    return _met(pack, gate.needs, worst) is None or not active(pack, gate, worst)


def _failing(pack: Pack, gate: Gate, values: Judged) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unmet(pack, gate.needs, values)))
